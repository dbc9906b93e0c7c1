package dev.recon.engine.report;

import dev.recon.engine.money.Money;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Writes `comparison.json`: two runs on the same files in numbers, for programs.
///
/// @param before from what the first run was made
/// @param after from what the second one was made, on the same files
public record ComparisonJson(ChangeTotals totals, Provenance before, Provenance after) {
    /// The same bytes for the same inputs.
    public void write(OutputStream out) throws IOException {
        out.write(text().getBytes(StandardCharsets.UTF_8));
    }

    String text() {
        return Json.object(json -> {
            json.text("engine", EngineVersion.get());
            json.object("inputs", this::inputs);
            json.flag("same", totals.changed() == 0);
            json.number("changed", totals.changed());
            json.object("changes", at -> totals.kinds().forEach(kind -> kind(at, kind)));
            json.list("passes", totals.passes(), shift -> shift(json, shift));
            json.list("breaks", totals.breaks(), shift -> shift(json, shift));
        });
    }

    private void inputs(Json json) {
        SummaryJson.file(json, "left", before.left());
        SummaryJson.file(json, "right", before.right());
        SummaryJson.file(json, "rulesBefore", before.rules());
        SummaryJson.file(json, "rulesAfter", after.rules());
    }

    private static void kind(Json json, ChangeTally tally) {
        json.object(
                tally.kind().word(),
                at -> {
                    at.number("left", tally.left());
                    at.number("right", tally.right());
                    placed(at, "before", tally.before());
                    placed(at, "after", tally.after());
                });
    }

    private static void placed(Json json, String key, ChangeTally.Placed placed) {
        json.object(
                key,
                at -> {
                    values(at, "matched", placed.matched());
                    values(at, "suggested", placed.suggested());
                    values(at, "open", placed.open());
                });
    }

    private static void values(Json json, String key, List<Money> values) {
        json.list(key, values, json::item);
    }

    private static void shift(Json list, Shift shift) {
        list.item(json -> {
            json.text("change", shift.kind().word());
            json.text("before", shift.before());
            json.text("after", shift.after());
            json.number("lines", shift.lines());
            values(json, "valuesBefore", shift.valuesBefore());
            values(json, "valuesAfter", shift.valuesAfter());
        });
    }
}
