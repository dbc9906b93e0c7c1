package dev.recon.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A client that looks at headers and bytes, and asks no contract.
final class Raw {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Raw() {}

    /// What came back, byte for byte.
    record Answer(int status, Map<String, List<String>> headers, byte[] body) {
        /// The value of a header, empty when it is not there.
        String header(String name) {
            return headers.getOrDefault(name, List.of("")).getFirst();
        }

        String text() {
            return new String(body, java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    private static final Duration WAIT = Duration.ofSeconds(30);

    /// The same for who has a key.
    static Answer get(Api api, String path, Map<String, String> headers) {
        return get(api, path, headers, WAIT);
    }

    static Answer get(Api api, String path, Map<String, String> headers, Duration wait) {
        Map<String, String> all = new java.util.HashMap<>(headers);
        all.put("Authorization", "Bearer " + api.credential());
        return get(api.port(), path, all, wait);
    }

    static Answer get(int port, String path, Map<String, String> headers) {
        return get(port, path, headers, WAIT);
    }

    static Answer get(int port, String path, Map<String, String> headers, Duration wait) {
        return send(request(port, path, headers).GET().timeout(wait).build());
    }

    static Answer send(int port, String path, String method, Map<String, String> headers) {
        return send(
                request(port, path, headers)
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .timeout(WAIT)
                        .build());
    }

    private static HttpRequest.Builder request(int port, String path, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        headers.forEach(request::header);
        return request;
    }

    private static Answer send(HttpRequest request) {
        try {
            HttpResponse<byte[]> answer =
                    CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(answer.statusCode(), answer.headers().map(), answer.body());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
