package dev.recon.engine.propose;

import dev.recon.engine.read.TimeOfDay;
import dev.recon.engine.rules.TimeWindow;
import dev.recon.engine.table.DateColumn;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/// Finds the times of day that tell entries of one amount apart, where nothing else does.
///
/// They count where they bear it out (see [TimeLags]): most entries have one of the other side at
/// the same distance in time, and hardly one an hour before or after it. Times that many entries
/// share, such as midnight or that of a batch, tell nothing apart.
final class TimeFinder {
    private static final double READ_MIN = 0.9;
    private static final double SHARED_MAX = 0.05;
    private static final int PAIRS_MIN = 20;
    private static final double PAIRED_MIN = 0.3;
    private static final double DECOYS_MAX = 0.05;
    private static final double COVERED_MIN = 0.8;

    private final Draft draft;

    TimeFinder(Draft draft) {
        this.draft = draft;
    }

    /// Maps the times of both sides where they tell entries apart, judges by the entries that they
    /// pair from here on, and notes how far they may lie apart.
    void map(Ties ties) {
        if (!ties.isLoose() || !draft.isShared(Table.AMOUNT)) {
            return;
        }
        TimeLags best = null;
        Timed left = null;
        Timed right = null;
        for (Timed one : find(Side.LEFT)) {
            for (Timed other : find(Side.RIGHT)) {
                TimeLags found =
                        TimeLags.of(
                                new TimeLags.Timed(one.moments(), draft.leftUnits),
                                new TimeLags.Timed(other.moments(), draft.rightUnits));
                boolean better = best == null || found.clear() > best.clear();
                if (better && isBorneOut(found, Math.min(one.count(), other.count()))) {
                    best = found;
                    left = one;
                    right = other;
                }
            }
        }
        if (best != null && left != null && right != null) {
            map(best, left, right);
        }
    }

    private void map(TimeLags lags, Timed left, Timed right) {
        long entries = Math.min(left.count(), right.count());
        draft.map(
                Table.TIME,
                Timed.mapped(left, right, lags.later()),
                OptionalDouble.of(Math.min(1, (double) lags.clear() / entries)),
                "tell entries of one amount apart: within "
                        + lags.reach()
                        + " s"
                        + Timed.ahead(lags.later()));
        draft.pairs = lags.pairs();
        draft.seconds = Optional.of(new TimeWindow(lags.reach(), lags.reach()));
        draft.isTimed = lags.covered() >= COVERED_MIN * entries;
    }

    private static boolean isBorneOut(TimeLags lags, long entries) {
        return lags.clear() >= Math.max(PAIRS_MIN, PAIRED_MIN * entries)
                && lags.decoys() <= DECOYS_MAX * lags.clear();
    }

    private List<Timed> find(Side side) {
        int[] days = new FieldValues(draft, side).days();
        return Timed.find(draft, side).stream()
                .filter(column -> tellsApart(column.times(), days))
                .toList();
    }

    /// Have nearly all dated entries a time, and two of them seldom the same?
    private static boolean tellsApart(int[] times, int[] days) {
        long dated = Arrays.stream(days).filter(day -> day != DateColumn.ABSENT).count();
        long timed = Arrays.stream(times).filter(time -> time != TimeOfDay.ABSENT).count();
        double shared =
                Arrays.stream(times)
                        .filter(time -> time != TimeOfDay.ABSENT)
                        .boxed()
                        .collect(Collectors.groupingBy(time -> time, Collectors.counting()))
                        .values()
                        .stream()
                        .mapToDouble(count -> (double) count * count / timed / timed)
                        .sum();
        return timed > 0 && timed >= READ_MIN * dated && shared <= SHARED_MAX;
    }
}
