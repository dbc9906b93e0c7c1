package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/// Clients that upload and comment while the database below them breaks, and send again what was
/// not answered.
///
/// @param answered how many pairs of requests were
record DatabaseWork(Scenario scenario, List<Future<List<String>>> working, AtomicInteger answered) {
    static final int CLIENTS = 4;

    static DatabaseWork begin(Scenario scenario, ExecutorService clients, int each) {
        AtomicInteger answered = new AtomicInteger();
        List<Future<List<String>>> working = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            working.add(clients.submit(work(scenario, client, each, answered)));
        }
        return new DatabaseWork(scenario, working, answered);
    }

    /// Waits until so many were answered.
    void await(int moment) {
        Faults.await("the work goes on", Duration.ofMinutes(4), () -> answered.get() >= moment);
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

    /// What was answered is there once, and the history holds.
    void check() throws ExecutionException, InterruptedException {
        List<String> expected = new ArrayList<>();
        for (Future<List<String>> one : working) {
            expected.addAll(one.get());
        }
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
