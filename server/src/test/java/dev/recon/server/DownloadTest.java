package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recon.server.platform.Downloads;
import dev.recon.server.platform.Limits;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Files that the server makes hold a connection to the database meanwhile, so few are made at the
/// same time, whatever is in them.
class DownloadTest {
    private final Api api = TestServer.shared().api();

    @Test
    void whoComesWhenTooManyAreMadeIsToldWhenToComeAgain() {
        String run = "/api/v1/runs/" + Scenario.start(api, "downloads").run();
        List<String> paths =
                List.of(
                        run + "/breaks.csv",
                        run + "/matches.csv",
                        run + "/rejected-lines.csv",
                        run + "/evidence",
                        "/api/v1/audit-chain/export");

        assertThatThrownBy(() ->
                        sendInside(
                                Limits.DOWNLOADS_AT_ONCE, () -> paths.forEach(this::requireLater)))
                .hasMessage("all of them were asked for");

        paths.forEach(path -> api.get(path).is(200));
    }

    private void requireLater(String path) {
        Api.Answer answer = api.get(path).is(503);
        assertThat(answer.text("/detail")).startsWith("2 files are being written at this moment.");
        assertThat(answer.header("retry-after")).isEqualTo("11");
    }

    /// Makes so many files that each is still made when the next is asked for, and then does more.
    private static void sendInside(int files, Runnable more) throws IOException {
        HttpServletResponse none =
                (HttpServletResponse)
                        Proxy.newProxyInstance(
                                DownloadTest.class.getClassLoader(),
                                new Class<?>[] {HttpServletResponse.class},
                                (_, method, _) -> {
                                    throw new AssertionError(method);
                                });
        TestServer.shared()
                .bean(Downloads.class)
                .send(
                        none,
                        "text/plain",
                        "a.txt",
                        _ -> {
                            if (files > 1) {
                                sendInside(files - 1, more);
                            }
                            more.run();
                            throw new IllegalStateException("all of them were asked for");
                        });
    }
}
