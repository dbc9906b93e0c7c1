package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recon.server.platform.Limits;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// Who watches hears of runs and decisions, and misses nothing when the line breaks.
class LiveEventsTest {
    private final Api api = TestServer.shared().api();
    private final Journey journey = new Journey(api);

    @Test
    void aRunIsHeardUntilItsEnd() throws Exception {
        try (Watcher watcher = Watcher.open(api, "?ticket=" + ticket(api))) {
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
    void whatHappensBetweenTheTicketAndItsSocketIsHeard() throws Exception {
        String ticket = ticket(api);
        String run = journey.run(Sample.of(80, 24), "between").run();

        try (Watcher watcher = Watcher.open(api, "?ticket=" + ticket)) {
            assertThat(watcher.until(run, "done")).isNotEmpty();
        }
    }

    @Test
    void whatWasMissedIsSentAgain() throws Exception {
        long seen;
        String run;
        try (Watcher watcher = Watcher.open(api, "?ticket=" + ticket(api))) {
            run = journey.run(Sample.of(80, 22), "missed").run();
            seen = watcher.until(run, "done").getFirst().get("id").asLong();
        }

        try (Watcher again = Watcher.open(api, "?ticket=" + ticket(api) + "&lastEventId=" + seen)) {
            List<JsonNode> heard = again.until(run, "done");
            assertThat(heard.getFirst().get("id").asLong()).isGreaterThan(seen);
        }
    }

    @Test
    void whoWasAwayTooLongIsToldToReadAgain() throws Exception {
        String longAgo = "?ticket=" + ticket(api) + "&lastEventId=999999999";
        try (Watcher watcher = Watcher.open(api, longAgo)) {
            assertThat(watcher.next().get("type").asString()).isEqualTo("reset");
        }
    }

    @Test
    void whoMissedMoreThanCanBeToldIsToldToReadAgain() throws Exception {
        String email = People.address("ada");
        Api newcomer = People.shared().newcomer(email).api();
        JdbcClient owner = TestServer.shared().owner();
        String name = "of " + email;
        owner.sql(
                        """
                        INSERT INTO live_event (workspace_id, text)
                        SELECT w.id, '{"type":"presence"}'
                        FROM workspace w, generate_series(1, 5000) WHERE w.name = :name
                        """)
                .param("name", name)
                .update();
        long first =
                owner.sql(
                                """
                                SELECT min(e.id) FROM live_event e
                                JOIN workspace w ON w.id = e.workspace_id WHERE w.name = :name
                                """)
                        .param("name", name)
                        .query(Long.class)
                        .single();

        String query = "?ticket=" + ticket(newcomer) + "&lastEventId=" + first;
        try (Watcher again = Watcher.open(newcomer, query)) {
            assertThat(again.next().get("type").asString()).isEqualTo("reset");
        }
    }

    @Test
    void eventsAreNotCompressedForEachPage() throws Exception {
        String request =
                """
                GET /ws?ticket=%s HTTP/1.1
                Host: localhost
                Connection: Upgrade
                Upgrade: websocket
                Sec-WebSocket-Version: 13
                Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==
                Sec-WebSocket-Extensions: permessage-deflate

                """
                        .formatted(ticket(api))
                        .replace("\n", "\r\n");
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), api.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            var answer =
                    new BufferedReader(
                            new InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.ISO_8859_1));
            assertThat(answer.readLine()).contains("101");
            assertThat(answer.lines().takeWhile(line -> !line.isEmpty()))
                    .noneMatch(line -> line.startsWith("Sec-WebSocket-Extensions"));
        }
    }

    @Test
    void aPageOfAnotherSiteIsRefused() {
        CompletableFuture<WebSocket> foreign =
                HttpClient.newHttpClient()
                        .newWebSocketBuilder()
                        .header("Origin", "https://evil.example")
                        .buildAsync(Watcher.uri(api, ""), new WebSocket.Listener() {});

        assertThatThrownBy(foreign::join).isInstanceOf(CompletionException.class);
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
        Api admin = People.shared().newcomer(People.address("ada")).api();
        String query = "?ticket=" + ticket(admin);
        try (Watcher watcher = Watcher.open(admin, query)) {
            String run = new Journey(admin).run(Sample.of(40, 23), "by ticket").run();
            assertThat(watcher.until(run, "done")).isNotEmpty();
        }
        for (String used : List.of(query, "", "?ticket=guessed")) {
            assertThatThrownBy(() -> Watcher.open(admin, used))
                    .as(used)
                    .hasCauseInstanceOf(WebSocketHandshakeException.class);
        }
    }

    @Test
    void aTicketOpensOneSocketAndNothingElseDoes() throws Exception {
        String ticket = ticket(api);
        try (Watcher first = Watcher.open(api, "?ticket=" + ticket)) {
            assertThat(first.socket().isOutputClosed()).isFalse();
            for (String query :
                    List.of("", "?ticket=", "?ticket=" + ticket, "?ticket=" + forged(ticket))) {
                assertThatThrownBy(() -> Watcher.open(api, query))
                        .as(query)
                        .hasCauseInstanceOf(WebSocketHandshakeException.class);
            }
        }
    }

    @Test
    void whoSendsMuchOrLargeIsLetGo() throws Exception {
        try (Watcher flood = Watcher.open(api, "?ticket=" + ticket(api))) {
            for (int i = 0; i < 101 && !flood.ended().isDone(); i++) {
                flood.socket().sendText("{}", true).get(5, TimeUnit.SECONDS);
            }
            assertThat(flood.ended().get(20, TimeUnit.SECONDS)).isEqualTo(1008);
        }
        try (Watcher giant = Watcher.open(api, "?ticket=" + ticket(api))) {
            giant.socket().sendText("x".repeat(5000), true).get(5, TimeUnit.SECONDS);
            assertThat(giant.ended().get(20, TimeUnit.SECONDS)).isIn(1009, 1006);
        }
    }

    @Test
    void aStreamEndsWithItsToken() throws Exception {
        String ticket = ticket(api);
        TestServer.shared()
                .owner()
                .sql("UPDATE live_ticket SET stream_until = now() + interval '1 second'")
                .update();
        try (Watcher watcher = Watcher.open(api, "?ticket=" + ticket)) {
            assertThat(watcher.ended().get(20, TimeUnit.SECONDS)).isEqualTo(4401);
        }
    }

    @Test
    void aServerThatGoesSaysSoAndAnotherGoesOn() throws Exception {
        String database = TestDatabase.fresh();
        Map<String, String> shared = Map.of("DATABASE_URL", database);
        try (TestServer one = TestServer.start(shared)) {
            TestServer two = TestServer.start(shared);
            try (Watcher atTwo = Watcher.open(two.api(), "?ticket=" + ticket(one.api()))) {
                String run = new Journey(one.api()).run(Sample.of(40, 23), "elsewhere").run();
                long seen = atTwo.until(run, "done").getFirst().get("id").asLong();
                two.close();
                assertThat(atTwo.type("draining").get("retryMillis").asInt()).isBetween(0, 15_000);
                assertThat(atTwo.ended().get(20, TimeUnit.SECONDS)).isEqualTo(1012);
                try (Watcher back =
                        Watcher.open(
                                one.api(),
                                "?ticket=" + ticket(one.api()) + "&lastEventId=" + seen)) {
                    assertThat(back.until(run, "done")).isNotEmpty();
                }
            }
        }
    }

    /// It waits for a whole second whenever nobody calls.
    @Test
    void aServerThatStopsDoesNotListenToTheEnd() {
        TestServer server = TestServer.shared();
        SmartLifecycle feed = server.context().getBean("liveFeed", SmartLifecycle.class);
        feed.stop();
        Faults.await("nobody listens", Duration.ofSeconds(30), () -> listeners(server) == 0);
        feed.start();
        Faults.await("it listens", Duration.ofSeconds(30), () -> listeners(server) == 1);

        long begun = System.nanoTime();
        feed.stop();
        long millis = (System.nanoTime() - begun) / 1_000_000;
        feed.start();

        assertThat(millis).isLessThan(Limits.LIVE_LOOK.toMillis() / 2);
    }

    private static int listeners(TestServer server) {
        return server.owner()
                .sql(
                        """
                        SELECT count(*) FROM pg_stat_activity
                        WHERE datname = current_database()
                            AND query LIKE 'LISTEN %' AND state = 'idle'
                        """)
                .query(Integer.class)
                .single();
    }

    private static String forged(String ticket) {
        char last = ticket.charAt(ticket.length() - 1);
        return ticket.substring(0, ticket.length() - 1) + (last == 'A' ? 'B' : 'A');
    }

    private static String ticket(Api api) {
        return api.post("/api/v1/live-tickets", Map.of()).is(201).text("/ticket");
    }
}
