package dev.recon.engine.propose;

import dev.recon.engine.read.ColumnProfile;
import dev.recon.engine.read.ColumnType;
import dev.recon.engine.read.DatePattern;
import dev.recon.engine.read.NormalForm;
import dev.recon.engine.table.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Keys of two or three columns, such as company and document number, or account and day: each
/// column has the same values on both sides, none tells entries apart by itself, together they do.
final class CompositeKeys {
    private static final int PARTS_MAX = 3;
    private static final int CODES_MAX = 8;
    private static final int DATES_MAX = 3;
    private static final double LISTED_MIN = 0.9;
    private static final int REPEATED_MIN = 5;
    private static final double FILLED_MIN = 0.98;
    private static final double COMMON_MIN = 0.5;
    private static final double COMMON_IN_PART_MIN = 0.01;

    /// Dates of one time are common to all files of that time.
    private static final double COMMON_DATES_MIN = 0.8;

    /// So many of the entries a composite key must tell apart: it has no other merit.
    private static final double UNIQUE_MIN = 0.9;

    /// A day is a part of a key where there is one entry an account and day, as of balances. Two
    /// payments of one account may fall on one day, or reach the other side a day later.
    private static final double DATED_UNIQUE_MIN = 0.9;

    private static final double DATED_COMMON_MIN = 0.9;

    private final SampleSide left;
    private final SampleSide right;
    private final Quantities quantities;
    private final Map<String, Set<String>> values = new HashMap<>();
    private final Map<String, Optional<CodePrefix>> prefixes = new HashMap<>();
    private final Map<String, Optional<CodePrefix>> fronts = new HashMap<>();

    CompositeKeys(SampleSide left, SampleSide right) {
        this.left = left;
        this.right = right;
        this.quantities = new Quantities(left, right);
    }

    /// All that tell nearly all entries apart and have half their values on both sides; no wider
    /// one where a narrower one is enough.
    List<Key> find() {
        List<List<Key.Part>> narrower =
                new ArrayList<>(candidates().stream().map(List::of).toList());
        List<Key.Part> singles = narrower.stream().map(List::getFirst).toList();
        for (int width = 2; width <= PARTS_MAX; width++) {
            List<List<Key.Part>> wider = new ArrayList<>();
            List<Key> found = new ArrayList<>();
            for (List<Key.Part> parts : narrower) {
                int last = singles.indexOf(parts.getLast());
                for (Key.Part part : singles.subList(last + 1, singles.size())) {
                    if (parts.stream().noneMatch(other -> isShared(part, other))
                            && !parts.getFirst().isDate()) {
                        List<Key.Part> both = new ArrayList<>(parts);
                        both.add(part);
                        wider.add(both);
                        key(both).ifPresent(found::add);
                    }
                }
            }
            if (!found.isEmpty()) {
                return found;
            }
            narrower = wider;
        }
        return List.of();
    }

    /// One date is enough, and a column stands for one thing.
    static boolean isShared(Key.Part one, Key.Part other) {
        return (one.isDate() && other.isDate())
                || one.left().index() == other.left().index()
                || one.right().index() == other.right().index();
    }

    /// A quantity is a part only beside a code, and where no narrower key is found: an entry of
    /// another quantity is another one then, such as a trade of a security on a day.
    private boolean mayCount(List<Key.Part> parts) {
        return parts.stream().noneMatch(this::isQuantity)
                || (parts.size() == PARTS_MAX
                        && parts.stream().anyMatch(part -> !part.isDate() && !isQuantity(part)));
    }

    private boolean isQuantity(Key.Part part) {
        return quantities.are(part.left(), part.right());
    }

    private Optional<Key> key(List<Key.Part> parts) {
        if (!mayCount(parts)) {
            return Optional.empty();
        }
        Key key = new Key(parts, Optional.empty(), 0);
        String[] ours = key.values(left, Side.LEFT);
        String[] theirs = key.values(right, Side.RIGHT);
        double unique = Math.min(uniqueness(ours), uniqueness(theirs));
        if (unique < (key.isDated() ? DATED_UNIQUE_MIN : UNIQUE_MIN) || isSpread(parts)) {
            return Optional.empty();
        }
        Set<String> values = filled(ours);
        Set<String> others = filled(theirs);
        int fewer = Math.min(values.size(), others.size());
        values.retainAll(others);
        return values.size() < fewer * common(key.isDated() ? DATED_COMMON_MIN : COMMON_MIN)
                ? Optional.empty()
                : Optional.of(new Key(parts, Optional.empty(), values.size()));
    }

    /// Does one side have each entry once, and the other spread over months?
    private boolean isSpread(List<Key.Part> parts) {
        Key.Part last = parts.getLast();
        if (last.dates().filter(Key.Dates::isMonthly).isEmpty()) {
            return false;
        }
        Key without = new Key(parts.subList(0, parts.size() - 1), Optional.empty(), 0);
        return uniqueness(without.values(left, Side.LEFT)) >= UNIQUE_MIN
                || uniqueness(without.values(right, Side.RIGHT)) >= UNIQUE_MIN;
    }

    /// How many of the filled values are different, 0 to 1.
    static double uniqueness(String[] values) {
        long filled = Arrays.stream(values).filter(value -> !value.isEmpty()).count();
        return (double) filled(values).size() / Math.max(1, filled);
    }

    /// The different values that are not empty.
    static Set<String> filled(String[] values) {
        Set<String> filled = new HashSet<>(Arrays.asList(values));
        filled.remove("");
        return filled;
    }

    /// The columns of codes and dates that have most of their values on both sides; codes first,
    /// those with the most values first.
    List<Key.Part> candidates() {
        List<Key.Part> parts = new ArrayList<>();
        for (ColumnProfile one : left.columns()) {
            for (ColumnProfile other : right.columns()) {
                if (isFilled(one, left) && isFilled(other, right)) {
                    parts(one, other).stream().filter(this::isCommon).forEach(parts::add);
                }
            }
        }
        parts.sort(
                Comparator.<Key.Part, Boolean>comparing(part -> part.isDate())
                        .thenComparing(Comparator.comparingInt(CompositeKeys::distinct).reversed())
                        .thenComparingInt(part -> part.left().index() + part.right().index()));
        List<Key.Part> codes = parts.stream().filter(part -> !part.isDate()).toList();
        List<Key.Part> dates = parts.stream().filter(part -> part.isDate()).toList();
        List<Key.Part> some = new ArrayList<>(codes.stream().limit(CODES_MAX).toList());
        some.addAll(dates.stream().limit(DATES_MAX).toList());
        return some;
    }

    /// How many values both sides have at least: of two samples that is mostly luck.
    private double common(double ofComplete) {
        boolean complete = left.inspection().isComplete() && right.inspection().isComplete();
        return complete ? ofComplete : COMMON_IN_PART_MIN;
    }

    private static int distinct(Key.Part part) {
        return Math.min(part.left().distinct(), part.right().distinct());
    }

    private static boolean isFilled(ColumnProfile column, SampleSide sample) {
        return column.distinct() > 1 && column.filled() >= sample.rows() * FILLED_MIN;
    }

    /// The ways in which two columns may say the same.
    private List<Key.Part> parts(ColumnProfile one, ColumnProfile other) {
        if (one.type() instanceof ColumnType.Date ours
                && other.type() instanceof ColumnType.Date theirs) {
            return Key.Dates.of(ours, theirs).stream()
                    .map(dates -> new Key.Part(one, other, NormalForm.EXACT, Optional.of(dates)))
                    .toList();
        }
        List<Key.Part> months = months(one, other);
        if (!months.isEmpty()) {
            return months;
        }
        boolean padded = left.isPadded(one) || right.isPadded(other);
        NormalForm form = padded ? NormalForm.NUMBER : NormalForm.CODE;
        if (!mayBePart(one, other)) {
            return List.of();
        }
        Key.Part plain = new Key.Part(one, other, form);
        if (isCommon(plain)) {
            return List.of(plain);
        }
        List<Key.Part> behind = behind(one, other);
        return behind.stream().anyMatch(this::isCommon) ? behind : before(one, other);
    }

    /// Months that both sides write, each in its notation, or of which one side has the first day.
    private List<Key.Part> months(ColumnProfile one, ColumnProfile other) {
        List<Key.Part> found = new ArrayList<>();
        for (DatePattern ours : PeriodPatterns.of(left, one)) {
            for (DatePattern theirs : PeriodPatterns.of(right, other)) {
                Key.Dates dates = new Key.Dates(ours, theirs);
                if (dates.isMonthly()) {
                    found.add(new Key.Part(one, other, NormalForm.EXACT, Optional.of(dates)));
                }
            }
        }
        return found;
    }

    /// What stands behind the letters or the mark with which one side begins, or both do.
    private List<Key.Part> behind(ColumnProfile one, ColumnProfile other) {
        Optional<CodePrefix> ours = prefix(left, Side.LEFT, one);
        Optional<CodePrefix> theirs = prefix(right, Side.RIGHT, other);
        Optional<Key.Reading> masked =
                MaskedCodes.reading(
                        new MaskedCodes.Of(left, one), new MaskedCodes.Of(right, other));
        Optional<Key.Reading> behind =
                ours.isPresent() || theirs.isPresent()
                        ? Optional.of(new Key.Behind(ours, theirs))
                        : Optional.empty();
        return masked.or(() -> behind).stream()
                .map(reading -> new Key.Part(one, other, NormalForm.NUMBER, Optional.of(reading)))
                .toList();
    }

    /// What stands before the mark of one side's codes, such as `BER` in `BER-01`, where nothing
    /// else tells those apart.
    private List<Key.Part> before(ColumnProfile one, ColumnProfile other) {
        Optional<CodePrefix> ours = beforeMark(left, Side.LEFT, one);
        Optional<CodePrefix> theirs = beforeMark(right, Side.RIGHT, other);
        return ours.isPresent() == theirs.isPresent()
                ? List.of()
                : List.of(
                        new Key.Part(
                                one,
                                other,
                                NormalForm.CODE,
                                Optional.of(new Key.Behind(ours, theirs))));
    }

    private Optional<CodePrefix> beforeMark(SampleSide sample, Side side, ColumnProfile column) {
        return fronts.computeIfAbsent(
                side.word() + column.index(), _ -> CodePrefix.beforeMark(sample, column));
    }

    private Optional<CodePrefix> prefix(SampleSide sample, Side side, ColumnProfile column) {
        return prefixes.computeIfAbsent(
                side.word() + column.index(), _ -> CodePrefix.of(sample, column));
    }

    private boolean mayBePart(ColumnProfile one, ColumnProfile other) {
        boolean areCodes = isCode(one) && isCode(other);
        return areCodes || (quantities.areOnBothSides() && areOfOneList(one, other));
    }

    /// Words that both sides take from one list, such as the stores or campaigns of a report.
    private boolean areOfOneList(ColumnProfile one, ColumnProfile other) {
        if (!KeyFinder.isKey(one) || !KeyFinder.isKey(other)) {
            return false;
        }
        Set<String> ours = left.distinct(one, NormalForm.CODE);
        Set<String> theirs = right.distinct(other, NormalForm.CODE);
        return CommonValues.of(ours, theirs)
                        >= LISTED_MIN * Math.max(one.distinct(), other.distinct())
                && one.distinct() * REPEATED_MIN <= one.filled()
                && other.distinct() * REPEATED_MIN <= other.filled();
    }

    private static boolean isCode(ColumnProfile column) {
        return KeyFinder.isKey(column) && (!KeyFinder.isText(column) || column.areSpacedCodes());
    }

    private boolean isCommon(Key.Part part) {
        Set<String> values = values(part, Side.LEFT);
        Set<String> others = values(part, Side.RIGHT);
        int both = CommonValues.of(values, others);
        double share = part.isDate() ? COMMON_DATES_MIN : common(COMMON_MIN);
        return both >= Math.min(values.size(), others.size()) * share && both > 1;
    }

    private Set<String> values(Key.Part part, Side side) {
        return values.computeIfAbsent(
                side.word() + part.column(side).index() + part.form() + part.readAs(side),
                _ -> filled(part.values(side == Side.LEFT ? left : right, side)));
    }
}
