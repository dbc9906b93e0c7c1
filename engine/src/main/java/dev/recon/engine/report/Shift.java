package dev.recon.engine.report;

import dev.recon.engine.compare.ChangeKind;
import dev.recon.engine.money.Money;
import java.util.List;

/// Changed lines that came from one pass (or kind of break) and went to one.
///
/// @param before the pass or kind of the first run; an empty text for none
/// @param after that of the second one
/// @param lines how many lines there are
/// @param valuesBefore the sum of their amounts without signs, as the first run reads them
/// @param valuesAfter the same as the second run reads them
public record Shift(
        ChangeKind kind,
        String before,
        String after,
        long lines,
        List<Money> valuesBefore,
        List<Money> valuesAfter) {
    public Shift {
        valuesBefore = List.copyOf(valuesBefore);
        valuesAfter = List.copyOf(valuesAfter);
    }
}
