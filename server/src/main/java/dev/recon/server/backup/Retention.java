package dev.recon.server.backup;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/// Which backups are kept: the newest of each of the last days, weeks and months that have one. The
/// newest of all is always among them.
///
/// @param days of so many days
/// @param weeks of so many weeks, which begin on Monday
/// @param months of so many months
record Retention(int days, int weeks, int months) {
    static final Retention USUAL = new Retention(7, 5, 12);

    /// Those of these days that are kept.
    Set<LocalDate> kept(Collection<LocalDate> all) {
        List<LocalDate> newestFirst = List.copyOf(new TreeSet<>(all).descendingSet());
        Set<LocalDate> kept = new HashSet<>();
        keep(newestFirst, day -> day, days, kept);
        keep(newestFirst, Retention::week, weeks, kept);
        keep(newestFirst, YearMonth::from, months, kept);
        return kept;
    }

    private static void keep(
            List<LocalDate> newestFirst,
            Function<LocalDate, Object> period,
            int count,
            Set<LocalDate> kept) {
        Set<Object> seen = new HashSet<>();
        for (LocalDate day : newestFirst) {
            if (seen.size() < count && seen.add(period.apply(day))) {
                kept.add(day);
            }
        }
    }

    private static List<Integer> week(LocalDate day) {
        return List.of(
                day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
}
