package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// A reconciliation that names its sources runs with all that they delivered: when somebody wants
/// it, and by itself when both have something new.
class NewestRunTest {
    private static final Duration WAIT = Duration.ofSeconds(60);

    private final Api api = TestServer.shared().api();
    private final Journey journey = new Journey(api);

    /// A question and its two sources.
    private record Question(String id, String left, String right) {
        String path() {
            return "/api/v1/reconciliations/" + id;
        }
    }

    @Test
    void theNewestDeliveriesAreRunWhenSomebodyWantsIt() {
        Question question = question("wanted");
        api.post(question.path() + "/newest-run", Map.of()).is(422);
        setSources(question, false);
        assertThat(api.post(question.path() + "/newest-run", Map.of()).is(422).text("/detail"))
                .contains("no delivery");
        Sample sample = Sample.of(40, 7);
        String left = deliver(question.left, sample.left());
        String right = deliver(question.right, sample.right());

        String run = api.post(question.path() + "/newest-run", Map.of()).is(202).text("/id");

        JsonNode done = journey.await(run, "done");
        assertThat(done.at("/leftFile/id").asString()).isEqualTo(left);
        assertThat(done.at("/rightFile/id").asString()).isEqualTo(right);
        journey.proven(run);
    }

    @Test
    void itRunsByItselfOnceWhenBothHaveDelivered() {
        Question question = question("by itself");
        Sample sample = Sample.of(60, 9);
        List<String> lines = sample.left().lines().toList();
        String head = String.join("\n", lines.subList(0, 31)) + "\n";
        deliver(question.left, head);
        deliver(question.right, sample.right());
        setSources(question, true);

        deliver(question.left, sample.left());
        assertThat(runs(question)).as("what was there before starts nothing").isEmpty();
        deliver(question.right, sample.right() + "30.03.2026,1.00,EUR,AC101,INV-0,Late\n");
        awaitRuns(question, 1);
        journey.await(runs(question).getFirst().get("id").asString(), "done");
        deliver(question.left, sample.left() + "L99,AC101,2026-03-30,2.00,EUR,INV-1,Late\n");

        // Another question whose run comes later shows that this one was looked at meanwhile.
        Question witness = question("witness");
        setSources(witness, true);
        deliver(witness.left, sample.left());
        deliver(witness.right, sample.right());
        awaitRuns(witness, 1);
        assertThat(runs(question)).as("only one side is new").hasSize(1);
    }

    @Test
    void runningByItselfNeedsBothSourcesAndTheNewestVersion() {
        Question question = question("refused");
        Map<String, Object> one = new HashMap<>();
        one.put("leftSource", question.left);
        one.put("runsByItself", true);

        assertThat(put(question, one, "\"1\"").is(422).text("/detail")).contains("each side");
        one.put("runsByItself", false);
        put(question, one, "\"9\"").is(412);
        put(question, one, "\"1\"").is(200);
    }

    private Question question(String name) {
        Sample sample = Sample.of(40, 7);
        String rules =
                api.get(
                                "/api/v1/proposals?leftFile="
                                        + api.upload("l.csv", sample.left()).text("/id")
                                        + "&rightFile="
                                        + api.upload("r.csv", sample.right()).text("/id"))
                        .is(200)
                        .text("/rules");
        String id =
                api.post("/api/v1/reconciliations", Map.of("name", name, "rules", rules))
                        .is(201)
                        .text("/id");
        return new Question(id, source("ledger " + name), source("bank " + name));
    }

    private String source(String name) {
        return api.post("/api/v1/sources", Map.of("name", name)).is(201).text("/id");
    }

    private String deliver(String source, String text) {
        return api.deliver(
                        "/api/v1/sources/" + source + "/deliveries?name=d.csv",
                        text.getBytes(StandardCharsets.UTF_8))
                .is(201)
                .text("/mergedFileId");
    }

    private void setSources(Question question, boolean byItself) {
        Map<String, Object> wanted =
                Map.of(
                        "leftSource", question.left,
                        "rightSource", question.right,
                        "runsByItself", byItself);
        assertThat(put(question, wanted, "\"1\"").is(200).json().get("runsByItself").asBoolean())
                .isEqualTo(byItself);
    }

    private Api.Answer put(Question question, Map<String, Object> wanted, String version) {
        return api.put(question.path() + "/sources", wanted, Map.of("If-Match", version));
    }

    private List<JsonNode> runs(Question question) {
        return journey.all(question.path() + "/runs", 10);
    }

    private void awaitRuns(Question question, int count) {
        long until = System.nanoTime() + WAIT.toNanos();
        while (runs(question).size() < count) {
            assertThat(System.nanoTime()).as("it runs by itself").isLessThan(until);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
