package dev.recon.engine.transform;

import dev.recon.engine.read.Derived;
import java.util.List;
import java.util.Locale;

/// The sign of an amount by the cell of another column: D or C, S or H, a type of posting.
///
/// @param minus texts with which the amount counts with the other sign
/// @param plus texts with which it counts as it stands; empty for all that are not in `minus`
public record SignRule(String column, List<String> minus, List<String> plus) {
    public SignRule {
        minus = List.copyOf(minus);
        plus = List.copyOf(plus);
    }

    Derived signed(String text, String cell) {
        boolean negated = isIn(minus, cell);
        if (negated || plus.isEmpty() || isIn(plus, cell)) {
            return new Derived.Text(text, negated);
        }
        return new Derived.Rejected(
                1,
                cell.isEmpty() ? "nothing" : LookUp.shown(cell),
                String.join(", ", minus)
                        + " for minus or "
                        + String.join(", ", plus)
                        + " for plus");
    }

    private static boolean isIn(List<String> words, String cell) {
        String upper = cell.toUpperCase(Locale.ROOT);
        return words.stream().anyMatch(word -> word.toUpperCase(Locale.ROOT).equals(upper));
    }
}
