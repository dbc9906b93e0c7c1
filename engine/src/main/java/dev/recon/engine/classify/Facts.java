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
import org.jspecify.annotations.Nullable;

/// What classification asks of a match, in one place: sums, dates and compared fields.
///
/// @param days how far dates may be apart inside a match
/// @param fields the names of the other compared fields
/// @param leftFields their columns on the left
/// @param rightFields their columns on the right
record Facts(
        Table left,
        Table right,
        Matching matching,
        RuleSet rules,
        DayWindow days,
        List<String> fields,
        List<Column> leftFields,
        List<Column> rightFields) {
    static Facts of(Table left, Table right, Matching matching, RuleSet rules) {
        List<String> fields =
                rules.compare().stream()
                        .map(Comparison::field)
                        .filter(field -> !field.equals(Table.DATE) && !field.equals(Table.AMOUNT))
                        .toList();
        DayWindow days =
                rules.compare().stream()
                        .filter(comparison -> comparison.field().equals(Table.DATE))
                        .map(Comparison::days)
                        .findFirst()
                        .orElse(DayWindow.ANY);
        List<Column> leftFields = fields.stream().map(left::get).toList();
        List<Column> rightFields = fields.stream().map(right::get).toList();
        return new Facts(left, right, matching, rules, days, fields, leftFields, rightFields);
    }

    Table table(Side side) {
        return side == Side.LEFT ? left : right;
    }

    long units(Side side, int row) {
        return table(side).amounts().units()[row];
    }

    /// The sum of the left entries of a match minus that of the right ones.
    long differenceUnits(Members members) {
        long difference = 0;
        for (int row : members.left()) {
            difference = Math.addExact(difference, units(Side.LEFT, row));
        }
        for (int row : members.right()) {
            difference = Math.subtractExact(difference, units(Side.RIGHT, row));
        }
        return difference;
    }

    /// The entries of a match.
    record Members(int[] left, int[] right) {}

    Members members(int match) {
        return new Members(matching.rows(Side.LEFT, match), matching.rows(Side.RIGHT, match));
    }

    /// Do two dates of a match lie within the window? One that is absent does not bind.
    boolean datesHold(int leftRow, int rightRow) {
        int from = left.dates().days()[leftRow];
        int to = right.dates().days()[rightRow];
        return from == DateColumn.ABSENT || to == DateColumn.ABSENT || days.holds(to - from);
    }

    /// Is a compared field the same for two entries of a match, or absent on a side? By the hash of
    /// the normalised value, as [dev.recon.engine.table.HashColumn] says; asked of every pair.
    boolean isSame(int field, int leftRow, int rightRow) {
        long ours = leftFields.get(field).hash(leftRow);
        long theirs = rightFields.get(field).hash(rightRow);
        return ours == theirs || ours == 0 || theirs == 0;
    }

    /// The kind of break inside a pair, or null when there is none: the amounts first, then the
    /// dates, then the fields.
    @Nullable BreakKind kind(int leftRow, int rightRow) {
        if (units(Side.LEFT, leftRow) != units(Side.RIGHT, rightRow)) {
            return BreakKind.AMOUNT_DIFFERS;
        }
        if (!datesHold(leftRow, rightRow)) {
            return BreakKind.DATE_DIFFERS;
        }
        for (int field = 0; field < fields.size(); field++) {
            if (!isSame(field, leftRow, rightRow)) {
                return BreakKind.FIELD_DIFFERS;
            }
        }
        return null;
    }

    /// The kind of break inside a match of several entries: the sums decide first, then the highest
    /// kind of any pair of entries that is not a difference of amounts.
    @Nullable BreakKind kind(Members members) {
        if (differenceUnits(members) != 0) {
            return BreakKind.AMOUNT_DIFFERS;
        }
        BreakKind highest = null;
        for (int leftRow : members.left()) {
            for (int rightRow : members.right()) {
                if (!datesHold(leftRow, rightRow)) {
                    return BreakKind.DATE_DIFFERS;
                }
                for (int field = 0; field < fields.size(); field++) {
                    if (!isSame(field, leftRow, rightRow)) {
                        highest = BreakKind.FIELD_DIFFERS;
                    }
                }
            }
        }
        return highest;
    }
}
