package dev.recon.engine.table;

import java.util.Arrays;

/// The moments of entries, which are their date and time of day, as seconds that can be subtracted.
///
/// They count from 2010, 34 years forth and back; an entry of another time has no moment, as one
/// that lacks its date or its time.
public final class Moments {
    public static final int ABSENT = DateColumn.ABSENT;

    private static final int FIRST_DAY = 14_610; // 2010-01-01
    private static final long DAY = 86_400;
    private static final long REACH = 1L << 30;

    private Moments() {}

    /// The moment of each row of a table, [#ABSENT] where there is none.
    public static int[] of(Table table) {
        int[] moments = new int[table.rows()];
        if (!(table.texts().get(Table.TIME) instanceof TimeColumn times)) {
            Arrays.fill(moments, ABSENT);
            return moments;
        }
        int[] days = table.dates().days();
        int[] seconds = times.seconds();
        for (int row = 0; row < moments.length; row++) {
            moments[row] = of(days[row], seconds[row]);
        }
        return moments;
    }

    /// The moment of one row.
    public static int at(Table table, int row) {
        return table.texts().get(Table.TIME) instanceof TimeColumn times
                ? of(table.dates().days()[row], times.seconds()[row])
                : ABSENT;
    }

    /// The moment of a day and a time, or [#ABSENT].
    public static int of(int day, int seconds) {
        if (day == DateColumn.ABSENT || seconds == TimeColumn.ABSENT) {
            return ABSENT;
        }
        long moment = (day - (long) FIRST_DAY) * DAY + seconds;
        return Math.abs(moment) < REACH ? (int) moment : ABSENT;
    }
}
