package dev.recon.engine.propose;

import dev.recon.engine.rules.Ambiguity;
import dev.recon.engine.rules.DayWindow;
import dev.recon.engine.rules.Pass;
import dev.recon.engine.rules.TimeWindow;
import dev.recon.engine.rules.Tolerance;
import dev.recon.engine.table.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The pass for entries of the same amount on near days, and where a reference is on both sides
/// with nearly the same one: a mistyped reference is still that of the same entry.
///
/// Where references are counted up, nearly any other of them is as near: then there is no pass (see
/// [NearByChance]).
///
/// @param key what the pass asks for: accounts and the currency
/// @param own the fields that agree in paired entries
record NearPlan(Draft draft, List<String> key, Optional<DayWindow> days, List<OwnFields.Own> own) {
    /// How many of those matched by amounts and days must be right: others are suggested.
    static final BigDecimal PRECISION = new BigDecimal("0.9");

    private static final double SAME_NAMES_MIN = 0.98;
    private static final double SAME_NAMES_OF_TEXTS_MIN = 0.95;
    private static final int NAMES_MIN = 5;
    private static final int NAMES_MAX = 2;

    /// The pass, unless entries that do not belong together look the same to it.
    Optional<Pass> find() {
        return isByChance() ? Optional.empty() : Optional.of(byDate());
    }

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

    /// The reference, and with it the names that entries of one reference have in common: another
    /// customer's invoice is another one, however near its number is. Where references stand in
    /// texts, the names alone: who pays the same is not who owes it.
    private List<String> similar() {
        boolean isShared = draft.isShared(Table.REFERENCE);
        List<String> similar = new ArrayList<>();
        if (isShared) {
            similar.add(Table.REFERENCE);
        }
        if (isShared || isCited()) {
            double same = isShared ? SAME_NAMES_MIN : SAME_NAMES_OF_TEXTS_MIN;
            own.stream()
                    .filter(field -> !field.isCode() && field.agreement() >= same)
                    .filter(field -> field.distinct() >= NAMES_MIN)
                    .map(OwnFields.Own::field)
                    .limit(NAMES_MAX)
                    .forEach(similar::add);
        }
        return similar;
    }

    /// Do texts of one side cite the references of the other?
    private boolean isCited() {
        return draft.leftFields.containsKey(Table.REFERENCE)
                || draft.rightFields.containsKey(Table.REFERENCE);
    }

    private boolean isByChance() {
        return draft.isShared(Table.REFERENCE)
                && new NearByChance(draft, key, days.orElse(DayWindow.ANY), similar()).isLikely();
    }
}
