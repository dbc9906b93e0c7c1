package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// A run over one delivery, and one that carries it on with the next, find what one run over both
/// finds: the same matches, the same breaks, the same proof.
class CarryLawTest {
    private static final int SEEDS = 5;
    private static final int CLUSTERS = 30;
    private static final String HEAD = "ref,amount,ccy,date,who\n";
    private static final String RULES =
            Scenario.RULES.replace(
                    "    key: [currency]\n    amount: 0.00\n",
                    "    key: [reference, currency]\n    amount: 5.00\n");

    private final Api api = TestServer.shared().api();
    private final Journey journey = new Journey(api);

    /// The lines of two deliveries of both sides.
    private record Lines(List<String> left, List<String> right) {
        Lines() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        Lines and(Lines other) {
            Lines all = new Lines(new ArrayList<>(left), new ArrayList<>(right));
            all.left.addAll(other.left);
            all.right.addAll(other.right);
            return all;
        }
    }

    @Test
    void twoRunsFindWhatOneRunOverEverythingFinds() {
        assertThat(RULES).contains("key: [reference, currency]");
        int carriedOn = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            Lines first = new Lines();
            Lines second = new Lines();
            deliver(new Random(seed), seed, first, second);
            String question =
                    api.post("/api/v1/reconciliations", Map.of("name", "law", "rules", RULES))
                            .is(201)
                            .text("/id");

            String before = run(question, first, Map.of());
            String after = run(question, second, Map.of("follows", before));
            String whole = run(question, first.and(second), Map.of());

            JsonNode follows = journey.await(after, "done").get("follows");
            carriedOn += follows.get("left").asInt() + follows.get("right").asInt();
            List<String> found = matches(before, true);
            found.addAll(matches(after, false));
            assertThat(found)
                    .as("matches of seed %d", seed)
                    .containsExactlyInAnyOrderElementsOf(matches(whole, false));
            List<String> breaks = breaks(before, true);
            breaks.addAll(breaks(after, false));
            assertThat(breaks)
                    .as("breaks of seed %d", seed)
                    .containsExactlyInAnyOrderElementsOf(breaks(whole, false));
            assertProof(before, after, whole);
        }
        assertThat(carriedOn).isGreaterThan(SEEDS * CLUSTERS / 3);
    }

    /// Clusters that touch nothing outside of them: pairs, pairs of two deliveries, entries without
    /// a partner, amounts that differ, and suggestions among twins.
    private static void deliver(Random random, int seed, Lines first, Lines second) {
        for (int cluster = 0; cluster < CLUSTERS; cluster++) {
            String ref = "s" + seed + "-c" + cluster;
            int cents = 1_000 + random.nextInt(90_000);
            Lines left = random.nextInt(3) > 0 ? first : second;
            Lines right = random.nextBoolean() ? left : second;
            switch (random.nextInt(6)) {
                case 0 -> left.left.add(line(ref, cents, cluster));
                case 1 -> right.right.add(line(ref, cents, cluster));
                case 2 -> {
                    left.left.add(line(ref, cents, cluster));
                    right.right.add(line(ref, cents + 1 + random.nextInt(400), cluster));
                }
                case 3 -> {
                    // Both twins at once: one that came later would make a choice of what was
                    // settled.
                    left.left.add(line(ref, cents, cluster));
                    right.right.add(line(ref, cents + 7, cluster));
                    right.right.add(line(ref, cents - 7, cluster));
                }
                default -> {
                    left.left.add(line(ref, cents, cluster));
                    right.right.add(line(ref, cents, cluster));
                }
            }
        }
        // A file without a line has no columns of a type.
        second.left.add(line("s" + seed + "-l", 100, 1));
        second.right.add(line("s" + seed + "-r", 200, 1));
    }

    private static String line(String ref, int cents, int cluster) {
        BigDecimal amount = BigDecimal.valueOf(cents, 2);
        String currency = cluster % 4 == 0 ? "USD" : "EUR";
        return ref + "," + amount + "," + currency + ",2026-03-1" + cluster % 9 + ",W\n";
    }

    private String run(String question, Lines lines, Map<String, String> follows) {
        Map<String, Object> wanted = new java.util.HashMap<>(follows);
        wanted.put("leftFile", upload("l.csv", lines.left));
        wanted.put("rightFile", upload("r.csv", lines.right));
        String run =
                api.post("/api/v1/reconciliations/" + question + "/runs", wanted)
                        .is(202)
                        .text("/id");
        journey.await(run, "done");
        journey.proven(run);
        return run;
    }

    private String upload(String name, List<String> lines) {
        return api.upload(name, HEAD + String.join("", lines)).text("/id");
    }

    /// Matches by what their lines say; of a run that another one carries on, the settled ones.
    private List<String> matches(String run, boolean settled) {
        List<String> found = new ArrayList<>();
        for (JsonNode match : journey.all("/api/v1/runs/" + run + "/matches", 100)) {
            if (!settled || match.get("status").asString().equals("matched")) {
                found.add(
                        match.get("pass").asString()
                                + " "
                                + match.get("status").asString()
                                + references(match.get("left"))
                                + references(match.get("right")));
            }
        }
        return found;
    }

    private static String references(JsonNode entries) {
        List<String> all = new ArrayList<>();
        entries.forEach(one ->
                all.add(
                        one.get("reference").asString()
                                + " "
                                + one.at("/amount/value").asString()));
        return " " + all.stream().sorted().toList();
    }

    private List<String> breaks(String run, boolean settled) {
        List<String> found = new ArrayList<>();
        for (JsonNode row : journey.all("/api/v1/runs/" + run + "/breaks", 100)) {
            if (!settled || row.get("later").isNull()) {
                assertThat(settled && row.get("matchId").isNull()).as(row.toString()).isFalse();
                found.add(
                        row.get("kind").asString()
                                + " "
                                + row.at("/left/reference").asString("-")
                                + " "
                                + row.at("/right/reference").asString("-")
                                + row.get("difference"));
            }
        }
        return found;
    }

    /// What is open is open in the second run; differences inside matches are those of both.
    private void assertProof(String before, String after, String whole) {
        for (JsonNode all : journey.summary(whole).at("/proof/currencies")) {
            JsonNode last = currency(after, all.get("currency").asString());
            JsonNode first = currency(before, all.get("currency").asString());
            for (String open : List.of("openLeft", "openRight")) {
                assertThat(amount(last, open)).isEqualByComparingTo(amount(all, open));
            }
            assertThat(settledDifference(before, first).add(amount(last, "matchDifferences")))
                    .isEqualByComparingTo(amount(all, "matchDifferences"));
        }
    }

    /// Less what suggestions differ by: they are carried on.
    private BigDecimal settledDifference(String run, JsonNode proof) {
        BigDecimal sum = amount(proof, "matchDifferences");
        for (JsonNode match :
                journey.all("/api/v1/runs/" + run + "/matches?status=suggested", 100)) {
            if (match.at("/left/0/amount/currency")
                    .asString()
                    .equals(proof.get("currency").asString())) {
                sum =
                        sum.subtract(amount(match.at("/left/0/amount"), "value"))
                                .add(amount(match.at("/right/0/amount"), "value"));
            }
        }
        return sum;
    }

    private static BigDecimal amount(JsonNode of, String name) {
        return new BigDecimal(of.get(name).asString());
    }

    private JsonNode currency(String run, String code) {
        for (JsonNode one : journey.summary(run).at("/proof/currencies")) {
            if (one.get("currency").asString().equals(code)) {
                return one;
            }
        }
        throw new AssertionError(run + " has no " + code);
    }
}
