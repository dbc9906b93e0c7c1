package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Who watches hears of runs and decisions, and misses nothing when the line breaks.
class LiveEventsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Api api = TestServer.shared().api();
    private final Journey journey = new Journey(api);

    @Test
    void aRunIsHeardUntilItsEnd() throws Exception {
        try (Watcher watcher = Watcher.open(api, "")) {
            String run = journey.run(Sample.of(80, 21), "live").run();

            List<JsonNode> heard = watcher.until(run, "done");

            assertThat(heard.getFirst().get("status").asString()).isEqualTo("queued");
            assertThat(heard.getLast().get("progress").asDouble()).isEqualTo(1);
            assertThat(heard)
                    .isSortedAccordingTo(
                            java.util.Comparator.comparingLong(event -> event.get("id").asLong()));
        }
    }

    @Test
    void whatWasMissedIsSentAgain() throws Exception {
        long seen;
        String run;
        try (Watcher watcher = Watcher.open(api, "")) {
            run = journey.run(Sample.of(80, 22), "missed").run();
            seen = watcher.until(run, "done").getFirst().get("id").asLong();
        }

        try (Watcher again = Watcher.open(api, "?lastEventId=" + seen)) {
            List<JsonNode> heard = again.until(run, "done");
            assertThat(heard.getFirst().get("id").asLong()).isGreaterThan(seen);
        }
    }

    @Test
    void whoWasAwayTooLongIsToldToReadAgain() throws Exception {
        try (Watcher watcher = Watcher.open(api, "?lastEventId=1")) {
            assertThat(watcher.next().get("type").asString()).isEqualTo("reset");
        }
    }

    @Test
    void aPageOfAnotherSiteIsRefused() {
        CompletableFuture<WebSocket> foreign =
                HttpClient.newHttpClient()
                        .newWebSocketBuilder()
                        .header("Origin", "https://evil.example")
                        .buildAsync(uri(api, ""), new WebSocket.Listener() {});

        org.assertj.core.api.Assertions.assertThatThrownBy(foreign::join)
                .isInstanceOf(CompletionException.class);
        assertThat(
                        api.send(
                                        api.request("/api/v1/sources")
                                                .header("Origin", "https://evil.example")
                                                .header("Content-Type", "application/json")
                                                .POST(
                                                        java.net.http.HttpRequest.BodyPublishers
                                                                .ofString("{\"name\":\"x\"}")))
                                .is(403)
                                .text("/type"))
                .isEqualTo("/problems/forbidden-origin");
    }

    @Test
    void aTicketOpensOnceAndOnlyItsWorkspace() throws Exception {
        try (TestServer server = TestServer.start(Map.of())) {
            Api admin = new People(server).admin().api();
            String query =
                    "?ticket="
                            + admin.post("/api/v1/live-tickets", Map.of()).is(201).text("/ticket");
            try (Watcher watcher = Watcher.open(admin, query)) {
                String run = new Journey(admin).run(Sample.of(40, 23), "by ticket").run();
                assertThat(watcher.until(run, "done")).isNotEmpty();
            }
            for (String used : List.of(query, "", "?ticket=guessed")) {
                CompletableFuture<Integer> closed = new CompletableFuture<>();
                HttpClient.newHttpClient()
                        .newWebSocketBuilder()
                        .buildAsync(uri(admin, used), new ClosedEar(closed))
                        .join();
                assertThat(closed.get(30, TimeUnit.SECONDS)).as("<%s>", used).isEqualTo(1008);
            }
        }
    }

    private record ClosedEar(CompletableFuture<Integer> closed) implements WebSocket.Listener {
        @Override
        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            closed.complete(code);
            return CompletableFuture.completedFuture(code);
        }
    }

    private static URI uri(Api api, String query) {
        return URI.create("ws://127.0.0.1:" + api.port() + "/ws" + query);
    }

    private record Watcher(WebSocket socket, BlockingQueue<String> heard) implements AutoCloseable {
        static Watcher open(Api api, String query) {
            BlockingQueue<String> heard = new LinkedBlockingQueue<>();
            WebSocket socket =
                    HttpClient.newHttpClient()
                            .newWebSocketBuilder()
                            .buildAsync(uri(api, query), new Ear(heard))
                            .join();
            return new Watcher(socket, heard);
        }

        JsonNode next() throws InterruptedException {
            String text = heard.poll(30, TimeUnit.SECONDS);
            assertThat(text).as("an event is heard").isNotNull();
            Contract.checkEvent(String.valueOf(text));
            return JSON.readTree(String.valueOf(text));
        }

        List<JsonNode> until(String run, String status) throws InterruptedException {
            List<JsonNode> found = new ArrayList<>();
            while (true) {
                JsonNode event = next();
                if (event.path("runId").asString().equals(run)) {
                    found.add(event);
                    if (event.path("status").asString().equals(status)) {
                        return found;
                    }
                }
            }
        }

        @Override
        public void close() {
            socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
        }
    }

    private record Ear(BlockingQueue<String> heard) implements WebSocket.Listener {
        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            heard.add(text.toString());
            socket.request(1);
            return CompletableFuture.completedFuture(text);
        }
    }
}
