package dev.recon.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.server.platform.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Files over slow lines do not hold the server for everybody else.
class UploadGateTest {
    private static final Duration SOON = Duration.ofMinutes(1);

    private final TestServer server = TestServer.shared();

    @Test
    void slowFilesLeaveHalfOfTheThreadsToOthers() throws IOException {
        Api api = server.api();
        List<Socket> slow = new ArrayList<>();
        try {
            Faults.await("all places are taken", SOON, () -> !isPlaceLeft(slow));
            assertThat(slow).hasSizeGreaterThanOrEqualTo(Limits.UPLOADS_AT_ONCE);
            Api.Answer refused = upload(api).is(503);
            assertThat(refused.text("/detail")).contains("100 files are arriving");
            assertThat(refused.header("retry-after")).isEqualTo("6");
            api.get("/api/v1/me").is(200);

            slow.removeFirst().close();
            Faults.await("a place is free again", SOON, () -> upload(api).status() < 300);
        } finally {
            for (Socket one : slow) {
                one.close();
            }
        }
        Faults.await("all are gone", SOON, () -> upload(api).status() < 300);
    }

    /// Begins one more slow file; did the next one still find a place?
    private boolean isPlaceLeft(List<Socket> slow) {
        try {
            slow.add(begin("slow-" + slow.size() + ".csv"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return upload(server.api()).status() < 300;
    }

    private static Api.Answer upload(Api api) {
        return api.upload("quick.csv", "reference,amount\nA-1,1.00\n");
    }

    /// The first bytes of a file of which the rest is long in coming.
    private Socket begin(String name) throws IOException {
        Socket line = new Socket(InetAddress.getLoopbackAddress(), server.api().port());
        String begun =
                """
                POST /api/v1/files?name=%s HTTP/1.1
                Host: localhost
                Authorization: Bearer %s
                Content-Type: application/octet-stream
                Content-Length: 1000

                reference,\
                """
                        .replace("\n", "\r\n")
                        .formatted(name, server.api().credential());
        line.getOutputStream().write(begun.getBytes(US_ASCII));
        return line;
    }
}
