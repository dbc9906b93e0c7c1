package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Where there is no amount nothing is said to be worth something, not even nothing.
class NoAmountTest {
    private static final String RULES =
            """
            version: 1
            decimals: 2
            left:
              header: true
              fields:
                reference: {column: id}
                party: {column: name}
            right:
              header: true
              fields:
                reference: {column: id}
                party: {column: name}
            passes:
              - name: same-reference
                kind: exact
                key: [reference]
            """;

    private final Api api = TestServer.shared().api();

    @Test
    void tablesWithoutAmountsAreOnlyCounted() {
        List<String> files =
                List.of("id,name\nP1,Ann\nP2,Bob\n", "id,name\nP1,Ann\nP3,Cid\nP4,Dee\n");

        Scenario scenario = Scenario.start(api, "no amounts", RULES, files);

        String path = "/api/v1/reconciliations/" + scenario.made().reconciliation();
        JsonNode standing = api.get(path).is(200).json().get("resultRun");
        assertThat(standing.get("openBreaks").asInt()).isEqualTo(3);
        assertThat(standing.get("openValues")).isEmpty();
        JsonNode summary = scenario.journey().proven(scenario.run());
        assertThat(summary.at("/matchRate/byValue")).isEmpty();
        for (String list : List.of("byStatus", "byPass", "byKind")) {
            assertThat(summary.get(list)).as(list).isNotEmpty();
            for (JsonNode one : summary.get(list)) {
                assertThat(one.get("values")).as(list).isEmpty();
            }
        }
    }
}
