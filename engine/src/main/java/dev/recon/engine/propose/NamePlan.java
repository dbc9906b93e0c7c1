package dev.recon.engine.propose;

import dev.recon.engine.rules.Ambiguity;
import dev.recon.engine.rules.DayWindow;
import dev.recon.engine.rules.Pass;
import dev.recon.engine.rules.TimeWindow;
import dev.recon.engine.rules.Tolerance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The pass for entries that agree in their amount and in a text, such as the name of a party,
/// where nothing else ties entries together. It comes before the pass that asks for the amount
/// alone, and leaves it fewer candidates.
///
/// @param key what all passes ask for
/// @param near how far apart entries may lie: by the clock, where times tell them apart
/// @param own the fields that agree in paired entries
record NamePlan(List<String> key, Near near, List<OwnFields.Own> own) {
    /// @param seconds counts before the days, where it is there
    record Near(Optional<TimeWindow> seconds, Optional<DayWindow> days) {}

    private static final double AGREEMENT_MIN = 0.5;
    private static final int DISTINCT_MIN = 5;

    Optional<Pass> find() {
        return own.stream()
                .filter(field -> !field.isCode() && field.agreement() >= AGREEMENT_MIN)
                .filter(field -> field.distinct() >= DISTINCT_MIN)
                .max(Comparator.comparingInt(OwnFields.Own::distinct))
                .map(field -> pass(field.field()));
    }

    private Pass pass(String field) {
        List<String> fields = new ArrayList<>(List.of(field));
        fields.addAll(key);
        return new Pass.Close(
                field + "-and-amount-near-" + (near.seconds.isPresent() ? "time" : "date"),
                fields,
                Tolerance.Absolute.EQUAL,
                near.seconds.isPresent() ? DayWindow.ANY : near.days.orElse(DayWindow.ANY),
                near.seconds,
                List.of(),
                Ambiguity.SUGGEST,
                NearPlan.PRECISION);
    }
}
