package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// An idle connection is given up by the client first: else a request meets a server that is about
/// to close, and nobody knows whether it was taken.
class KeepAliveTest {
    /// What nginx keeps a connection to a server for by itself; Java's client 30 s.
    private static final int CLIENT_SECONDS_MAX = 60;

    private static final String ASKED =
            """
            GET /health/live HTTP/1.1\r
            Host: localhost\r
            Connection: keep-alive\r
            \r
            """;

    @Test
    void anIdleConnectionIsKeptLongerThanClientsKeepIt() throws IOException {
        String name = "keep-alive: timeout=";
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), TestServer.shared().api().port())) {
            socket.getOutputStream().write(ASKED.getBytes(StandardCharsets.US_ASCII));
            BufferedReader answer =
                    new BufferedReader(
                            new InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.US_ASCII));

            String kept =
                    answer.lines()
                            .takeWhile(line -> !line.isEmpty())
                            .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name))
                            .findFirst()
                            .orElseThrow();

            assertThat(Integer.parseInt(kept.substring(name.length())))
                    .isGreaterThan(CLIENT_SECONDS_MAX);
        }
    }
}
