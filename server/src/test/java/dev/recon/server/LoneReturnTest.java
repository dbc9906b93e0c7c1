package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Old spreadsheet programs end lines with a carriage return alone. What a run found in such a file
/// can be looked at and decided as in any other.
class LoneReturnTest {
    private static final String LEFT =
            """
            ref,amount,ccy,date,who
            a-1,10.00,EUR,2026-01-05,M\u00fcller
            a-2,30.00,EUR,2026-01-07,Hooli
            """;
    private static final String RIGHT =
            """
            ref,amount,ccy,date,who
            a-1,10.00,EUR,2026-01-05,M\u00fcller
            b-2,29.50,EUR,2026-01-27,Hooli
            """;

    private final Api api = TestServer.shared().api();

    @Test
    void anEntryOfAFileWithLoneReturnsIsItsLine() {
        Scenario made =
                Scenario.start(api, "returns", Scenario.RULES, List.of(old(LEFT), old(RIGHT)));
        String run = "/api/v1/runs/" + made.run();

        List<JsonNode> breaks = made.journey().all(run + "/breaks", 50);

        assertThat(breaks)
                .extracting(one -> one.at("/left/reference").asString(""))
                .contains("a-2");
        assertThat(api.get(run + "/entries/left/1").is(200).text("/entry/raw"))
                .isEqualTo("a-1,10.00,EUR,2026-01-05,M\u00fcller");
        assertThat(made.matchByHand(2, 2).is(201).text("/kind")).isEqualTo("match-by-hand");
        assertThat(made.journey().all(run + "/matches", 50)).hasSize(2);
    }

    private static String old(String text) {
        return text.replace('\n', '\r');
    }
}
