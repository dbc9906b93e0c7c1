package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Matches of two currencies: the proof holds in both, whatever people change.
class FxDecisionTest {
    private static final String RULES =
            Scenario.RULES
                    + """
                      - name: paid-in-dollars
                        kind: fx
                        key: [reference]
                        amount: 0.50
                    rates:
                      into: left
                      age: 4
                      pairs:
                        USD/EUR: {2026-01-05: "0.9231"}
                    """;
    private static final String HEAD = "ref,amount,ccy,date,who\n";

    private final Api api = TestServer.shared().api();

    private Scenario start(String name) {
        String left =
                HEAD
                        + "d1,92.00,EUR,2026-01-05,Acme\n"
                        + "d2,46.00,EUR,2026-01-05,Acme\n"
                        + "d3,10.00,EUR,2026-01-05,Acme\n";
        String right =
                HEAD
                        + "d1,100.00,USD,2026-01-06,Acme\n"
                        + "other,50.00,USD,2026-01-07,Acme\n"
                        + "d3,10.83,USD,2026-01-20,Acme\n";
        return Scenario.start(api, name, RULES, List.of(left, right));
    }

    private JsonNode proof(Scenario scenario, String run, String currency) {
        JsonNode all = scenario.journey().proven(run).at("/proof/currencies");
        return all.valueStream()
                .filter(one -> one.get("currency").asString().equals(currency))
                .findFirst()
                .orElseThrow();
    }

    private static void assertMoved(JsonNode proof, String differences, String converted) {
        assertThat(proof.get("matchDifferences").asString()).isEqualTo(differences);
        assertThat(proof.get("converted").asString()).isEqualTo(converted);
    }

    @Test
    void theDifferenceIsInTheCurrencyOfTheStatedSide() {
        Scenario scenario = start("fx-difference");
        JsonNode match = scenario.holder(scenario.run(), 1).get("match");
        assertThat(match.get("pass").asString()).isEqualTo("paid-in-dollars");
        assertThat(match.get("difference").toString())
                .isEqualTo("[{\"currency\":\"EUR\",\"value\":\"-0.31\"}]");
        assertMoved(proof(scenario, scenario.run(), "EUR"), "-0.31", "92.31");
        assertMoved(proof(scenario, scenario.run(), "USD"), "0.00", "-100.00");
        List<String> reasons =
                scenario.journey().all("/api/v1/runs/" + scenario.run() + "/breaks", 50).stream()
                        .map(one -> one.get("reason").asString())
                        .toList();
        assertThat(reasons)
                .anyMatch(reason -> reason.contains("USD 100.00 are EUR 92.31 by the rate 0.9231"))
                .anyMatch(reason -> reason.contains("there is no rate of USD/EUR for 2026-01-20"));
    }

    @Test
    void whatIsTakenApartIsNotConvertedAnyMoreUntilThatIsUndone() {
        Scenario scenario = start("fx-unmatch");
        String decision = scenario.about("unmatch", 1).is(201).text("/id");
        assertMoved(proof(scenario, scenario.run(), "EUR"), "0.00", "0.00");
        assertMoved(proof(scenario, scenario.run(), "USD"), "0.00", "0.00");
        api.post("/api/v1/decisions/" + decision + "/undo", Map.of()).is(200);
        assertMoved(proof(scenario, scenario.run(), "EUR"), "-0.31", "92.31");
        assertMoved(proof(scenario, scenario.run(), "USD"), "0.00", "-100.00");
    }

    /// 50.00 dollars are 46.16 euros; the match by hand survives the next run.
    @Test
    void aPersonMatchesTwoCurrenciesWhereThereIsARate() {
        Scenario scenario = start("fx-by-hand");
        String decision = scenario.matchByHand(2, 2).is(201).text("/id");
        assertMoved(proof(scenario, scenario.run(), "EUR"), "-0.47", "138.47");
        assertMoved(proof(scenario, scenario.run(), "USD"), "0.00", "-150.00");
        String second = scenario.runAgain();
        assertMoved(proof(scenario, second, "EUR"), "-0.47", "138.47");
        api.post("/api/v1/decisions/" + decision + "/undo", Map.of());
    }

    @Test
    void withoutARateForTheDayTheyCannotBeMatched() {
        Scenario scenario = start("fx-no-rate");
        Api.Answer refused = scenario.matchByHand(3, 3).is(422);
        assertThat(refused.text("/errors/0/detail")).contains("rate");
    }
}
