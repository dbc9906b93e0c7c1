package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What the list of reconciliations and a run say of open and resolved breaks is what a count of
/// all breaks says, whatever people decided, took back or ran again.
class OpenCountLawTest {
    private static final int SEEDS = 3;
    private static final int STEPS = 40;
    private static final int LINES = 24;

    private final TestServer server = TestServer.shared();
    private final Api api = server.api();
    private final Journey journey = new Journey(api);

    /// How many deeds of each kind the server took.
    private final Map<String, Integer> taken = new TreeMap<>();

    @Test
    void theListSaysWhatAFullCountSays() {
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            Scenario scenario = scenario(random, seed);
            String run = scenario.run();
            requireSame(scenario, run, "seed " + seed);
            for (int step = 0; step < STEPS; step++) {
                if (step % 13 == 12) {
                    run = scenario.runAgain();
                } else {
                    deed(random, run);
                }
                requireSame(scenario, run, "seed %d, step %d".formatted(seed, step));
            }
            forgetTotals(run);
            requireSame(scenario, run, "seed %d, of an older program".formatted(seed));
        }
        assertThat(taken.keySet())
                .containsExactlyInAnyOrder(
                        "match-by-hand", "unmatch", "accept", "reject", "comment", "undo");
        assertThat(taken.values().stream().mapToInt(one -> one).sum())
                .isGreaterThan(SEEDS * STEPS / 2);
    }

    private static Scenario scenario(Random random, int seed) {
        StringBuilder left = new StringBuilder("ref,amount,ccy,date,who\n");
        StringBuilder right = new StringBuilder("ref,amount,ccy,date,who\n");
        for (int line = 0; line < LINES; line++) {
            String said =
                    ",%d.00,%s,2026-03-%02d,W\n"
                            .formatted(
                                    1 + random.nextInt(9),
                                    random.nextInt(3) == 0 ? "USD" : "EUR",
                                    1 + random.nextInt(20));
            left.append('s').append(seed).append('-').append(line).append(said);
            boolean isSame = random.nextInt(3) > 0;
            right.append(isSame ? 's' : 'x').append(seed).append('-').append(line);
            right.append(random.nextInt(4) > 0 ? said : said.replace(".00", ".50"));
        }
        return Scenario.start(
                TestServer.shared().api(),
                "counts " + seed,
                Scenario.RULES,
                List.of(left.toString(), right.toString()));
    }

    private void deed(Random random, String run) {
        switch (random.nextInt(7)) {
            case 0, 1 -> matchByHand(random, run);
            case 2 -> about(random, run, "matched", "unmatch");
            case 3 -> about(random, run, "suggested", "accept");
            case 4 -> about(random, run, "suggested", "reject");
            case 5 -> comment(random, run);
            default -> undo(random, run);
        }
    }

    private void matchByHand(Random random, String run) {
        List<JsonNode> open = journey.all("/api/v1/runs/" + run + "/breaks?status=open", 100);
        any(random, alone(open, "left", "right"))
                .ifPresent(one -> {
                    String currency = one.at("/difference/currency").asString();
                    List<JsonNode> others = new ArrayList<>(alone(open, "right", "left"));
                    others.removeIf(
                            other -> !other.at("/difference/currency").asString().equals(currency));
                    any(random, others)
                            .ifPresent(other ->
                                    decide(
                                            run,
                                            Map.of(
                                                    "kind", "match-by-hand",
                                                    "left", List.of(one.at("/left/line").asInt()),
                                                    "right",
                                                            List.of(
                                                                    other.at("/right/line")
                                                                            .asInt()))));
                });
    }

    private static List<JsonNode> alone(List<JsonNode> breaks, String side, String other) {
        return breaks.stream()
                .filter(one -> !one.get(side).isNull() && one.get(other).isNull())
                .filter(one -> one.get("matchId").isNull())
                .toList();
    }

    private void about(Random random, String run, String status, String kind) {
        any(random, journey.all("/api/v1/runs/" + run + "/matches?status=" + status, 100))
                .ifPresent(match ->
                        decide(
                                run,
                                Map.of(
                                        "kind", kind,
                                        "matchId", match.get("id").asString(),
                                        "version", match.get("version").asInt())));
    }

    /// A break that somebody wrote about stays when the decision that made it is undone.
    private void comment(Random random, String run) {
        any(random, journey.all("/api/v1/runs/" + run + "/breaks", 100))
                .ifPresent(one ->
                        decide(
                                run,
                                Map.of(
                                        "kind", "comment",
                                        "breakId", one.get("id").asString(),
                                        "text", "why?")));
    }

    private void undo(Random random, String run) {
        List<JsonNode> decisions =
                new ArrayList<>(journey.all("/api/v1/runs/" + run + "/decisions", 100));
        decisions.removeIf(one -> !one.get("undone").isNull());
        any(random, decisions)
                .ifPresent(one ->
                        count(
                                "undo",
                                api.post(
                                        "/api/v1/decisions/" + one.get("id").asString() + "/undo",
                                        Map.of())));
    }

    private void decide(String run, Map<String, Object> decision) {
        count(String.valueOf(decision.get("kind")), journey.decide(run, decision));
    }

    private void count(String kind, Api.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isIn(200, 201, 409, 422);
        if (answer.status() < 300) {
            taken.merge(kind, 1, Integer::sum);
        }
    }

    private static java.util.Optional<JsonNode> any(Random random, List<JsonNode> from) {
        return from.isEmpty()
                ? java.util.Optional.empty()
                : java.util.Optional.of(from.get(random.nextInt(from.size())));
    }

    /// Programs before the one that counts breaks kept no totals of them.
    private void forgetTotals(String run) {
        server.owner()
                .sql("UPDATE run SET totals = (totals::jsonb - 'breaks')::text WHERE id = :id")
                .param("id", UUID.fromString(run))
                .update();
    }

    private void requireSame(Scenario scenario, String run, String when) {
        JsonNode standing =
                api.get("/api/v1/reconciliations?limit=200")
                        .json()
                        .get("items")
                        .valueStream()
                        .filter(one ->
                                one.get("id").asString().equals(scenario.made().reconciliation()))
                        .findFirst()
                        .orElseThrow()
                        .get("resultRun");
        assertThat(standing.get("runId").asString()).isEqualTo(run);
        assertThat(standing.get("openBreaks").asLong())
                .as("open, " + when)
                .isEqualTo(sum(run, "count(*) FILTER (WHERE status = 'open')"));
        assertThat(standing.get("resolvedBreaks").asLong())
                .as("resolved, " + when)
                .isEqualTo(sum(run, "count(*) FILTER (WHERE status = 'resolved')"));
        Map<String, String> values = new TreeMap<>();
        standing.get("openValues")
                .forEach(one ->
                        values.put(one.get("currency").asString(), one.get("value").asString()));
        assertThat(values).as("open values, " + when).isEqualTo(openValues(run));
        Map<String, List<Integer>> kinds = new HashMap<>();
        journey.summary(run)
                .get("byKind")
                .forEach(one ->
                        kinds.put(
                                one.get("kind").asString(),
                                List.of(one.get("open").asInt(), one.get("resolved").asInt())));
        assertThat(kinds).as("kinds, " + when).isEqualTo(kinds(run));
    }

    private long sum(String run, String what) {
        return server.owner()
                .sql("SELECT " + what + " FROM break WHERE run_id = :id")
                .param("id", UUID.fromString(run))
                .query(Long.class)
                .single();
    }

    private Map<String, String> openValues(String run) {
        Map<String, String> all = new TreeMap<>();
        server.owner()
                .sql(
                        """
                        SELECT currency, (sum(value_units) / 100)::numeric(20, 2) AS value
                        FROM break WHERE run_id = :id AND status = 'open'
                        GROUP BY currency
                        """)
                .param("id", UUID.fromString(run))
                .query(row -> {
                    all.put(row.getString("currency"), row.getString("value"));
                });
        return all;
    }

    private Map<String, List<Integer>> kinds(String run) {
        Map<String, List<Integer>> all = new HashMap<>();
        server.owner()
                .sql(
                        """
                        SELECT kind, count(*) FILTER (WHERE status = 'open') AS open,
                            count(*) FILTER (WHERE status = 'resolved') AS resolved
                        FROM break WHERE run_id = :id GROUP BY kind
                        """)
                .param("id", UUID.fromString(run))
                .query(row -> {
                    all.put(
                            row.getString("kind"),
                            List.of(row.getInt("open"), row.getInt("resolved")));
                });
        return all;
    }
}
