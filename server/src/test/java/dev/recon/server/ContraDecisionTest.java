package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Entries of one side that cancel are a match like any other, also for a person who parts them.
class ContraDecisionTest {
    private static final String RULES =
            Scenario.RULES
                    + """
                      - name: reversals
                        kind: contra
                        key: [reference]
                        side: left
                        amount: 1.00
                    """;
    private static final String HEAD = "ref,amount,ccy,date,who\n";

    private final Api api = TestServer.shared().api();

    @Test
    void aReversalThatIsTakenApartIsNotMatchedAgainUntilThatIsUndone() {
        String left = HEAD + "c1,77.00,EUR,2026-01-05,Acme\nc1,-76.50,EUR,2026-01-09,Acme\n";
        String right = HEAD + "c2,10.00,EUR,2026-03-05,Globex\n";
        Scenario scenario = Scenario.start(api, "contra", RULES, List.of(left, right));
        JsonNode match = scenario.holder(scenario.run(), 1).get("match");
        assertThat(match.get("pass").asString()).isEqualTo("reversals");
        JsonNode proof = scenario.journey().proven(scenario.run()).get("proof");
        assertThat(proof.at("/currencies/0/matchDifferences").asString()).isEqualTo("0.50");

        scenario.about("unmatch", 1).is(201);

        scenario.journey().proven(scenario.run());
        String second = scenario.runAgain();
        assertThat(scenario.holder(second, 1).get("type").asString()).isEqualTo("open");
        assertThat(scenario.holder(second, 2).get("type").asString()).isEqualTo("open");
        JsonNode kept = api.get("/api/v1/runs/" + second + "/decisions").json().at("/items/0");
        api.post("/api/v1/decisions/" + kept.get("id").asString() + "/undo", Map.of()).is(200);
        assertThat(scenario.holder(scenario.runAgain(), 2).get("type").asString())
                .isEqualTo("match");
    }
}
