package dev.recon.engine.propose;

import dev.recon.engine.rules.DayWindow;
import java.util.Arrays;

/// How far dates of entries that belong together lie apart, by those of paired entries.
final class LagWindow {
    private static final int NEAR_DAYS = 3;
    private static final int AFTER_MIN = 3;
    private static final double HABIT_MIN = 0.05;
    private static final int DAYS_MAX = 45;
    private static final double RARE_SHARE = 0.05;
    private static final int FAR_DAYS = 90;
    private static final double BEYOND = 3;
    private static final double DEVIATIONS = 4;
    private static final double FAR_SHARE_MIN = 0.05;
    private static final double DAY_SHARE_MIN = 0.002;
    private static final double SAME_MIN = 0.98;
    private static final double SAME_DECIDED_MIN = 0.95;
    private static final int PAYMENT_DAYS = 5;
    private static final double LATE_MIN = 0.9;

    private LagWindow() {}

    /// The days that paired entries really lie apart, and a little more on the side that is mostly
    /// the later one: late entries are the ones without other evidence. Days count when they hold
    /// far more pairs than the days a month or two away do, because pairs by amount are partly
    /// coincidence. Swapped files give the mirrored window.
    ///
    /// @param lags how many days the right date of each pair lies behind the left one
    /// @param hasAmounts are the entries money?
    static DayWindow of(int[] lags, boolean hasAmounts) {
        if (!hasAmounts) {
            return attribute(lags);
        }
        return of(lags, new double[2 * FAR_DAYS + 1]);
    }

    /// The same where amounts alone pair entries. Two files of the same months that have nothing to
    /// do with each other have equal amounts, too, and most of them a few weeks apart: days count
    /// when they also hold more pairs than if any of these dates could go with any other, of as
    /// many pairs as those a month or two away show to be coincidence.
    static DayWindow ofAmounts(PairedDays days) {
        double[] chance = days.byChance(FAR_DAYS);
        int[] lags = days.lags();
        double farByChance = far(chance);
        double share =
                farByChance < FAR_SHARE_MIN * lags.length
                        ? 1
                        : Math.min(1, far(counts(lags)) / farByChance);
        for (int at = 0; at < chance.length; at++) {
            chance[at] = share * chance[at] + DEVIATIONS * Math.sqrt(share * chance[at]);
        }
        return of(lags, chance);
    }

    /// @param beyond how many pairs are so many days apart by chance at most
    private static DayWindow of(int[] lags, double[] beyond) {
        if (lags.length < DateFinder.LEARNT_PAIRS_MIN) {
            return new DayWindow(AFTER_MIN, AFTER_MIN);
        }
        double[] counts = counts(lags);
        double background = far(counts) / (2 * (FAR_DAYS - DAYS_MAX));
        double enough = Math.max(1, BEYOND * background + lags.length * DAY_SHARE_MIN);
        int earliest = 0;
        int latest = 0;
        double later = 0;
        for (int lag = -DAYS_MAX; lag <= DAYS_MAX; lag++) {
            int at = lag + FAR_DAYS;
            if (counts[at] >= enough && counts[at] >= beyond[at]) {
                earliest = Math.min(earliest, lag);
                latest = Math.max(latest, lag);
                later += Integer.signum(lag) * counts[at];
            }
        }
        return new DayWindow(reach(-earliest, later <= 0), reach(latest, later >= 0));
    }

    /// Have nearly all pairs the same date? Where a reference decides which belong together, one
    /// that few pairs have otherwise was changed in these, unless one side is always the later one,
    /// by the few days that a payment takes.
    static boolean areSame(int[] lags, boolean isDecided) {
        long same = within(lags, 0, 0);
        long later = Math.max(within(lags, 1, PAYMENT_DAYS), within(lags, -PAYMENT_DAYS, -1));
        boolean isLate = later > (lags.length - same) * LATE_MIN;
        return lags.length >= DateFinder.LEARNT_PAIRS_MIN
                && same >= lags.length * (isDecided && !isLate ? SAME_DECIDED_MIN : SAME_MIN);
    }

    private static long within(int[] lags, int from, int to) {
        return Arrays.stream(lags).filter(lag -> lag >= from && lag <= to).count();
    }

    /// How many pairs are so many days apart, from `-FAR_DAYS` to `FAR_DAYS`.
    private static double[] counts(int[] lags) {
        double[] counts = new double[2 * FAR_DAYS + 1];
        for (int lag : lags) {
            if (Math.abs((long) lag) <= FAR_DAYS) {
                counts[lag + FAR_DAYS]++;
            }
        }
        return counts;
    }

    /// How many are too far apart to belong together.
    private static double far(double[] counts) {
        double far = 0;
        for (int at = 0; at < counts.length; at++) {
            far += Math.abs(at - FAR_DAYS) > DAYS_MAX ? counts[at] : 0;
        }
        return far;
    }

    /// The days between the dates of nearly all pairs, and as many more as these spread over: where
    /// a key pairs entries, a date further off than that is a difference, however many days the
    /// latest pair takes.
    static DayWindow usual(int[] lags) {
        if (lags.length < DateFinder.LEARNT_PAIRS_MIN) {
            return DayWindow.ANY;
        }
        int[] sorted = lags.clone();
        Arrays.sort(sorted);
        int rest = (int) (sorted.length * RARE_SHARE);
        int first = sorted[rest];
        int last = sorted[sorted.length - 1 - rest];
        long more = Math.max(NEAR_DAYS, (long) last - first);
        return new DayWindow(
                Math.clamp(more - first, 0, DayWindow.UNBOUNDED),
                Math.clamp(more + last, 0, DayWindow.UNBOUNDED));
    }

    /// A date of what is no money is an attribute, and must be the same; unless one of the sides
    /// writes it some days later so often that this is how it writes.
    private static DayWindow attribute(int[] lags) {
        int earliest = 0;
        int latest = 0;
        for (int days = -NEAR_DAYS; days <= NEAR_DAYS; days++) {
            int lag = days;
            long pairs = Arrays.stream(lags).filter(found -> found == lag).count();
            if (lags.length >= DateFinder.LEARNT_PAIRS_MIN && pairs >= HABIT_MIN * lags.length) {
                earliest = Math.min(earliest, lag);
                latest = Math.max(latest, lag);
            }
        }
        return new DayWindow(-earliest, latest);
    }

    private static int reach(int seen, boolean isLateSide) {
        return isLateSide ? Math.max(AFTER_MIN, seen + 2) : seen + 1;
    }
}
