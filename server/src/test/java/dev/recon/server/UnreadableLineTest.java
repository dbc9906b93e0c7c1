package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// A decision about lines of which another rule set cannot read one: nothing that the engine does
/// with the others is taken for it, and it holds again when all of them can be read, unless
/// something else was decided about the others meanwhile.
class UnreadableLineTest {
    private static final String RULES =
            Scenario.RULES.replace(
                    """
                      - name: reference-and-amount
                        kind: exact
                        key: [reference, currency, amount]
                    """,
                    "");
    private static final String BOOKED =
            RULES.replaceAll("(?s)(right:.*\\{column: )date,", "$1booked,");
    private static final String LEFT =
            """
            ref,amount,ccy,date,who
            u-1,30.00,EUR,2026-01-07,Hooli
            """;

    /// The last one is near by the day on which it was booked, by which the second has none.
    private static final String RIGHT =
            """
            ref,amount,ccy,date,who,booked
            u-2,10.00,EUR,2026-01-07,Hooli,2026-01-07
            u-3,20.00,EUR,2026-01-07,Hooli,never
            u-4,30.00,EUR,2026-02-27,Hooli,2026-01-07
            """;

    private final Api api = TestServer.shared().api();

    @Test
    void aDecisionIsNotAboutAnotherMatchOfItsFirstLine() {
        Scenario scenario = decided("other");

        String second = runWith(scenario, BOOKED);

        assertThat(rightLines(scenario, second)).containsExactly(3);
        JsonNode kept = kept(second);
        assertThat(kept.get("kind").asString()).isEqualTo("match-by-hand");
        assertThat(kept.get("matchId").isNull()).as(kept.toString()).isTrue();
        api.post("/api/v1/decisions/" + kept.get("id").asString() + "/undo", Map.of()).is(200);
        assertThat(rightLines(scenario, second)).containsExactly(3);
        scenario.journey().proven(second);
        assertThat(rightLines(scenario, scenario.runAgain())).containsExactly(3);
    }

    @Test
    void aDecisionHoldsAgainWhenItsLinesCanBeReadAgain() {
        Scenario scenario = decided("again");
        String second = runWith(scenario, BOOKED);
        assertThat(rightLines(scenario, second)).containsExactly(3);
        scenario.journey().decide(second, unmatch(scenario, second)).is(201);

        String third = runWith(scenario, RULES);

        assertThat(rightLines(scenario, third)).containsExactly(1, 2);
        JsonNode match = scenario.holder(third, 1).get("match");
        assertThat(match.get("byHand").asBoolean()).isTrue();
        assertThat(kept(third).get("matchId").asString()).isEqualTo(match.get("id").asString());
        scenario.journey().proven(third);
    }

    @Test
    void whatWasMatchedMeanwhileStaysMatched() {
        Scenario scenario = decided("newer");
        String second = runWith(scenario, BOOKED);
        scenario.journey().decide(second, unmatch(scenario, second)).is(201);
        scenario.journey().decide(second, byHand(List.of(1))).is(201);

        String third = runWith(scenario, RULES);

        assertThat(rightLines(scenario, third)).containsExactly(1);
        scenario.journey().proven(third);
    }

    @Test
    void whatWasTakenApartMeanwhileStaysApart() {
        Scenario scenario = decided("parted");
        String second = runWith(scenario, BOOKED);
        scenario.journey().decide(second, unmatch(scenario, second)).is(201);
        scenario.journey().decide(second, byHand(List.of(1))).is(201);
        scenario.journey().decide(second, unmatch(scenario, second)).is(201);

        String third = runWith(scenario, RULES);

        assertThat(scenario.holder(third, 1).get("type").asString()).isEqualTo("open");
        scenario.journey().proven(third);
    }

    private Scenario decided(String name) {
        Scenario scenario = Scenario.start(api, "unreadable " + name, RULES, List.of(LEFT, RIGHT));
        scenario.journey().decide(scenario.run(), byHand(List.of(1, 2))).is(201);
        return scenario;
    }

    private static Map<String, Object> byHand(List<Integer> right) {
        return Map.of("kind", "match-by-hand", "left", List.of(1), "right", right);
    }

    private String runWith(Scenario scenario, String rules) {
        String path = "/api/v1/reconciliations/" + scenario.made().reconciliation();
        api.post(path + "/rule-sets", Map.of("rules", rules)).is(201);
        return scenario.runAgain();
    }

    private static Map<String, Object> unmatch(Scenario scenario, String run) {
        JsonNode match = scenario.holder(run, 1).get("match");
        return Map.of(
                "kind", "unmatch",
                "matchId", match.get("id").asString(),
                "version", match.get("version").asInt());
    }

    /// The right lines of the match that holds the left entry.
    private static List<Integer> rightLines(Scenario scenario, String run) {
        return scenario.holder(run, 1)
                .at("/match/right")
                .valueStream()
                .map(entry -> entry.get("line").asInt())
                .toList();
    }

    private JsonNode kept(String run) {
        JsonNode decisions = api.get("/api/v1/runs/" + run + "/decisions").json().get("items");
        return decisions
                .valueStream()
                .filter(one -> one.get("kind").asString().equals("match-by-hand"))
                .findFirst()
                .orElseThrow();
    }
}
