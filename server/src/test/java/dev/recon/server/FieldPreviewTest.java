package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What a field becomes, shown before the run and shown by the run.
class FieldPreviewTest {
    private static final String RIGHT =
            """
            Memo,Betrag,S/H
            Zahlung INV-4711,100.00,H
            Erstattung inv 4712,20.50,S
            INV-4713,1.00,X
            """;
    private static final String RULES =
            """
            version: 1
            decimals: 2
            left:
              fields:
                reference: {column: invoice}
                amount: {column: amount}
            right:
              fields:
                reference: {column: Memo, extract: '(?i)inv[- ]?([0-9]+)'}
                amount: {column: Betrag, sign: {column: S/H, minus: [S], plus: [H]}}
            passes:
              - {name: all, kind: exact, key: [reference, amount]}
            """;

    private final Api api = TestServer.shared().api();

    @Test
    void thePreviewIsWhatTheRunReads() {
        JsonNode reference = preview("reference", RULES);
        assertThat(reference.at("/first/0/before/0").asString()).isEqualTo("Zahlung INV-4711");
        assertThat(reference.at("/first/0/after").asString()).isEqualTo("4711");
        JsonNode amount = preview("amount", RULES);
        assertThat(amount.at("/first/1/after").asString()).isEqualTo("-20.5");
        assertThat(amount.get("rejected").asInt()).isEqualTo(1);
        assertThat(amount.at("/failed/0/column").asString()).isEqualTo("S/H");
        assertThat(amount.at("/failed/0/found").asString()).isEqualTo("'X'");
    }

    @Test
    void faultsComeBackWithTheirPlace() {
        JsonNode faulty = preview("reference", RULES.replace("([0-9]+)", "([0-9]+"));
        assertThat(faulty.at("/faults/0/pointer").asString())
                .isEqualTo("#/right/fields/reference/extract");
        assertThat(faulty.at("/faults/0/line").asInt()).isEqualTo(9);
        JsonNode absent = preview("reference", RULES.replace("Memo", "Mmo"));
        assertThat(absent.at("/faults/0/message").asString()).contains("a column 'Mmo'");
        assertThat(api.post("/api/v1/field-previews", body("nowhere", RULES)).status())
                .isEqualTo(400);
    }

    private JsonNode preview(String field, String rules) {
        return api.post("/api/v1/field-previews", body(field, rules)).is(200).json();
    }

    private Map<String, String> body(String field, String rules) {
        String file = api.upload("bank.csv", RIGHT).text("/id");
        return Map.of("file", file, "side", "right", "field", field, "rules", rules);
    }
}
