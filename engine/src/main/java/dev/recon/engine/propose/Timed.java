package dev.recon.engine.propose;

import dev.recon.engine.read.ColumnProfile;
import dev.recon.engine.read.FieldSource;
import dev.recon.engine.read.TimeOfDay;
import dev.recon.engine.table.Moments;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// A column that may hold times of day, and the moment of each row, which is its date and time.
///
/// @param times seconds of the day, [TimeOfDay#ABSENT] where there is none
record Timed(ColumnProfile column, int[] times, int[] moments) {
    /// The column of the date, where times stand behind the dates, and those with times alone.
    static List<Timed> find(Draft draft, Side side) {
        if (!(draft.sources(side).get(Table.DATE) instanceof FieldSource.Date date)) {
            return List.of();
        }
        SampleSide sample = draft.sample(side);
        int[] days = new FieldValues(draft, side).days();
        List<Timed> all = new ArrayList<>();
        for (ColumnProfile column : sample.columns()) {
            boolean dated = column.name().equals(date.column());
            if (dated || draft.isFree(side, column)) {
                int[] times = times(sample, column, !dated);
                int[] moments =
                        IntStream.range(0, times.length)
                                .map(row -> Moments.of(days[row], times[row]))
                                .toArray();
                all.add(new Timed(column, times, moments));
            }
        }
        return all;
    }

    private static int[] times(SampleSide sample, ColumnProfile column, boolean alone) {
        int[] times = new int[sample.rows()];
        for (int row = 0; row < times.length; row++) {
            byte[] cell = sample.cell(row, column).getBytes(StandardCharsets.UTF_8);
            times[row] =
                    alone && !TimeOfDay.isAlone(cell, 0, cell.length)
                            ? TimeOfDay.ABSENT
                            : TimeOfDay.parse(cell, 0, cell.length);
        }
        return times;
    }

    long count() {
        return Arrays.stream(moments).filter(moment -> moment != Moments.ABSENT).count();
    }

    /// Is there more than one time, and not midnight alone behind each date?
    boolean isTold() {
        return Arrays.stream(times).filter(time -> time != TimeOfDay.ABSENT).distinct().count() > 1;
    }

    /// The times of both sides, of which the right clock is so many seconds ahead.
    static Draft.Mapped mapped(Timed left, Timed right, int later) {
        return Draft.Mapped.both(
                new FieldSource.Time(left.column.name(), Math.max(0, -later)),
                new FieldSource.Time(right.column.name(), Math.max(0, later)));
    }

    /// Which clock is ahead, for people.
    static String ahead(int later) {
        return later == 0
                ? ""
                : ", the clock of the " + (later > 0 ? "right" : "left") + " being ahead";
    }
}
