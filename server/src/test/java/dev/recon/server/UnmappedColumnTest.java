package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// A column that is called like a field, and that the rule set makes no field of, is text: nobody
/// takes it for a day.
class UnmappedColumnTest {
    private static final String RULES =
            """
            version: 1
            decimals: 2
            left:
              header: true
              fields:
                reference: {column: id}
                amount: {column: sum, decimal: "."}
                date: {column: date, format: yyyy-MM-dd}
            right:
              header: true
              fields:
                reference: {column: id}
                amount: {column: sum, decimal: "."}
            passes:
              - name: same-reference
                kind: exact
                key: [reference]
            """;

    private final Api api = TestServer.shared().api();

    @Test
    void aColumnOfOtherWordsCalledDateIsNoDay() {
        List<String> files =
                List.of(
                        "id,sum,date\nA1,10.00,2026-01-05\nA2,20.00,2026-01-06\n",
                        "id,sum,date,party\nA1,10.50,last Monday,Acme\nA3,1.00,later,Globex\n");
        Scenario scenario = Scenario.start(api, "no day on the right", RULES, files);

        JsonNode match =
                api.get("/api/v1/runs/" + scenario.run() + "/matches")
                        .is(200)
                        .json()
                        .at("/items/0");
        assertThat(match.at("/left/0/date").asString()).isEqualTo("2026-01-05");
        assertThat(match.at("/right/0/date").isNull()).isTrue();
        assertThat(match.at("/right/0/party").asString()).isEqualTo("Acme");
        String id = match.get("id").asString();
        JsonNode differs = api.get("/api/v1/matches/" + id).is(200).json().get("differences");
        assertThat(differs.findValuesAsString("field")).contains("date");

        scenario.about("unmatch", 1).is(201);
        assertThat(
                        api.get("/api/v1/runs/" + scenario.run() + "/breaks")
                                .is(200)
                                .json()
                                .get("items"))
                .hasSizeGreaterThan(2);
    }
}
