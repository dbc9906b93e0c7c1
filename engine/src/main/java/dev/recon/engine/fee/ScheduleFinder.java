package dev.recon.engine.fee;

import dev.recon.engine.rules.Rounding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds the schedule that explains the most of some differences, to the cent, or none.
///
/// A robust regression of the difference on the gross amount: lines through two points of a sample
/// are tried (random sample consensus, Fischler and Bolles 1981), each with the simplest rate that
/// rounding allows; the line that most points lie on is then checked on all points with every way
/// of rounding. What is called a schedule has at least [#FITS_MIN] exact fits, at least the share
/// of all points that the caller asks for, and 10 more than three times as many fits as the same
/// line has when its fixed part is moved by 1 to 5 cents either way, or by as many of the units
/// that most fees are multiples of: differences that merely lie close together fit those as well. A
/// share needs [#GROSS_MIN] different gross amounts of which the largest is twice the smallest.
///
/// Cost: at most 400 lines (16 where four fifths must lie on it, 57 where half must) over 256
/// points, then 75 formulas over the sample, and 40 over all points: 0.1 ms for 20 points, 0.3 s
/// for a million.
final class ScheduleFinder {
    static final int FITS_MIN = 10;
    static final int GROSS_MIN = 5;

    private static final int SAMPLE = 256;
    private static final int LINES_MAX = 400;

    /// How likely it may be to miss a line by chance.
    private static final double MISSED_MAX = 1e-7;

    private static final int LINES_KEPT = 5;
    private static final int CHECKED = 3;
    private static final int NEIGHBOURS = 5;
    private static final int SPACING_DIGITS = 9;
    private static final double MOST = 0.8;
    private static final long WHOLE = 1_000_000;
    private static final long RATE_MAX = WHOLE / 2;

    /// Steps between rates, the simplest first: 1 %, 0.5 %, 0.1 % ... 0.0001 %.
    private static final long[] GRIDS = {10_000, 5_000, 1_000, 500, 100, 50, 10, 5, 1};

    private final long step;

    ScheduleFinder(long step) {
        this.step = step;
    }

    /// A formula and how many points it fits exactly.
    private record Fitted(Formula formula, int fits) {}

    /// @param shareMin the least share of the points that must fit, 0 to 1
    Optional<Formula> find(Points points, double shareMin) {
        if (points.count() < FITS_MIN) {
            return Optional.empty();
        }
        Fitted best = fixed(points);
        for (Formula line : lines(points, shareMin)) {
            int fits = points.fits(line);
            if (fits > best.fits + best.fits / 10) {
                best = new Fitted(line, fits);
            }
        }
        best = best.formula.rate() == 0 ? best : rounded(points, best.formula);
        boolean enough = best.fits >= FITS_MIN && best.fits >= shareMin * points.count();
        return enough && isNoAccident(best, points) && isDetermined(best, points)
                ? Optional.of(best.formula)
                : Optional.empty();
    }

    /// The commonest fee, the smallest of several.
    private Fitted fixed(Points points) {
        long[] fees = points.fees().clone();
        Arrays.sort(fees);
        long common = fees[0];
        int most = 0;
        int from = 0;
        for (int at = 1; at <= fees.length; at++) {
            if (at == fees.length || fees[at] != fees[from]) {
                if (at - from > most) {
                    most = at - from;
                    common = fees[from];
                }
                from = at;
            }
        }
        return new Fitted(new Formula(0, common, Rounding.HALF_UP, step), most);
    }

    private boolean isNoAccident(Fitted found, Points points) {
        Formula formula = found.formula;
        int neighbours = 0;
        for (long spacing : new long[] {step, spacing(points)}) {
            for (int by = -NEIGHBOURS; by <= NEIGHBOURS; by++) {
                long moved = formula.fixed() + by * spacing;
                if (by != 0) {
                    Formula other = new Formula(formula.rate(), moved, formula.rounding(), step);
                    neighbours = Math.max(neighbours, points.fits(other));
                }
            }
        }
        return found.fits >= FITS_MIN + 3L * neighbours || neighbours == 0;
    }

    /// The largest of 1, 2, 5, 10, 20 ... steps of which most fees are multiples: fees in whole
    /// units lie as close together as they can when they are a unit apart.
    private long spacing(Points points) {
        long spacing = step;
        long ten = step;
        for (int digits = 0; digits < SPACING_DIGITS; digits++, ten *= 10) {
            for (long of : new long[] {ten, 2 * ten, 5 * ten}) {
                long multiples = Arrays.stream(points.fees()).filter(f -> f % of == 0).count();
                if (multiples >= MOST * points.count()) {
                    spacing = of;
                }
            }
        }
        return spacing;
    }

    private static boolean isDetermined(Fitted found, Points points) {
        if (found.formula.rate() == 0) {
            return true;
        }
        Set<Long> gross = new HashSet<>();
        long least = Long.MAX_VALUE;
        long most = 0;
        for (int at = 0; at < points.count(); at++) {
            if (found.formula.fee(points.gross()[at]) == points.fees()[at]) {
                least = Math.min(least, points.gross()[at]);
                most = Math.max(most, points.gross()[at]);
                if (gross.size() < GROSS_MIN) {
                    gross.add(points.gross()[at]);
                }
            }
        }
        return gross.size() >= GROSS_MIN && most / 2 >= least;
    }

    /// The few best lines, with the rounding that fits the sample best.
    private List<Formula> lines(Points points, double shareMin) {
        Points sample = points.sample(SAMPLE);
        List<Scored> scored = new ArrayList<>();
        Set<Formula> seen = new HashSet<>();
        int count = sample.count();
        int tries = (int) Math.min(tries(shareMin), (long) count * (count - 1) / 2);
        for (int number = 0; number < tries; number++) {
            // Two places far apart, the same for the same points: steps of the golden ratio.
            int low = (int) (number * 0.6180339887 % 1 * (count / 2.0));
            int high = count / 2 + (int) (number * 0.7548776662 % 1 * (count - count / 2));
            line(sample, low, high)
                    .filter(seen::add)
                    .ifPresent(line -> scored.add(new Scored(line, near(sample, line))));
        }
        scored.sort(
                Comparator.comparingInt(Scored::near)
                        .reversed()
                        .thenComparingInt(one -> complexity(one.line.rate()))
                        .thenComparingLong(one -> one.line.rate())
                        .thenComparingLong(one -> one.line.fixed()));
        List<Fitted> fitted =
                new ArrayList<>(
                        scored.stream()
                                .limit(LINES_KEPT)
                                .map(one -> rounded(sample, one.line))
                                .toList());
        fitted.sort(Comparator.comparingInt(Fitted::fits).reversed());
        return fitted.stream().limit(CHECKED).map(Fitted::formula).toList();
    }

    private record Scored(Formula line, int near) {}

    private static int near(Points sample, Formula line) {
        int near = 0;
        for (int at = 0; at < sample.count(); at++) {
            near += line.distance(sample.gross()[at], sample.fees()[at]) <= 1 ? 1 : 0;
        }
        return near;
    }

    /// The line through two points with the simplest rate that the rounding of both allows.
    private Optional<Formula> line(Points sample, int low, int high) {
        long width = sample.gross()[high] - sample.gross()[low];
        if (width <= 0) {
            return Optional.empty();
        }
        double rise = (double) sample.fees()[high] - sample.fees()[low];
        double least = Math.max(1, (rise - step) * WHOLE / width);
        double most = Math.min((double) RATE_MAX, (rise + step) * WHOLE / width);
        for (long grid : GRIDS) {
            long rate = (long) Math.ceil(least / grid) * grid;
            if (rate <= most) {
                Formula share = new Formula(rate, 0, Rounding.HALF_UP, step);
                long fixed = sample.fees()[high] - share.fee(sample.gross()[high]);
                return fixed < 0 && fixed >= -step
                        ? Optional.of(share)
                        : Optional.of(new Formula(rate, fixed, Rounding.HALF_UP, step))
                                .filter(line -> line.fixed() >= 0);
            }
        }
        return Optional.empty();
    }

    /// How many pairs of points are tried, so that one of them nearly surely has both of its points
    /// on a line that holds the share of them that is asked for.
    private static int tries(double share) {
        double tries = Math.log(MISSED_MAX) / Math.log1p(-share * share);
        return (int) Math.clamp(Math.ceil(tries), 1, LINES_MAX);
    }

    private static int complexity(long rate) {
        int place = 0;
        while (rate % GRIDS[place] != 0) {
            place++;
        }
        return place;
    }

    /// The rounding, and the fixed part of at most one step more or less, that fit best.
    private Fitted rounded(Points sample, Formula line) {
        Fitted best = new Fitted(line, sample.fits(line));
        for (Rounding rounding : Rounding.values()) {
            for (int by = -1; by <= 1; by++) {
                long fixed = line.fixed() + by * step;
                if (fixed >= 0) {
                    Formula other = new Formula(line.rate(), fixed, rounding, step);
                    int fits = sample.fits(other);
                    best = fits > best.fits ? new Fitted(other, fits) : best;
                }
            }
        }
        return best;
    }
}
