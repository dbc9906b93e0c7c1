package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// A rule set is tried on the lines of a run before it is in force.
class ComparisonTest {
    private static final String WIDER =
            Scenario.RULES.replace("amount: 0.00", "amount: 0.50").replace("days: 3", "days: 30");
    private static final String NARROWER = Scenario.RULES.replace("days: 3", "days: 0");
    private static final long WAIT_NANOS = Duration.ofSeconds(60).toNanos();

    private final Api api = TestServer.shared().api();
    private final Journey journey = new Journey(api);

    @Test
    void aDraftSaysWhatItWouldChangeAndChangesNothing() {
        Scenario made = Scenario.start(api, "wider");

        JsonNode done = compare(made, Map.of("rules", WIDER));

        assertThat(done.get("before").asInt()).isEqualTo(1);
        assertThat(done.get("after").isNull()).isTrue();
        assertThat(done.at("/totals/lines").asInt()).isEqualTo(8);
        JsonNode newly = total(done, "newly-matched");
        assertThat(newly.get("left").asInt()).isEqualTo(1);
        assertThat(newly.at("/after/matched/0/value").asString()).isEqualTo("59.50");
        List<JsonNode> lines = lines(done, "?change=newly-matched");
        assertThat(lines).hasSize(2);
        JsonNode first = lines.getFirst();
        assertThat(first.at("/reference").asString()).isEqualTo("wider-3");
        assertThat(first.at("/before/status").asString()).isEqualTo("open");
        assertThat(first.at("/before/breakKind").asString()).isEqualTo("missing-on-right");
        assertThat(first.at("/after/pass").asString()).isEqualTo("amount-near-date");
        assertThat(first.at("/after/partners/0/line").asInt()).isEqualTo(4);
        // Nothing of the run is touched.
        assertThat(made.holder(made.run(), 3).get("type").asString()).isEqualTo("open");
        assertThat(api.get(one(made)).is(200).json().get("ruleSet").asInt()).isEqualTo(1);
    }

    @Test
    void aVersionIsComparedWithTheOneInForceByRowAndFilter() {
        Scenario made = Scenario.start(api, "versions");
        api.post(one(made) + "/rule-sets", Map.of("rules", NARROWER)).is(201);

        JsonNode done = compare(made, Map.of("after", 1));

        assertThat(done.get("before").asInt()).isEqualTo(2);
        assertThat(total(done, "newly-matched").get("left").asInt()).isEqualTo(1);
        List<JsonNode> pages =
                journey.all("/api/v1/comparisons/" + done.get("id").asString() + "/changes", 1);
        assertThat(pages).hasSize(done.at("/totals/changed").asInt());
        assertThat(lines(done, "?side=right"))
                .allMatch(line -> line.get("side").asString().equals("right"));
        assertThat(lines(done, "?currency=USD")).isEmpty();
        assertThat(lines(done, "?text=VERSIONS-2")).hasSize(1);
        assertThat(lines(done, "?change=newly-broken")).isEmpty();
        JsonNode other = compare(made, Map.of("before", 1, "after", 2));
        assertThat(total(other, "newly-broken").get("left").asInt()).isEqualTo(1);
        List<JsonNode> kept = journey.all(one(made) + "/comparisons", 50);
        assertThat(kept)
                .extracting(each -> each.get("id").asString())
                .containsExactly(other.get("id").asString(), done.get("id").asString());
    }

    /// The smallest change that the explanation of a break names does what it says.
    @Test
    void theSmallestChangeOfAnExplanationCanBeTried() {
        String head = "ref,amount,ccy,date,who\n";
        List<String> files =
                List.of(
                        head + "a,10.00,EUR,2026-01-05,A\nb,20.00,EUR,2026-01-06,B\n",
                        head + "a,10.00,EUR,2026-01-05,A\nb,20.09,EUR,2026-01-07,B\n");
        String near =
                Scenario.RULES
                        .replace("    key: [currency]\n", "    key: [reference]\n")
                        .replace("amount: 0.00", "amount: 0.05");
        Scenario made = Scenario.start(api, "smallest", near, files);
        String open =
                journey.all("/api/v1/runs/" + made.run() + "/breaks?side=left", 50).stream()
                        .map(row -> row.get("id").asString())
                        .findFirst()
                        .orElseThrow();
        JsonNode change =
                api.get("/api/v1/breaks/" + open + "/candidates").is(200).json().get("change");

        JsonNode done = compare(made, Map.of("rules", change.get("rules").asString()));

        assertThat(lines(done, "?change=newly-matched&side=left"))
                .extracting(line -> line.get("line").asInt())
                .contains(2)
                .hasSize(1 + change.get("others").asInt());
    }

    /// What a person decided binds both rule sets, as it would bind the next run.
    @Test
    void decisionsBindBoth() {
        Scenario made = Scenario.start(api, "bound");
        made.matchByHand(3, 4).is(201);
        made.about("unmatch", 1).is(201);

        JsonNode done = compare(made, Map.of("rules", WIDER));

        // Both rule sets would match the first by its reference; the wider one the third, too.
        assertThat(lines(done, "?text=bound-1")).isEmpty();
        assertThat(lines(done, "?text=bound-3")).isEmpty();
    }

    @Test
    void whatCannotBeComparedIsRefusedAndSaysWhy() {
        Scenario made = Scenario.start(api, "faulty");
        String other = Scenario.RULES.replace("  header: true\n", "  header: false\n");

        assertThat(queue(made, Map.of("rules", other)).is(422).text("/errors/0/detail"))
                .contains("splits the left file into other lines");
        assertThat(queue(made, Map.of("rules", "passes: 1")).is(422).text("/type"))
                .isEqualTo("/problems/rule-set-invalid");
        assertThat(
                        queue(made, Map.of("rules", WIDER, "after", 1))
                                .is(422)
                                .text("/errors/0/pointer"))
                .isEqualTo("#/rules");
        assertThat(queue(made, Map.of("after", 7)).is(422).text("/errors/0/pointer"))
                .isEqualTo("#/after");
    }

    @Test
    void aComparisonThatIsNotWantedAnyMoreIsCancelled() {
        Journey.Made made = journey.run(Sample.of(20_000, 5), "cancelled");
        Map<String, Object> wanted = Map.of("runId", made.run(), "after", 1);
        String question = "/api/v1/reconciliations/" + made.reconciliation();
        String id = api.post(question + "/comparisons", wanted).is(202).text("/id");

        Api.Answer cancelled = api.post("/api/v1/comparisons/" + id + "/cancel", Map.of()).is(200);

        assertThat(cancelled.text("/status")).isEqualTo("cancelled");
        assertThat(api.get("/api/v1/comparisons/" + id + "/changes").is(409).text("/type"))
                .isEqualTo("/problems/run-not-done");
        assertThat(
                        api.post("/api/v1/comparisons/" + id + "/cancel", Map.of())
                                .is(409)
                                .text("/type"))
                .isEqualTo("/problems/run-ended");
        // The worker goes on with what comes next.
        String next = api.post(question + "/comparisons", wanted).is(202).text("/id");
        JsonNode same = await(next);
        assertThat(same.at("/totals/changed").asInt()).isZero();
        assertThat(api.get("/api/v1/comparisons/" + id).is(200).text("/status"))
                .isEqualTo("cancelled");
    }

    private JsonNode compare(Scenario made, Map<String, Object> rules) {
        return await(queue(made, rules).is(202).text("/id"));
    }

    private Api.Answer queue(Scenario made, Map<String, Object> rules) {
        Map<String, Object> wanted = new java.util.HashMap<>(rules);
        wanted.put("runId", made.run());
        return api.post(one(made) + "/comparisons", wanted);
    }

    private JsonNode await(String id) {
        long until = System.nanoTime() + WAIT_NANOS;
        JsonNode found = api.get("/api/v1/comparisons/" + id).is(200).json();
        while (List.of("queued", "running").contains(found.get("status").asString())) {
            assertThat(System.nanoTime()).as("it takes too long").isLessThan(until);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            found = api.get("/api/v1/comparisons/" + id).is(200).json();
        }
        assertThat(found.get("status").asString()).as(found.toString()).isEqualTo("done");
        return found;
    }

    private List<JsonNode> lines(JsonNode comparison, String query) {
        String path = "/api/v1/comparisons/" + comparison.get("id").asString() + "/changes";
        return journey.all(path + query, 50);
    }

    private static JsonNode total(JsonNode comparison, String change) {
        for (JsonNode one : comparison.at("/totals/changes")) {
            if (one.get("change").asString().equals(change)) {
                return one;
            }
        }
        throw new AssertionError(change + " is not in " + comparison);
    }

    private static String one(Scenario made) {
        return "/api/v1/reconciliations/" + made.made().reconciliation();
    }
}
