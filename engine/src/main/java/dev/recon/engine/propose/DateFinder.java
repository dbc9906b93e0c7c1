package dev.recon.engine.propose;

import dev.recon.engine.read.ColumnProfile;
import dev.recon.engine.read.ColumnType;
import dev.recon.engine.read.DatePattern;
import dev.recon.engine.read.FieldSource;
import dev.recon.engine.rules.DayWindow;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// Finds the date of each side: the two columns whose dates lie nearest in paired entries, and with
/// them the order of day and month where the cells alone leave it open.
final class DateFinder {
    private static final int NEAR_DAYS = 3;
    static final int LEARNT_PAIRS_MIN = 20;
    private static final double COUNTED_NEAR_MIN = 0.8;
    private static final double BY_PERIOD_BELOW = 0.5;
    private static final double PERIOD_MIN = 0.95;
    private static final double HELD_MIN = 0.8;
    private static final int YEARS_MAX = 3 * 366;

    private final Draft draft;
    private final boolean hasAmounts;

    /// @param hasAmounts are the entries money? Else a date is an attribute, and must be the same
    DateFinder(Draft draft, boolean hasAmounts) {
        this.draft = draft;
        this.hasAmounts = hasAmounts;
    }

    /// One way to read the dates of both sides.
    ///
    /// @param near how many of the pairs lie within a few days, 0 to 1; -1 without pairs
    private record Reading(Dated left, Dated right, double near, double equal) {}

    /// Maps the dates of both sides, if both have one, and returns the days between them that
    /// paired entries show.
    Optional<DayWindow> map() {
        List<Reading> readings = new ArrayList<>();
        List<Dated> rights = Dated.find(draft, Side.RIGHT, hasAmounts);
        for (Dated one : Dated.find(draft, Side.LEFT, hasAmounts)) {
            for (Dated other : rights) {
                Reading reading = reading(one, other, draft.pairs);
                boolean proved = one.isProved() && other.isProved();
                if (proved || isBorneOut(reading) || isOfOneTime(reading)) {
                    readings.add(reading);
                }
            }
        }
        Reading best = best(readings);
        Optional<Key.Part> period =
                best == null || best.near < BY_PERIOD_BELOW ? period() : Optional.empty();
        if (period.isPresent()) {
            return Optional.of(map(period.get()));
        }
        if (best == null || meanOther(best)) {
            return Optional.empty();
        }
        DatePattern left = settle(Side.LEFT, best.left, readings);
        DatePattern right = settle(Side.RIGHT, best.right, readings);
        draft.map(
                Table.DATE,
                Draft.Mapped.both(
                        new FieldSource.Date(best.left.column().name(), left),
                        new FieldSource.Date(best.right.column().name(), right)),
                best.near < 0 ? OptionalDouble.empty() : OptionalDouble.of(best.near),
                why(best, left, right));
        PairedDays days =
                PairedDays.of(
                        draft.left.dates(best.left.column(), left),
                        draft.right.dates(best.right.column(), right),
                        draft.pairs);
        draft.isSameDay = LagWindow.areSame(days.lags(), draft.isDecided);
        draft.usualDays = LagWindow.usual(days.lags());
        return Optional.of(window(days));
    }

    /// Pairs of equal amounts that nothing else ties are partly coincidence.
    private DayWindow window(PairedDays days) {
        return hasAmounts && !draft.isKeyed && draft.batchBy.isEmpty()
                ? LagWindow.ofAmounts(days)
                : LagWindow.of(days.lags(), hasAmounts);
    }

    /// Are they days of different things, such as that on which a voucher was sold and that on
    /// which it was used? Where a key decides, most pairs would lie in the days that any do.
    private boolean meanOther(Reading best) {
        int[] lags = lags(best);
        boolean asked = isAnswered(Side.LEFT, best.left) || isAnswered(Side.RIGHT, best.right);
        boolean isSure = draft.isKeyed || draft.batchBy.isPresent();
        if (asked || !isSure || lags.length < LEARNT_PAIRS_MIN) {
            return false;
        }
        DayWindow days = LagWindow.of(lags, hasAmounts);
        long held = Arrays.stream(lags).filter(lag -> days.holds(0, lag)).count();
        return held < HELD_MIN * lags.length;
    }

    /// Did a person say how these dates are read?
    private boolean isAnswered(Side side, Dated dated) {
        return draft.answers.containsKey(question(side, dated.column()));
    }

    private int[] lags(Reading reading) {
        return lags(reading.left, reading.right, draft.pairs);
    }

    private int[] lags(Dated one, Dated other, RowPairs pairs) {
        return PairedDays.of(
                        draft.left.dates(one.column(), one.pattern()),
                        draft.right.dates(other.column(), other.pattern()),
                        pairs)
                .lags();
    }

    private @Nullable Reading best(List<Reading> readings) {
        Reading best = null;
        for (Reading reading : readings) {
            boolean answered =
                    isAsAnswered(Side.LEFT, reading.left)
                            && isAsAnswered(Side.RIGHT, reading.right);
            if (answered && (best == null || score(reading) > score(best))) {
                best = reading;
            }
        }
        return best;
    }

    /// The months or weeks that one side names, in which the days of paired entries of the other
    /// are.
    private Optional<Key.Part> period() {
        if (draft.pairs.count() < LEARNT_PAIRS_MIN) {
            return Optional.empty();
        }
        return Period.find(draft.left, draft.right).stream()
                .filter(part -> draft.isFree(Side.LEFT, part.left()))
                .filter(part -> draft.isFree(Side.RIGHT, part.right()))
                .filter(part -> {
                    String[] ours = part.values(draft.left, Side.LEFT);
                    String[] theirs = part.values(draft.right, Side.RIGHT);
                    RowPairs.Nearness same = (a, b) -> ours[a].equals(theirs[b]);
                    double equal = draft.pairs.share(same);
                    return equal >= PERIOD_MIN && draft.pairs.shifted().share(same) <= equal / 2;
                })
                .findFirst();
    }

    private DayWindow map(Key.Part part) {
        draft.isSameDay = true;
        draft.map(
                Table.DATE,
                Draft.Mapped.both(part.source(Side.LEFT), part.source(Side.RIGHT)),
                OptionalDouble.empty(),
                part.told());
        return new DayWindow(0, 0);
    }

    /// Does a reading agree with what a person said about the order of day and month?
    private boolean isAsAnswered(Side side, Dated dated) {
        if (!(dated.column().type() instanceof ColumnType.Date date)) {
            return true;
        }
        String answer = draft.answers.getOrDefault(question(side, dated.column()), "");
        boolean known =
                date.patterns().stream().anyMatch(pattern -> pattern.toString().equals(answer));
        return !known || dated.pattern().toString().equals(answer);
    }

    private static String question(Side side, ColumnProfile column) {
        return side.word() + "." + column.name() + ".date";
    }

    /// Any number may count days: it does where nearly all paired entries show it, and others not.
    private boolean isBorneOut(Reading reading) {
        RowPairs others = draft.pairs.shifted();
        double byChance = reading(reading.left, reading.right, others).near;
        return reading.near >= COUNTED_NEAR_MIN && byChance <= reading.near / 2;
    }

    /// Where hardly any entries are paired: do the days that numbers count nearly all fall into the
    /// time of the other side? Other numbers would not.
    private boolean isOfOneTime(Reading reading) {
        int[] ours = days(draft.left, reading.left);
        int[] theirs = days(draft.right, reading.right);
        boolean counted = reading.left.isProved() != reading.right.isProved();
        boolean few = draft.pairs.count() < LEARNT_PAIRS_MIN;
        if (!counted || !few || ours.length * theirs.length == 0) {
            return false;
        }
        int[] numbers = reading.left.isProved() ? theirs : ours;
        int[] known = reading.left.isProved() ? ours : theirs;
        int first = known[0] - NEAR_DAYS;
        int last = known[known.length - 1] + NEAR_DAYS;
        long within = Arrays.stream(numbers).filter(day -> day >= first && day <= last).count();
        return within >= PERIOD_MIN * numbers.length && last - first <= YEARS_MAX;
    }

    /// In order.
    private static int[] days(SampleSide sample, Dated dated) {
        return Arrays.stream(sample.dates(dated.column(), dated.pattern()))
                .filter(day -> day != DatePattern.NOT_A_DATE)
                .sorted()
                .toArray();
    }

    private Reading reading(Dated one, Dated other, RowPairs pairs) {
        int[] lags = lags(one, other, pairs);
        if (lags.length == 0) {
            return new Reading(one, other, -1, -1);
        }
        double near = Arrays.stream(lags).filter(lag -> Math.abs(lag) <= NEAR_DAYS).count();
        double equal = Arrays.stream(lags).filter(lag -> lag == 0).count();
        return new Reading(one, other, near / lags.length, equal / lags.length);
    }

    private static double score(Reading reading) {
        boolean hinted =
                Role.DATE.isHinted(reading.left.column().name())
                        && Role.DATE.isHinted(reading.right.column().name());
        return reading.near * 100 + reading.equal * 10 + (hinted ? 1 : 0);
    }

    /// The order of day and month: as the cells prove it, else as a person says, else as the dates
    /// of the other side make it likely.
    private DatePattern settle(Side side, Dated best, List<Reading> readings) {
        if (!(best.column().type() instanceof ColumnType.Date date) || date.patterns().size() < 2) {
            return best.pattern();
        }
        List<Question.Option> options = new ArrayList<>();
        for (DatePattern pattern : date.patterns()) {
            double near = -1;
            for (Reading reading : readings) {
                Dated dated = side == Side.LEFT ? reading.left : reading.right;
                if (dated.column().equals(best.column()) && dated.pattern().equals(pattern)) {
                    near = Math.max(near, reading.near);
                }
            }
            String proof =
                    near < 0
                            ? "no day above 12 in the sample"
                            : String.format(
                                    Locale.ROOT,
                                    "%.1f %% of paired entries within %d days",
                                    near * 100,
                                    NEAR_DAYS);
            options.add(new Question.Option(pattern.toString(), example(best, pattern), proof));
        }
        Question question =
                new Question(
                        question(side, best.column()),
                        Optional.of(side),
                        best.column().name(),
                        text(best),
                        options,
                        best.pattern().toString());
        return DatePattern.of(draft.ask(question));
    }

    private static String text(Dated dated) {
        String sample = dated.column().samples().getFirst();
        return dated.pattern().toString().startsWith("yy")
                ? "Which figures of '" + sample + "' are the year, the month and the day?"
                : "Does the day or the month stand first in '" + sample + "'?";
    }

    private static String example(Dated dated, DatePattern pattern) {
        byte[] cell = dated.column().samples().getFirst().getBytes(StandardCharsets.UTF_8);
        int day = pattern.parse(cell, 0, cell.length);
        return pattern + ", " + DatePattern.of("d MMM yyyy").format(day);
    }

    private static String why(Reading best, DatePattern left, DatePattern right) {
        String patterns = left.equals(right) ? left.toString() : left + " and " + right;
        int proofs = Math.max(proofs(best.left.column()), proofs(best.right.column()));
        return proofs == 0 ? patterns : patterns + ", proved by " + proofs + " days above 12";
    }

    private static int proofs(ColumnProfile column) {
        return column.type() instanceof ColumnType.Date date ? date.proofs() : 0;
    }
}
