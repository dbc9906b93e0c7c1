package dev.recon.engine.propose;

import dev.recon.engine.fee.BatchNet;
import dev.recon.engine.fee.Formula;
import dev.recon.engine.rules.BatchFee;
import dev.recon.engine.rules.BatchFee.Per;
import dev.recon.engine.rules.Rounding;
import dev.recon.engine.rules.Schedule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Finds what is kept of batches: a percent of what they come to, a fixed amount, or both, for the
/// batch or for each of its entries.
///
/// Of candidates that are a little less than their batch, those are taken that lack about the same
/// share; a line through what they lack tells the fee, in hundredths of a percent or thousandths,
/// and in cents, which then has to be exact.
///
/// @param step the smallest unit of the currency, in units
record KeptFinder(List<Taking> takings, long step, int decimals) {
    static final int FEES_MIN = 8;
    private static final double[] SHARE_WIDTHS = {0.002, 0.007, 0.02};
    private static final int ROUNDS = 10;
    private static final int[] PERCENT_DECIMALS = {2, 3};
    private static final double PERCENT_MAX = 20;
    private static final double STEPS_MAX = 1e6;
    private static final int HUNDRED = 100;

    /// A batch and what may have been paid for it.
    ///
    /// @param units the amounts of its entries
    /// @param others amounts of the other side of its days, less than what it comes to
    record Taking(long[] units, long[] others) {
        long sum() {
            return Arrays.stream(units).sum();
        }
    }

    /// What one candidate of a batch lacks.
    private record Lack(double sum, double count, double units) {
        double share() {
            return units / sum;
        }
    }

    /// The fee that fits most batches exactly.
    Optional<BatchFee> find() {
        List<Lack> lacks = lacks();
        return Arrays.stream(SHARE_WIDTHS)
                .mapToObj(width -> commonest(lacks, width))
                .filter(common -> common.size() >= FEES_MIN)
                .flatMap(common -> candidates(common).stream())
                .distinct()
                .max(Comparator.comparingInt(this::fits))
                .filter(fee -> fits(fee) >= FEES_MIN);
    }

    /// For how many batches is what the fee leaves one of their candidates?
    private int fits(BatchFee fee) {
        int fits = 0;
        for (Taking taking : takings) {
            long net = net(fee, taking.units);
            fits += Arrays.stream(taking.others).anyMatch(other -> other == net) ? 1 : 0;
        }
        return fits;
    }

    /// What a fee leaves of a batch.
    long net(BatchFee fee, long[] units) {
        int[] rows = new int[units.length];
        Arrays.setAll(rows, row -> row);
        Formula formula = Formula.of(fee.schedule(), step, decimals);
        return new BatchNet(formula, fee.per()).of(rows, units);
    }

    private List<Lack> lacks() {
        List<Lack> lacks = new ArrayList<>();
        for (Taking taking : takings) {
            long sum = taking.sum();
            for (long other : taking.others) {
                lacks.add(new Lack(sum, taking.units.length, sum - other));
            }
        }
        lacks.sort(Comparator.comparingDouble(Lack::share));
        return lacks;
    }

    /// Those within the stretch of shares of this width that holds most.
    private static List<Lack> commonest(List<Lack> lacks, double width) {
        int from = 0;
        int best = 0;
        int bestFrom = 0;
        for (int to = 0; to < lacks.size(); to++) {
            while (lacks.get(to).share() - lacks.get(from).share() > width) {
                from++;
            }
            if (to - from + 1 > best) {
                best = to - from + 1;
                bestFrom = from;
            }
        }
        return lacks.subList(bestFrom, bestFrom + best);
    }

    private List<BatchFee> candidates(List<Lack> lacks) {
        List<BatchFee> all = new ArrayList<>();
        for (Line line : Line.values()) {
            double[] fitted = fit(lacks, line);
            for (int percentDecimals : PERCENT_DECIMALS) {
                Optional<Schedule> schedule = schedule(fitted, percentDecimals);
                for (Per per : line.counted()) {
                    schedule.ifPresent(found -> all.add(new BatchFee(found, per)));
                }
            }
        }
        return all;
    }

    /// The line through those that lie nearest to it: others are other money of those days. Each
    /// round leaves out what is furthest from the line before (least trimmed squares, Rousseeuw).
    private static double[] fit(List<Lack> lacks, Line line) {
        double[] fitted = line.fit(lacks);
        for (int round = 0; round < ROUNDS; round++) {
            double[] by = fitted;
            List<Lack> nearest =
                    lacks.stream()
                            .sorted(Comparator.comparingDouble(lack -> line.off(lack, by)))
                            .limit(Math.max(FEES_MIN, lacks.size() / 2))
                            .toList();
            fitted = line.fit(nearest);
        }
        return fitted;
    }

    /// The fee of a line, none where it makes no sense.
    private Optional<Schedule> schedule(double[] fitted, int percentDecimals) {
        double percent = fitted[0] * HUNDRED;
        double steps = Math.rint(fitted[1] / step);
        if (percent < 0 || percent > PERCENT_MAX || steps < 0 || steps > STEPS_MAX) {
            return Optional.empty();
        }
        BigDecimal rounded =
                BigDecimal.valueOf(percent).setScale(percentDecimals, RoundingMode.HALF_EVEN);
        if (rounded.signum() == 0 && steps == 0) {
            return Optional.empty();
        }
        return Optional.of(
                new Schedule(
                        rounded,
                        BigDecimal.valueOf(Math.multiplyExact((long) steps, step), decimals),
                        Rounding.HALF_UP));
    }

    /// A fee as a straight line: a share of the sum, and an amount for something that is counted.
    private enum Line {
        PERCENT,
        PER_ENTRY,
        PER_BATCH;

        /// On what such a fee may be counted.
        List<Per> counted() {
            return switch (this) {
                case PERCENT -> List.of(Per.BATCH, Per.ENTRY);
                case PER_ENTRY -> List.of(Per.ENTRY);
                case PER_BATCH -> List.of(Per.BATCH);
            };
        }

        private double count(Lack lack) {
            return switch (this) {
                case PERCENT -> 0;
                case PER_ENTRY -> lack.count;
                case PER_BATCH -> 1;
            };
        }

        double off(Lack lack, double[] fitted) {
            return Math.abs(lack.units - fitted[0] * lack.sum - fitted[1] * count(lack));
        }

        /// The share and the amount by least squares.
        double[] fit(List<Lack> lacks) {
            double ss = 0;
            double sc = 0;
            double cc = 0;
            double su = 0;
            double cu = 0;
            for (Lack lack : lacks) {
                double count = count(lack);
                ss += lack.sum * lack.sum;
                sc += lack.sum * count;
                cc += count * count;
                su += lack.sum * lack.units;
                cu += count * lack.units;
            }
            double of = ss * cc - sc * sc;
            return of <= 0
                    ? new double[] {su / ss, 0}
                    : new double[] {(su * cc - cu * sc) / of, (cu * ss - su * sc) / of};
        }
    }
}
