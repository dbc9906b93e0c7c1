package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The database dies in the middle of uploads and decisions: what was answered is there, once.
class DatabaseFaultTest {
    private static final int CLIENTS = 4;

    @Test
    void whatWasAnsweredIsThereOnceAfterTheDatabaseDied() throws Exception {
        assumeThat(OlderDatabase.isInstalled()).as("postgresql-15 is installed").isTrue();
        Random random = new Random(4);
        int each = Faults.count(25, 400);
        int kills = Faults.count(2, 20);
        try (OlderDatabase database = OlderDatabase.start();
                TestServer server = TestServer.start(Map.of("DATABASE_URL", database.url()));
                ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            Scenario scenario = Scenario.start(server.api(), "killed");
            AtomicInteger answered = new AtomicInteger();
            List<Future<List<String>>> working = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                working.add(clients.submit(work(scenario, client, each, answered)));
            }
            int part = CLIENTS * each / (kills + 1);
            for (int kill = 1; kill <= kills; kill++) {
                int moment = kill * part - random.nextInt(part / 2);
                Faults.await(
                        "the work goes on", Duration.ofMinutes(2), () -> answered.get() >= moment);
                database.kill();
                database.restart();
            }
            List<String> expected = new ArrayList<>();
            for (Future<List<String>> one : working) {
                expected.addAll(one.get());
            }
            check(scenario, expected);
        }
    }

    /// Uploads and comments in turn, and gives what was answered.
    private static Callable<List<String>> work(
            Scenario scenario, int client, int each, AtomicInteger answered) {
        return () -> {
            Retries retries = new Retries(scenario.journey().api());
            String breakId =
                    retries.get("/api/v1/runs/" + scenario.run() + "/breaks")
                            .json()
                            .at("/items/0/id")
                            .asString();
            List<String> done = new ArrayList<>();
            for (int one = 0; one < each; one++) {
                String text = "client " + client + " number " + one;
                byte[] bytes = ("a,b\n" + text + ",1\n").getBytes(StandardCharsets.UTF_8);
                String file = retries.upload("file.csv", bytes).text("/id");
                retries.post(
                        "/api/v1/runs/" + scenario.run() + "/decisions",
                        Map.of("kind", "comment", "breakId", breakId, "text", text));
                done.add(text + " " + file);
                answered.incrementAndGet();
            }
            return done;
        };
    }

    private static void check(Scenario scenario, List<String> expected) {
        Journey journey = scenario.journey();
        List<String> comments =
                journey.all("/api/v1/runs/" + scenario.run() + "/decisions", 200).stream()
                        .map(one -> one.get("text").asString())
                        .toList();
        assertThat(comments)
                .containsExactlyInAnyOrderElementsOf(
                        expected.stream().map(one -> one.replaceAll(" [^ ]+$", "")).toList());
        List<String> uploads =
                journey.all("/api/v1/audit-events?action=file-uploaded", 200).stream()
                        .map(event -> event.get("objectId").asString())
                        .toList();
        assertThat(uploads).doesNotHaveDuplicates().hasSize(expected.size() + 2);
        assertThat(uploads)
                .containsAll(expected.stream().map(one -> one.replaceAll(".* ", "")).toList());
        JsonNode chain = journey.api().post("/api/v1/audit-chain/check", Map.of()).is(200).json();
        assertThat(chain.get("holds").asBoolean()).as(chain.toString()).isTrue();
    }
}
