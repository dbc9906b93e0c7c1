package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// A file whose transfer breaks off: the page of its source says so, nothing of it is taken, and
/// the next look brings all of it. So it is where our own disk fails, and that is said of it.
class BrokenTransferTest {
    private static final int FILE_BYTES = 4 << 20;
    private static final int BYTES_UNTIL_RESET = 1 << 20;

    @Test
    void aTransferThatBreaksOffIsToldAsOne(@TempDir Path folder) throws IOException {
        String line = "2026-10-01,-900.00,EUR,R-1," + "x".repeat(1_000) + "\n";
        Files.writeString(
                folder.resolve("bank.csv"),
                "booking_date,amount,currency,bank_reference,text\n"
                        + line.repeat(FILE_BYTES / line.length()));
        FetchingSource source = FetchingSource.add(FetchServer.SERVER.api(), "sftp broken");
        try (SftpServer sftp = SftpServer.start(folder, 0);
                FaultProxy network = FaultProxy.before(sftp.port(), 1)) {
            network.resetAfter(BYTES_UNTIL_RESET, 1);
            source.set(wanted(sftp, network.port())).is(200);

            JsonNode problem = source.firstLook().get("problem");

            assertThat(network.resets()).isEqualTo(1);
            assertThat(problem.get("where").asString()).isEqualTo("bank.csv");
            assertThat(problem.get("found").asString())
                    .startsWith("a connection that broke off")
                    .doesNotContain("null", "Impl");
            assertThat(problem.get("mend").asString())
                    .isEqualTo("Nothing of it was taken; the next look tries again.");
            assertThat(source.deliveries()).isEmpty();

            assertThat(source.look().get("problem").isNull()).isTrue();
            assertThat(source.deliveries()).hasSize(1);
        }
    }

    @Test
    void aDiskOfOursThatFailsIsNotBlamedOnTheConnection(@TempDir Path folder, @TempDir Path home)
            throws IOException {
        Files.writeString(folder.resolve("bank.csv"), "id,amount\nB1,12.50\n");
        Map<String, String> settings =
                Map.of("RECON_HOME", home.toString(), "EGRESS_NETWORKS", "127.0.0.0/8,::1/128");
        try (SftpServer sftp = SftpServer.start(folder, 0);
                TestServer server = TestServer.start(settings)) {
            Files.delete(home.resolve("spool"));
            FetchingSource source = FetchingSource.add(server.api(), "no spool");
            source.set(wanted(sftp, sftp.port())).is(200);

            JsonNode problem = source.firstLook().get("problem");

            assertThat(problem.get("where").asString()).isEqualTo("bank.csv");
            assertThat(problem.get("found").asString())
                    .isEqualTo("a disk of this server that failed or is full");
            assertThat(source.deliveries()).isEmpty();

            Files.createDirectory(home.resolve("spool"));
            assertThat(source.look().get("problem").isNull()).isTrue();
            assertThat(source.deliveries()).hasSize(1);
        }
    }

    private static Map<String, @Nullable Object> wanted(SftpServer sftp, int port) {
        return FetchingSource.wanted("sftp", sftp.place(port), SftpServer.PASSWORD);
    }
}
