package dev.recon.engine.classify;

import dev.recon.engine.match.Matching;
import dev.recon.engine.rules.RuleSet;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Turns matches and what is left over into breaks.
///
/// One pass over the rows of each side, 8 bytes a break and no object for a row.
public final class Classifier {
    private final Facts facts;
    private BreakKind[] kinds = new BreakKind[16];
    private int[] rows = new int[16];
    private int count;

    private Classifier(Facts facts) {
        this.facts = facts;
    }

    /// The breaks of a run: each open entry, and each match with a difference inside.
    ///
    /// @throws IllegalStateException when the differences do not add up to left minus right
    public static Breaks classify(Table left, Table right, Matching matching, RuleSet rules) {
        return new Classifier(Facts.of(left, right, matching, rules)).run();
    }

    private Breaks run() {
        addSide(Side.LEFT);
        int withLeft = count;
        addSide(Side.RIGHT);
        Breaks breaks =
                new Breaks(
                        facts, Arrays.copyOf(kinds, count), Arrays.copyOf(rows, count), withLeft);
        requireProof(breaks);
        return breaks;
    }

    /// The breaks whose first entry is one of this side, in the order of its rows.
    private void addSide(Side side) {
        Matching matching = facts.matching();
        int[] parts = matching.partlyOpen(side);
        int part = 0;
        for (int row = 0; row < matching.entries(side); row++) {
            int partner = matching.partner(side, row);
            if (partner >= 0) {
                if (side == Side.LEFT) {
                    add(facts.kind(row, partner), row);
                }
                continue;
            }
            if (matching.isOpen(side, row)) {
                add(openKind(side, row), row);
                continue;
            }
            addGroup(side, row);
            if (part < parts.length && parts[part] == row) {
                add(BreakKind.PARTLY_OPEN, row);
                part++;
            }
        }
    }

    /// The break inside a match, where its first entry stands.
    private void addGroup(Side side, int row) {
        Matching matching = facts.matching();
        int match = matching.matchOf(side, row);
        boolean isFirst = matching.firstRow(side, match) == row;
        boolean isHere = side == Side.LEFT || match > matching.withLeft();
        if (isFirst && isHere) {
            add(facts.kind(facts.members(match)), row);
        }
    }

    private BreakKind openKind(Side side, int row) {
        if (facts.matching().isSurplus(side, row)) {
            return BreakKind.DUPLICATE;
        }
        return side == Side.LEFT ? BreakKind.MISSING_ON_RIGHT : BreakKind.MISSING_ON_LEFT;
    }

    private void add(@Nullable BreakKind kind, int row) {
        if (kind == null) {
            return;
        }
        if (count == rows.length) {
            kinds = Arrays.copyOf(kinds, count * 2);
            rows = Arrays.copyOf(rows, count * 2);
        }
        kinds[count] = kind;
        rows[count++] = row;
    }

    /// Money is conserved: what the breaks differ by is what the sides differ by, to the unit. Each
    /// currency has a weight of its own, so that all are checked in one sum; sums wrap around,
    /// which does not hide a difference.
    private void requireProof(Breaks breaks) {
        long[] converted = new long[1];
        Conversions.forEach(
                facts.counting(),
                facts.matching(),
                (currency, units) -> converted[0] += weight(currency.packed()) * units);
        long open = total(facts.left()) - total(facts.right()) - converted[0];
        for (int number = 1; number <= breaks.count(); number++) {
            open -= weight(breaks.currency(number).packed()) * breaks.differenceUnits(number);
        }
        if (open != 0) {
            throw new IllegalStateException("the breaks do not add up to left minus right");
        }
    }

    private static long total(Table table) {
        long total = 0;
        long[] units = table.amounts().units();
        short[] currencies = table.currencies().packed();
        for (int row = 0; row < table.rows(); row++) {
            total += weight(currencies[row]) * units[row];
        }
        return total;
    }

    private static long weight(short currency) {
        return currency * 0x9E3779B97F4A7C15L | 1;
    }
}
