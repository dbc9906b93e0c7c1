package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Requests that two servers in a row could read as two different ones, and clients that take a
/// connection and go to sleep (S18).
class HttpAttackTest {
    private static final int PORT = TestServer.shared().api().port();
    private static final int READ_MILLIS = 30_000;
    private static final int SLEEPERS = 300;
    private static final int DEAF = 60;
    private static final int LARGE_BYTES = 16 << 20;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 5\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: chunked\r\nContent-Length: 5",
                "Content-Length: 5\r\nContent-Length: 6",
                "Content-Length: 5, 6",
                "Content-Length: +5",
                "Content-Length: 0x5",
                "Content-Length: -1",
                "Transfer-Encoding: xchunked",
                "Transfer-Encoding: chunked, identity",
                "Transfer-Encoding : chunked",
                "Transfer-Encoding:\r\n chunked"
            })
    void aRequestThatCanBeReadTwiceIsAnsweredOnce(String headers) throws IOException {
        String hidden = "GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n";
        String answers =
                raw(
                        "POST /api/v1/sign-in HTTP/1.1\r\nHost: localhost\r\n"
                                + headers
                                + "\r\n\r\n0\r\n\r\n"
                                + hidden);

        assertThat(answers).matches("(?s)HTTP/1.1 (4\\d\\d|501) .*");
        assertThat(answers.split("HTTP/1\\.1 ")).as(answers).hasSize(2);
    }

    @Test
    void whoSleepsKeepsNobodyElseWaiting() throws IOException {
        List<Socket> sleepers = new ArrayList<>();
        try {
            for (int i = 0; i < SLEEPERS; i++) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), PORT);
                sleepers.add(socket);
                String begun =
                        i % 2 == 0
                                ? "GET /health HTTP/1.1\r\nHost: loc"
                                : "POST /api/v1/sign-in HTTP/1.1\r\nHost: localhost\r\n"
                                        + "Content-Length: 100\r\n\r\n{";
                socket.getOutputStream().write(begun.getBytes(StandardCharsets.ISO_8859_1));
            }
            long before = System.nanoTime();
            for (int i = 0; i < 10; i++) {
                assertThat(Raw.get(PORT, "/health/live", Map.of()).status()).isEqualTo(200);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - before))
                    .isLessThan(Duration.ofSeconds(10));
        } finally {
            for (Socket sleeper : sleepers) {
                sleeper.close();
            }
        }
    }

    /// More of them than the server has connections to its database, each with a file that fits in
    /// no buffer on the way.
    @Test
    void whoDoesNotReadKeepsNobodyElseWaiting() throws IOException {
        Api api = TestServer.shared().api();
        byte[] large = new byte[LARGE_BYTES];
        new Random(5).nextBytes(large);
        String file = api.upload("large.bin", large, Map.of()).is(201).text("/id");
        List<Socket> deaf = new ArrayList<>();
        try {
            for (int i = 0; i < DEAF; i++) {
                Socket socket = new Socket();
                socket.setReceiveBufferSize(1024);
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), PORT));
                deaf.add(socket);
                String asked =
                        "GET /api/v1/files/%s/content HTTP/1.1\r\nHost: localhost\r\n"
                                .formatted(file);
                String who = "Authorization: Bearer " + api.credential() + "\r\n\r\n";
                socket.getOutputStream().write((asked + who).getBytes(StandardCharsets.ISO_8859_1));
            }
            for (Socket socket : deaf) {
                socket.setSoTimeout(READ_MILLIS);
                assertThat(socket.getInputStream().read())
                        .as("its answer has begun")
                        .isEqualTo('H');
            }
            long before = System.nanoTime();
            for (int i = 0; i < 10; i++) {
                api.get("/api/v1/files?limit=1").is(200);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - before))
                    .isLessThan(Duration.ofSeconds(10));
        } finally {
            for (Socket socket : deaf) {
                socket.close();
            }
        }
    }

    @Test
    void headersWithoutAnEndAreRefused() throws IOException {
        String request = "GET /health HTTP/1.1\r\nHost: localhost\r\nX-A: " + "a".repeat(200_000);

        String answer;
        try {
            answer = raw(request);
        } catch (SocketException refused) {
            answer = ""; // closed before all of it was sent
        }

        assertThat(answer)
                .satisfiesAnyOf(
                        said -> assertThat(said).startsWith("HTTP/1.1 4"),
                        said -> assertThat(said).isEmpty());
    }

    /// All that comes back until the server closes the connection.
    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), PORT)) {
            socket.setSoTimeout(READ_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            InputStream answers = socket.getInputStream();
            return new String(answers.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
