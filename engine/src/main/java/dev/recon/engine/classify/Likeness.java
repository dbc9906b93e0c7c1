package dev.recon.engine.classify;

import dev.recon.engine.rules.Comparison;
import dev.recon.engine.rules.DayWindow;
import dev.recon.engine.rules.RuleSet;
import dev.recon.engine.table.Column;
import dev.recon.engine.table.DateColumn;
import dev.recon.engine.table.Table;
import java.util.ArrayList;
import java.util.List;

/// The quick question that is asked of every pair: is there any difference at all?
///
/// Nearly all pairs are alike, so this runs over plain columns and makes no object; which
/// difference it is, [Facts] finds out for the few others.
final class Likeness {
    private final long[] leftUnits;
    private final long[] rightUnits;
    private final int[] leftDays;
    private final int[] rightDays;
    private final List<DayWindow> windows = new ArrayList<>();
    private final Column[] leftColumns;
    private final Column[] rightColumns;

    Likeness(Table left, Table right, RuleSet rules) {
        leftUnits = left.amounts().units();
        rightUnits = right.amounts().units();
        leftDays = left.dates().days();
        rightDays = right.dates().days();
        List<Column> ours = new ArrayList<>();
        List<Column> theirs = new ArrayList<>();
        for (Comparison comparison : rules.compare()) {
            switch (comparison.field()) {
                case Table.AMOUNT -> {}
                case Table.DATE -> windows.add(comparison.days());
                default -> {
                    ours.add(left.get(comparison.field()));
                    theirs.add(right.get(comparison.field()));
                }
            }
        }
        leftColumns = ours.toArray(Column[]::new);
        rightColumns = theirs.toArray(Column[]::new);
    }

    /// Do a left and a right entry agree in amount, date and every compared field?
    boolean holds(int leftRow, int rightRow) {
        return leftUnits[leftRow] == rightUnits[rightRow]
                && isNear(leftDays[leftRow], rightDays[rightRow])
                && isSame(leftRow, rightRow);
    }

    private boolean isNear(int from, int to) {
        if (from == to || from == DateColumn.ABSENT || to == DateColumn.ABSENT) {
            return true;
        }
        for (DayWindow window : windows) {
            if (!window.holds(to - from)) {
                return false;
            }
        }
        return true;
    }

    private boolean isSame(int leftRow, int rightRow) {
        for (int field = 0; field < leftColumns.length; field++) {
            Column ours = leftColumns[field];
            Column theirs = rightColumns[field];
            boolean known = ours.isPresent(leftRow) && theirs.isPresent(rightRow);
            if (known && !ours.isSame(leftRow, theirs, rightRow)) {
                return false;
            }
        }
        return true;
    }
}
