package dev.recon.engine.classify;

import dev.recon.engine.fee.Differences;
import dev.recon.engine.fee.FeeClaim;
import dev.recon.engine.fee.FeeLearner;
import dev.recon.engine.fee.FeeSchedules;
import dev.recon.engine.match.Matching;
import dev.recon.engine.money.Currency;
import dev.recon.engine.rate.Counting;
import dev.recon.engine.rules.Comparison;
import dev.recon.engine.rules.DayWindow;
import dev.recon.engine.rules.Pass;
import dev.recon.engine.rules.RuleSet;
import dev.recon.engine.table.DateColumn;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What classification asks of a match, in one place: sums, dates and compared fields.
///
/// @param dates how dates must agree inside a match
/// @param fields the other compared fields
/// @param counting as what matches count their entries
/// @param fees the schedules that explain differences of amounts
record Facts(
        Table left,
        Table right,
        Matching matching,
        RuleSet rules,
        Comparison dates,
        List<ComparedField> fields,
        Counting counting,
        FeeSchedules fees) {
    static Facts of(Table left, Table right, Matching matching, RuleSet rules) {
        List<ComparedField> fields =
                rules.compare().stream()
                        .filter(by -> !by.field().equals(Table.DATE))
                        .filter(by -> !by.field().equals(Table.AMOUNT))
                        .map(by ->
                                new ComparedField(by, left.get(by.field()), right.get(by.field())))
                        .toList();
        Comparison dates =
                rules.compare().stream()
                        .filter(comparison -> comparison.field().equals(Table.DATE))
                        .findFirst()
                        .orElse(new Comparison(Table.DATE, DayWindow.ANY));
        FeeSchedules fees = FeeLearner.learn(differences(left, right, matching), stated(rules));
        Counting counting = Counting.of(rules.rates(), left, right);
        return new Facts(left, right, matching, rules, dates, fields, counting, fees);
    }

    private static List<FeeClaim.Stated> stated(RuleSet rules) {
        List<FeeClaim.Stated> stated = new ArrayList<>();
        for (Pass pass : rules.passes()) {
            if (pass instanceof Pass.Fee fee) {
                fee.schedules().forEach(one -> stated.add(new FeeClaim.Stated(one, fee.gross())));
            }
        }
        return stated;
    }

    /// The pairs whose amounts differ and are used whole.
    private static Differences differences(Table left, Table right, Matching matching) {
        Differences pairs = new Differences(left, right);
        long[] ours = left.amounts().units();
        long[] theirs = right.amounts().units();
        for (int row = 0; row < left.rows(); row++) {
            int partner = matching.partner(Side.LEFT, row);
            if (partner >= 0
                    && ours[row] != theirs[partner]
                    && matching.allocated(Side.LEFT, row, ours[row]) == ours[row]
                    && matching.allocated(Side.RIGHT, partner, theirs[partner])
                            == theirs[partner]) {
                pairs.add(row, partner);
            }
        }
        return pairs;
    }

    Table table(Side side) {
        return side == Side.LEFT ? left : right;
    }

    long units(Side side, int row) {
        return table(side).amounts().units()[row];
    }

    /// The sum of the left entries of a match minus that of the right ones, as far as the match
    /// uses them, in its currency.
    long differenceUnits(Members members) {
        boolean mixed = counting.isMixed(members.left(), members.right());
        Currency in = currency(members);
        long difference = 0;
        for (int row : members.left()) {
            long used = mixed ? counting.units(Side.LEFT, row, in) : usedUnits(Side.LEFT, row);
            difference = Math.addExact(difference, used);
        }
        for (int row : members.right()) {
            long used = mixed ? counting.units(Side.RIGHT, row, in) : usedUnits(Side.RIGHT, row);
            difference = Math.subtractExact(difference, used);
        }
        return difference;
    }

    /// The left entry of a pair minus the right one, in the currency of their match.
    long differenceUnits(int leftRow, int rightRow) {
        if (!counting.isMixed(leftRow, rightRow)) {
            return Math.subtractExact(units(Side.LEFT, leftRow), units(Side.RIGHT, rightRow));
        }
        Currency in = counting.currency(leftRow, rightRow);
        return Math.subtractExact(
                counting.units(Side.LEFT, leftRow, in), counting.units(Side.RIGHT, rightRow, in));
    }

    /// Are the amounts of a pair the same but for their signs, in one currency?
    boolean haveOppositeSigns(Members members) {
        if (members.left().length != 1 || members.right().length != 1) {
            return false;
        }
        int ours = members.left()[0];
        int theirs = members.right()[0];
        return !counting.isMixed(ours, theirs)
                && usedUnits(Side.LEFT, ours) != 0
                && usedUnits(Side.LEFT, ours) == -usedUnits(Side.RIGHT, theirs);
    }

    /// The currency in which a match counts its entries.
    Currency currency(Members members) {
        return counting.currency(members.left(), members.right());
    }

    private long usedUnits(Side side, int row) {
        return matching.allocated(side, row, units(side, row));
    }

    /// The rest of an entry that its match does not use.
    long openUnits(Side side, int row) {
        return Math.subtractExact(units(side, row), usedUnits(side, row));
    }

    /// The entries of a match.
    record Members(int[] left, int[] right) {}

    Members members(int match) {
        return new Members(matching.rows(Side.LEFT, match), matching.rows(Side.RIGHT, match));
    }

    /// How far dates may be apart inside a match.
    DayWindow days() {
        return dates.days();
    }

    /// Do two dates of a match lie within the window? One that is absent does not bind, unless the
    /// rule set says that it differs.
    boolean datesHold(int leftRow, int rightRow) {
        int from = left.dates().days()[leftRow];
        int to = right.dates().days()[rightRow];
        if (from == DateColumn.ABSENT || to == DateColumn.ABSENT) {
            return from == to || !dates.absentDiffers();
        }
        return days().holds(from, to);
    }

    /// The kind of break inside a pair, or null when there is none: the amounts first, then the
    /// dates, then the fields.
    @Nullable BreakKind kind(int leftRow, int rightRow) {
        if (differenceUnits(leftRow, rightRow) != 0) {
            return BreakKind.AMOUNT_DIFFERS;
        }
        if (!datesHold(leftRow, rightRow)) {
            return BreakKind.DATE_DIFFERS;
        }
        for (int field = 0; field < fields.size(); field++) {
            if (!fields.get(field).isSame(leftRow, rightRow)) {
                return BreakKind.FIELD_DIFFERS;
            }
        }
        return null;
    }

    /// The kind of break inside a match of several entries: the sums decide first, then the highest
    /// kind of any left entry with any right one that is not a difference of amounts.
    @Nullable BreakKind kind(Members members) {
        if (differenceUnits(members) != 0) {
            return BreakKind.AMOUNT_DIFFERS;
        }
        if (findFarDates(members) != null) {
            return BreakKind.DATE_DIFFERS;
        }
        for (ComparedField field : fields) {
            if (findOtherField(members, field) != null) {
                return BreakKind.FIELD_DIFFERS;
            }
        }
        return null;
    }

    /// Two entries of a match.
    record Two(int leftRow, int rightRow) {}

    /// The entries of a match whose dates are too far apart, if there are any: all dates hold when
    /// the earliest of each side and the latest of the other do. One look at each entry.
    @Nullable Two findFarDates(Members members) {
        int leftFirst = extreme(members.left(), left, -1);
        int leftLast = extreme(members.left(), left, 1);
        int rightFirst = extreme(members.right(), right, -1);
        int rightLast = extreme(members.right(), right, 1);
        if (leftFirst < 0 || rightFirst < 0) {
            return findAbsentDate(members, leftFirst, rightFirst);
        }
        if (!datesHold(leftFirst, rightLast)) {
            return new Two(leftFirst, rightLast);
        }
        return datesHold(leftLast, rightFirst) ? null : new Two(leftLast, rightFirst);
    }

    /// Where all entries of one side have no date, which may differ from one.
    private @Nullable Two findAbsentDate(Members members, int leftFirst, int rightFirst) {
        if (members.left().length == 0 || members.right().length == 0) {
            return null;
        }
        int leftRow = leftFirst < 0 ? members.left()[0] : leftFirst;
        int rightRow = rightFirst < 0 ? members.right()[0] : rightFirst;
        return datesHold(leftRow, rightRow) ? null : new Two(leftRow, rightRow);
    }

    /// The row with the latest (1) or earliest (-1) date, -1 without any date.
    private static int extreme(int[] rows, Table table, int sign) {
        int[] days = table.dates().days();
        int found = -1;
        for (int row : rows) {
            boolean isDated = days[row] != DateColumn.ABSENT;
            if (isDated && (found < 0 || sign * (days[row] - (long) days[found]) > 0)) {
                found = row;
            }
        }
        return found;
    }

    /// The entries of a match in which a compared field is not the same, if there are any. What is
    /// the same as one entry is the same as all that are, so one look at each entry is enough.
    @Nullable Two findOtherField(Members members, ComparedField field) {
        int leftFirst = firstBinding(field, Side.LEFT, members.left());
        int rightFirst = firstBinding(field, Side.RIGHT, members.right());
        if (leftFirst < 0 || rightFirst < 0) {
            return null;
        }
        for (int row : members.right()) {
            if (!field.isSame(leftFirst, row)) {
                return new Two(leftFirst, row);
            }
        }
        for (int row : members.left()) {
            if (!field.isSame(row, rightFirst)) {
                return new Two(row, rightFirst);
            }
        }
        return null;
    }

    private static int firstBinding(ComparedField field, Side side, int[] rows) {
        for (int row : rows) {
            if (field.binds(side, row)) {
                return row;
            }
        }
        return -1;
    }
}
