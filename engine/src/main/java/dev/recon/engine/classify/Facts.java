package dev.recon.engine.classify;

import dev.recon.engine.match.Matching;
import dev.recon.engine.rules.Comparison;
import dev.recon.engine.rules.DayWindow;
import dev.recon.engine.rules.RuleSet;
import dev.recon.engine.table.Column;
import dev.recon.engine.table.DateColumn;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import java.util.List;
import java.util.Optional;

/// What classification asks of one match, in one place: sums, dates and compared fields.
record Facts(Table left, Table right, Matching matching, RuleSet rules) {
    Table table(Side side) {
        return side == Side.LEFT ? left : right;
    }

    long units(Side side, int row) {
        return table(side).amounts().units()[row];
    }

    /// The sum of the left entries of a match minus that of the right ones.
    long differenceUnits(int match) {
        if (matching.isPair(match)) {
            return Math.subtractExact(
                    units(Side.LEFT, matching.firstRow(Side.LEFT, match)),
                    units(Side.RIGHT, matching.firstRow(Side.RIGHT, match)));
        }
        return Math.subtractExact(sum(Side.LEFT, match), sum(Side.RIGHT, match));
    }

    /// The comparison of dates that a match breaks.
    Optional<Comparison> findDateDiffering(int match) {
        for (Comparison comparison : rules.compare()) {
            if (comparison.field().equals(Table.DATE) && !datesHold(match, comparison.days())) {
                return Optional.of(comparison);
            }
        }
        return Optional.empty();
    }

    /// The compared fields, other than amount and date, that are not the same in a match.
    List<String> findFieldsDiffering(int match) {
        return rules.compare().stream()
                .map(Comparison::field)
                .filter(field -> !field.equals(Table.DATE) && !field.equals(Table.AMOUNT))
                .filter(field -> !isSame(match, field))
                .toList();
    }

    /// Every left date against every right one: the extremes decide.
    private boolean datesHold(int match, DayWindow window) {
        for (int leftRow : matching.rows(Side.LEFT, match)) {
            for (int rightRow : matching.rows(Side.RIGHT, match)) {
                int from = left.dates().days()[leftRow];
                int to = right.dates().days()[rightRow];
                boolean known = from != DateColumn.ABSENT && to != DateColumn.ABSENT;
                if (known && !window.holds(to - from)) {
                    return false;
                }
            }
        }
        return true;
    }

    /// Do all entries of a match that have the field have the same value?
    private boolean isSame(int match, String field) {
        Column first = left.get(field);
        Column second = right.get(field);
        for (int leftRow : matching.rows(Side.LEFT, match)) {
            for (int rightRow : matching.rows(Side.RIGHT, match)) {
                boolean known = first.isPresent(leftRow) && second.isPresent(rightRow);
                if (known && !first.isSame(leftRow, second, rightRow)) {
                    return false;
                }
            }
        }
        return true;
    }

    private long sum(Side side, int match) {
        long sum = 0;
        for (int row : matching.rows(side, match)) {
            sum = Math.addExact(sum, units(side, row));
        }
        return sum;
    }
}
