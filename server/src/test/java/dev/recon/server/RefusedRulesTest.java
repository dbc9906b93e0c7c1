package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Rule sets that will not run say which pass is the reason, and what to do about it.
class RefusedRulesTest {
    private static final int ROWS = 6_000;

    private final Api api = TestServer.shared().api();

    private static String file(String name) {
        StringBuilder lines = new StringBuilder("ref,amount,ccy,date,who\n");
        for (int row = 0; row < ROWS; row++) {
            lines.append("%s%05d,10.00,EUR,2026-01-05,Acme\n".formatted(name, row));
        }
        return lines.toString();
    }

    /// 36 million pairs of one key; 8 million and 150 for each of 12,000 entries may be compared.
    @Test
    void aPassThatWouldCompareTooManyPairsIsNamedWithTheirCount() {
        String rules =
                Scenario.RULES
                        + """
                          - name: alike
                            kind: close
                            key: [currency]
                            amount: any
                            days: 3
                            similar: [reference]
                        """;
        // What comes before it would take all entries.
        String alone = rules.replaceAll("(?s)  - name: amount-near-date.*?suggest\n", "");
        String left = api.upload("left.csv", file("A")).text("/id");
        String right = api.upload("right.csv", file("B")).text("/id");
        String reconciliation =
                api.post("/api/v1/reconciliations", Map.of("name", "refused", "rules", alone))
                        .is(201)
                        .text("/id");

        Journey journey = new Journey(api);
        JsonNode failed = journey.await(journey.queue(reconciliation, left, right), "failed");

        String detail = failed.at("/failure/detail").asString();
        assertThat(detail)
                .contains("pass alike")
                .contains("36000000 pairs whose texts would be compared")
                .contains("at most 9800000 pairs")
                .contains("Add a field to the key of the pass");
    }

    @Test
    void aPassThatCannotBeUnderstoodIsPointedAt() {
        String rules =
                Scenario.RULES + "  - {name: paid, kind: fx, key: [reference], amount: 1%}\n";
        JsonNode refused =
                api.post("/api/v1/reconciliations", Map.of("name", "no rates", "rules", rules))
                        .is(422)
                        .json();
        assertThat(refused.at("/errors/0/detail").asString()).contains("no rates");
        assertThat(refused.toString()).contains("/passes/2/kind");
    }
}
