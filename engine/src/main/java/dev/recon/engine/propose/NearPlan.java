package dev.recon.engine.propose;

import dev.recon.engine.rules.Ambiguity;
import dev.recon.engine.rules.DayWindow;
import dev.recon.engine.rules.Pass;
import dev.recon.engine.rules.TimeWindow;
import dev.recon.engine.rules.Tolerance;
import dev.recon.engine.table.Table;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// The pass for entries of the same amount on near days, and where a reference is on both sides
/// with nearly the same one: a mistyped reference is still that of the same entry.
///
/// @param key what the pass asks for: accounts and the currency
record NearPlan(Draft draft, List<String> key, Optional<DayWindow> days) {
    /// How many of those matched by amounts and days must be right: others are suggested.
    static final BigDecimal PRECISION = new BigDecimal("0.9");

    Pass byDate() {
        return pass("amount-near-date", days.orElse(DayWindow.ANY), Optional.empty(), similar());
    }

    Pass byTime(TimeWindow seconds) {
        return pass("amount-near-time", DayWindow.ANY, Optional.of(seconds), List.of());
    }

    private Pass pass(
            String name, DayWindow window, Optional<TimeWindow> seconds, List<String> similar) {
        return new Pass.Close(
                name,
                key,
                Tolerance.Absolute.EQUAL,
                window,
                seconds,
                similar,
                Ambiguity.SUGGEST,
                PRECISION);
    }

    private List<String> similar() {
        return draft.isShared(Table.REFERENCE) ? List.of(Table.REFERENCE) : List.of();
    }
}
