package dev.recon.engine.match;

import dev.recon.engine.rules.BusinessDays;
import dev.recon.engine.rules.Calendars;
import dev.recon.engine.rules.DayWindow;
import dev.recon.engine.table.DateColumn;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;

/// Dates as numbers of business days, so that a pass may subtract them as it does other dates.
///
/// One read of the calendar and 4 bytes a row, for as long as the pass runs.
final class BusinessDates {
    private BusinessDates() {}

    /// The stage with the dates that a window counts in.
    static Stage seen(Stage stage, DayWindow window) {
        if (!window.isInBusinessDays()) {
            return stage;
        }
        BusinessDays calendar = Calendars.get(window.calendar());
        return stage.seen(
                counted(stage.table(Side.LEFT), calendar),
                counted(stage.table(Side.RIGHT), calendar));
    }

    private static Table counted(Table table, BusinessDays calendar) {
        int[] days = table.dates().days().clone();
        for (int row = 0; row < table.rows(); row++) {
            days[row] =
                    days[row] == DateColumn.ABSENT
                            ? DateColumn.ABSENT
                            : calendar.ordinal(days[row]);
        }
        return table.withDates(new DateColumn(days, table.rows()));
    }
}
