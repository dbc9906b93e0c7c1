package dev.recon.engine.propose;

import dev.recon.engine.propose.AmountColumns.Found;
import dev.recon.engine.read.ColumnProfile;
import dev.recon.engine.read.ColumnType;
import dev.recon.engine.table.Side;
import dev.recon.engine.transform.SignRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Finds the column that says whether an amount without sign is a plus or a minus: S or H, D or C,
/// a type of posting.
///
/// The other side has both signs, and in paired entries the cells of such a column tell which. It
/// is known by that, whatever it is called and whatever it says; words that are known to stand for
/// debit and credit only make fewer pairs enough.
final class SignFinder {
    private static final double UNSIGNED_MIN = 0.98;
    private static final int VALUES_MAX = 8;
    private static final int FEWER_MIN = 5;
    private static final int FEWER_PER_ERROR = 10;
    private static final Set<String> SIGNS =
            Set.of(
                    "D", "C", "S", "H", "DR", "CR", "DBIT", "CRDT", "DEBIT", "CREDIT", "SOLL",
                    "HABEN", "-", "+", "DEBE", "HABER", "DARE", "AVERE", "AF", "BIJ");

    private final Draft draft;

    SignFinder(Draft draft) {
        this.draft = draft;
    }

    /// What the cells of a column say of paired entries.
    ///
    /// @param errors how many pairs the rule would give the wrong sign
    private record Told(SignRule rule, int errors) {}

    /// The amounts of a side, with the signs that another of its columns gives them, if one does.
    Found signed(Side side, Found found, Found other) {
        if (found.isSplit() || !isUnsigned(found.units())) {
            return found;
        }
        Told best = null;
        for (ColumnProfile column : draft.sample(side).columns()) {
            Told told = isSigns(column) ? told(side, column, found, other).orElse(null) : null;
            if (told != null && (best == null || told.errors < best.errors)) {
                best = told;
            }
        }
        return best == null ? found : found.signed(best.rule, signed(side, found, best.rule));
    }

    private static boolean isUnsigned(long[] units) {
        int filled = 0;
        int above = 0;
        for (long unit : units) {
            filled += AmountColumns.isFilled(unit) ? 1 : 0;
            above += unit > 0 ? 1 : 0;
        }
        return above >= filled * UNSIGNED_MIN;
    }

    private static boolean isSigns(ColumnProfile column) {
        boolean words =
                column.type() instanceof ColumnType.Code
                        || column.type() instanceof ColumnType.Text;
        return words && column.distinct() >= 2 && column.distinct() <= VALUES_MAX;
    }

    private Optional<Told> told(Side side, ColumnProfile column, Found found, Found other) {
        Map<String, int[]> counts = counts(side, column, found, other);
        int same = counts.values().stream().mapToInt(count -> count[0]).sum();
        int opposite = counts.values().stream().mapToInt(count -> count[1]).sum();
        int errors = counts.values().stream().mapToInt(count -> Math.min(count[0], count[1])).sum();
        int fewer = Math.min(same, opposite);
        boolean known =
                counts.keySet().stream()
                        .allMatch(cell -> SIGNS.contains(cell.toUpperCase(Locale.ROOT)));
        if (fewer < (known ? 1 : FEWER_MIN) || errors * FEWER_PER_ERROR > fewer) {
            return Optional.empty();
        }
        List<String> minus = new ArrayList<>();
        List<String> plus = new ArrayList<>();
        counts.forEach((cell, count) -> (count[1] > count[0] ? minus : plus).add(cell));
        boolean complete =
                counts.size() == column.distinct() && column.filled() == draft.sample(side).rows();
        SignRule rule = new SignRule(column.name(), minus, complete ? plus : List.of());
        return minus.contains("") ? Optional.empty() : Optional.of(new Told(rule, errors));
    }

    /// By cell, how many paired entries have the same sign on both sides, and how many not.
    private Map<String, int[]> counts(Side side, ColumnProfile column, Found found, Found other) {
        RowPairs pairs = draft.pairs;
        int[] rows = side == Side.LEFT ? pairs.left() : pairs.right();
        int[] others = side == Side.LEFT ? pairs.right() : pairs.left();
        Map<String, int[]> counts = new TreeMap<>();
        for (int pair = 0; pair < pairs.count(); pair++) {
            long one = found.units()[rows[pair]];
            long two = other.units()[others[pair]];
            if (AmountColumns.isFilled(one) && AmountColumns.isFilled(two)) {
                String cell = draft.sample(side).cell(rows[pair], column);
                counts.computeIfAbsent(cell, _ -> new int[2])[one > 0 == two > 0 ? 0 : 1]++;
            }
        }
        return counts;
    }

    private long[] signed(Side side, Found found, SignRule rule) {
        ColumnProfile column = draft.sample(side).inspection().find(rule.column()).orElseThrow();
        long[] units = found.units().clone();
        for (int row = 0; row < units.length; row++) {
            String cell = draft.sample(side).cell(row, column);
            boolean minus = rule.minus().stream().anyMatch(cell::equalsIgnoreCase);
            units[row] = minus && units[row] != Long.MIN_VALUE ? -units[row] : units[row];
        }
        return units;
    }
}
