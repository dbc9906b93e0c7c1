package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A client that holds every answer against the contract.
record Api(int port, String credential) {
    Api(int port) {
        this(port, "");
    }

    /// The same server for somebody who is signed in, or a program with a key.
    Api as(String other) {
        return new Api(port, other);
    }

    private static final Duration ANSWER_MAX = Duration.ofMinutes(Faults.count(1, 5));
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder()
                    .connectTimeout(Duration.ofSeconds(10))
                    .version(HttpClient.Version.HTTP_1_1)
                    .build();

    /// An answer, whatever it is.
    record Answer(int status, Map<String, java.util.List<String>> headers, String body) {
        JsonNode json() {
            return JSON.readTree(body);
        }

        Answer is(int expected) {
            assertThat(status).as(body).isEqualTo(expected);
            return this;
        }

        boolean isKept() {
            return header("cache-status").equals("recon; hit");
        }

        String header(String name) {
            return headers.getOrDefault(name, java.util.List.of("")).getFirst();
        }

        String text(String pointer) {
            return json().at(pointer).asString();
        }
    }

    /// What was kept is held against a new answer.
    Answer get(String path) {
        Answer answer = send(request(path).GET());
        if (answer.isKept()) {
            requireNew(path, answer);
        }
        return answer;
    }

    Answer getNew(String path) {
        return send(request(path).header("Cache-Control", "no-cache").GET());
    }

    /// A kept answer is an old one where a new one differs and the kept one is still given: between
    /// them others may have changed what it tells. That something does not answer tells nothing.
    private void requireNew(String path, Answer kept) {
        Answer made = getNew(path);
        if (made.status != 503 && !made.body.equals(kept.body)) {
            Answer again = send(request(path).GET());
            assertThat(again.isKept() && again.body.equals(kept.body))
                    .as("%s is kept: %s%nand is: %s", path, kept.body, made.body)
                    .isFalse();
        }
    }

    Answer post(String path, Object body) {
        return post(path, body, Map.of());
    }

    Answer post(String path, Object body, Map<String, String> headers) {
        HttpRequest.Builder request =
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
        headers.forEach(request::header);
        return send(request);
    }

    Answer patch(String path, Object body, Map<String, String> headers) {
        HttpRequest.Builder request =
                request(path)
                        .header("Content-Type", "application/json")
                        .method("PATCH", BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
        headers.forEach(request::header);
        return send(request);
    }

    Answer put(String path, Object body) {
        return put(path, body, Map.of());
    }

    Answer put(String path, Object body, Map<String, String> headers) {
        HttpRequest.Builder request =
                request(path)
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
        headers.forEach(request::header);
        return send(request);
    }

    Answer upload(String name, String text) {
        return upload(name, text.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    /// Sends a text as a file to any place that takes one.
    Answer deliver(String path, byte[] bytes) {
        return send(
                request(path)
                        .header("Content-Type", "application/octet-stream")
                        .POST(BodyPublishers.ofByteArray(bytes)));
    }

    Answer upload(String name, byte[] bytes, Map<String, String> headers) {
        HttpRequest.Builder request =
                request("/api/v1/files?name=" + name)
                        .header("Content-Type", "application/octet-stream")
                        .POST(BodyPublishers.ofByteArray(bytes));
        headers.forEach(request::header);
        return send(request);
    }

    Answer send(HttpRequest.Builder building) {
        HttpResponse<byte[]> response = bytes(building);
        String body = new String(response.body(), StandardCharsets.UTF_8);
        return new Answer(response.statusCode(), response.headers().map(), body);
    }

    /// An answer that is no text.
    HttpResponse<byte[]> bytes(HttpRequest.Builder building) {
        HttpRequest request = building.timeout(ANSWER_MAX).build();
        try {
            HttpResponse<byte[]> response = CLIENT.send(request, BodyHandlers.ofByteArray());
            Contract.check(
                    request.method(),
                    request.uri().getPath(),
                    new Contract.Seen(
                            response.statusCode(),
                            response.headers().firstValue("Content-Type").orElse(""),
                            new String(response.body(), StandardCharsets.UTF_8)));
            return response;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    HttpRequest.Builder request(String path) {
        HttpRequest.Builder building =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        return credential.isEmpty()
                ? building
                : building.header("Authorization", "Bearer " + credential);
    }
}
