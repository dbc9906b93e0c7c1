package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A source that fetches, as its page sees it.
record FetchingSource(Api api, String id) {
    private static final Duration WAIT = Duration.ofSeconds(30);

    static FetchingSource add(Api api, String name) {
        return new FetchingSource(
                api, api.post("/api/v1/sources", Map.of("name", name)).is(201).text("/id"));
    }

    /// The body that sets a place.
    static Map<String, @Nullable Object> wanted(
            String kind, Map<String, ?> place, @Nullable String secret) {
        Map<String, @Nullable Object> three = new HashMap<>();
        List.of("sftp", "s3", "database")
                .forEach(each -> three.put(each, each.equals(kind) ? place : null));
        Map<String, @Nullable Object> body = new HashMap<>();
        body.put("place", three);
        body.put("secret", secret);
        body.put("everyMinutes", 60);
        body.put("isOn", true);
        return body;
    }

    String path() {
        return "/api/v1/sources/" + id;
    }

    Api.Answer set(Map<String, @Nullable Object> wanted) {
        return api.put(path() + "/place", wanted);
    }

    JsonNode attempt(Map<String, @Nullable Object> wanted) {
        return api.post(path() + "/place/try", wanted).is(200).json();
    }

    JsonNode place() {
        return api.get(path() + "/place").is(200).json().get("place");
    }

    /// Asks for a look and waits until it has ended.
    JsonNode look() {
        String before = place().get("lookedAt").asString();
        api.post(path() + "/place/fetch", Map.of()).is(202);
        return await(place ->
                !place.get("isLooking").asBoolean()
                        && !place.get("lookedAt").asString().equals(before));
    }

    /// Waits for the first look, which begins by itself.
    JsonNode firstLook() {
        return await(place -> !place.get("lookedAt").isNull());
    }

    private JsonNode await(Predicate<JsonNode> isThere) {
        long until = System.nanoTime() + WAIT.toNanos();
        JsonNode place = place();
        while (!isThere.test(place)) {
            assertThat(System.nanoTime()).as("no look: %s", place).isLessThan(until);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            place = place();
        }
        return place;
    }

    List<JsonNode> deliveries() {
        return new Journey(api).all(path() + "/deliveries", 50);
    }

    List<JsonNode> fetched() {
        return new Journey(api).all(path() + "/fetched-files", 50);
    }

    /// The bytes of all that was delivered.
    String merged() {
        String file = deliveries().getFirst().get("mergedFileId").asString();
        return api.get("/api/v1/files/" + file + "/content").is(200).body();
    }

    void remove() {
        Api.Answer gone =
                api.send(api.request(path() + "/place").method("DELETE", BodyPublishers.noBody()));
        assertThat(gone.is(200).json().get("place").isNull()).isTrue();
    }
}
