package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A page that watches: it hears events, each held against the contract.
record Watcher(WebSocket socket, BlockingQueue<String> heard, CompletableFuture<Integer> ended)
        implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static URI uri(Api api, String query) {
        return URI.create("ws://127.0.0.1:" + api.port() + "/ws" + query);
    }

    static Watcher open(Api api, String query) {
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        CompletableFuture<Integer> ended = new CompletableFuture<>();
        WebSocket socket =
                HttpClient.newHttpClient()
                        .newWebSocketBuilder()
                        .buildAsync(uri(api, query), new Ear(heard, ended))
                        .join();
        return new Watcher(socket, heard, ended);
    }

    JsonNode next() throws InterruptedException {
        String text = heard.poll(30, TimeUnit.SECONDS);
        assertThat(text).as("an event is heard").isNotNull();
        Contract.checkEvent(String.valueOf(text));
        return JSON.readTree(String.valueOf(text));
    }

    JsonNode type(String type) throws InterruptedException {
        JsonNode event = next();
        while (!event.get("type").asString().equals(type)) {
            event = next();
        }
        return event;
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
        socket.abort();
    }

    private record Ear(BlockingQueue<String> heard, CompletableFuture<Integer> ended)
            implements WebSocket.Listener {
        @Override
        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            ended.complete(code);
            return CompletableFuture.completedFuture(reason);
        }

        @Override
        public void onError(WebSocket socket, Throwable failure) {
            ended.complete(1006);
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            heard.add(text.toString());
            socket.request(1);
            return CompletableFuture.completedFuture(text);
        }
    }
}
