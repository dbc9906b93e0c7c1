package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// An entry has one date, and may have others beside it.
class OtherDateTest {
    private static final String RULES =
            """
            version: 1
            decimals: 2
            left:
              fields:
                reference: {column: booking}
                date: {column: arrival, format: yyyy-MM-dd}
                departure: {column: departure, format: yyyy-MM-dd}
            right:
              delimiter: ";"
              fields:
                reference: {column: no}
                date: {column: from, format: dd.MM.yyyy}
                departure: {column: until, format: dd.MM.yyyy}
            passes:
              - name: same-reference
                kind: exact
                key: [reference]
            compare:
              date: {}
              departure: {}
            """;
    private static final List<String> FILES =
            List.of(
                    """
                    booking,arrival,departure
                    B1,2026-03-01,2026-03-04
                    B2,2026-03-02,2026-03-05
                    """,
                    "no;from;until\nB1;01.03.2026;04.03.2026\nB2;02.03.2026;06.03.2026\n");

    private final Api api = TestServer.shared().api();

    @Test
    void aSecondDateIsShownAndComparedAsADate() {
        Scenario scenario = Scenario.start(api, "other dates", RULES, FILES);
        JsonNode items =
                api.get("/api/v1/runs/" + scenario.run() + "/breaks").is(200).json().get("items");
        assertThat(items).hasSize(1);
        assertThat(items.get(0).get("kind").asString()).isEqualTo("field-differs");

        String id = items.get(0).get("id").asString();
        JsonNode one = api.get("/api/v1/breaks/" + id).is(200).json();
        assertThat(one.toString())
                .contains("departure is 2026-03-05 on the left, 2026-03-06 on the right")
                .contains("\"value\":\"2026-03-02\"", "\"value\":\"2026-03-05\"");
    }
}
