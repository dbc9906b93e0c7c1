package dev.recon.engine.propose;

import dev.recon.engine.read.ColumnProfile;
import dev.recon.engine.read.ColumnType;
import dev.recon.engine.read.NormalForm;
import dev.recon.engine.table.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Lines that both sides have alike, and as often: what was sold of a product on a day, who worked
/// how long on what. No key tells those apart that repeat, and none has to: whichever of two equal
/// lines the other side lacks, it is one of them.
///
/// Nearly all lines of both sides are the same in each column that varies on one of them, so that
/// this side has nothing left to tell its lines by. Each column is counted once with each one of
/// the other side; asked only where nothing else ties entries together.
///
/// @param amounts what is counted, if anything is
record SameLines(Draft draft, Optional<AmountFinder.Choice> amounts) {
    private static final int ROWS_MIN = 20;
    private static final int COLUMNS_MAX = 20;
    private static final int DIFFERENT_MIN = 10;
    private static final double DIFFERENT_MAX = 0.8;
    private static final double SAME_MIN = 0.9;

    /// The columns by which lines are the same.
    Optional<Key> find() {
        int rows = Math.max(draft.left.rows(), draft.right.rows());
        if (!draft.isComplete() || rows < ROWS_MIN || isWide(draft.left) || isWide(draft.right)) {
            return Optional.empty();
        }
        List<Key.Part> parts = parts();
        boolean tells = parts.stream().anyMatch(part -> !part.isDate());
        if (!tells || !(areAll(Side.LEFT, parts) || areAll(Side.RIGHT, parts))) {
            return Optional.empty();
        }
        Key key = new Key(parts, Optional.empty(), 0);
        Map<String, List<Integer>> ours = lines(key, Side.LEFT);
        Map<String, List<Integer>> theirs = lines(key, Side.RIGHT);
        boolean repeat = ours.size() <= draft.left.rows() * DIFFERENT_MAX;
        return repeat && same(ours, theirs) >= rows * SAME_MIN && ours.size() >= DIFFERENT_MIN
                ? Optional.of(
                        new Key(
                                parts,
                                Optional.empty(),
                                CommonValues.of(ours.keySet(), theirs.keySet())))
                : Optional.empty();
    }

    private static boolean isWide(SampleSide sample) {
        return sample.columns().size() > COLUMNS_MAX;
    }

    /// The lines that are the same, each as often as both sides have it.
    RowPairs pairs(Key key) {
        return RowPairs.byTurn(lines(key, Side.LEFT), lines(key, Side.RIGHT));
    }

    /// The rows of a side by all that they say: the values of the key, and the amount.
    private Map<String, List<Integer>> lines(Key key, Side side) {
        String[] values = key.values(draft.sample(side), side);
        Optional<long[]> units = amounts.map(found -> of(found, side).units());
        for (int row = 0; row < values.length; row++) {
            long amount = units.isPresent() ? units.get()[row] : 0;
            values[row] = values[row].isEmpty() ? "" : values[row] + "\n" + Math.abs(amount);
        }
        return draft.sample(side).groups(values);
    }

    private static int same(Map<String, List<Integer>> ours, Map<String, List<Integer>> theirs) {
        int same = 0;
        for (Map.Entry<String, List<Integer>> line : ours.entrySet()) {
            List<Integer> others = theirs.getOrDefault(line.getKey(), List.of());
            same += Math.min(line.getValue().size(), others.size());
        }
        return same;
    }

    private static AmountColumns.Found of(AmountFinder.Choice found, Side side) {
        return side == Side.LEFT ? found.left() : found.right();
    }

    /// Is each column that varies of a side the amount, or one of these?
    private boolean areAll(Side side, List<Key.Part> parts) {
        return draft.sample(side).columns().stream()
                .filter(column -> column.distinct() > 1)
                .allMatch(column ->
                        isAmount(side, column)
                                || parts.stream()
                                        .anyMatch(part -> part.column(side).equals(column)));
    }

    private boolean isAmount(Side side, ColumnProfile column) {
        return amounts.filter(found -> of(found, side).isIn(column)).isPresent();
    }

    private record Counted(Key.Part part, int same) {}

    /// The columns that both sides have alike, each once, the most telling first and the date last.
    private List<Key.Part> parts() {
        List<Counted> counted = new ArrayList<>();
        int rows = Math.max(draft.left.rows(), draft.right.rows());
        for (ColumnProfile one : draft.left.columns()) {
            for (ColumnProfile other : draft.right.columns()) {
                readings(one, other).stream()
                        .map(part -> new Counted(part, same(part)))
                        .filter(found -> found.same >= rows * SAME_MIN)
                        .forEach(counted::add);
            }
        }
        counted.sort(Comparator.comparingInt(Counted::same).reversed());
        List<Key.Part> parts = new ArrayList<>();
        for (Counted found : counted) {
            if (parts.stream().noneMatch(part -> CompositeKeys.isShared(part, found.part))) {
                parts.add(found.part);
            }
        }
        parts.sort(
                Comparator.<Key.Part, Boolean>comparing(Key.Part::isDate)
                        .thenComparingInt(part -> -part.left().distinct())
                        .thenComparingInt(part -> part.left().index()));
        return parts;
    }

    private int same(Key.Part part) {
        return same(
                draft.left.groups(part.values(draft.left, Side.LEFT)),
                draft.right.groups(part.values(draft.right, Side.RIGHT)));
    }

    /// The ways in which two columns may say the same, none where one is an amount.
    private List<Key.Part> readings(ColumnProfile one, ColumnProfile other) {
        boolean vary = one.distinct() > 1 && other.distinct() > 1;
        if (!vary || isAmount(Side.LEFT, one) || isAmount(Side.RIGHT, other)) {
            return List.of();
        }
        if (one.type() instanceof ColumnType.Date ours
                && other.type() instanceof ColumnType.Date theirs) {
            return Key.Dates.of(ours, theirs).stream()
                    .map(dates -> new Key.Part(one, other, NormalForm.EXACT, Optional.of(dates)))
                    .toList();
        }
        if (!isWritten(one) || !isWritten(other)) {
            return List.of();
        }
        boolean padded = draft.left.isPadded(one) || draft.right.isPadded(other);
        boolean text = KeyFinder.isText(one) || KeyFinder.isText(other);
        NormalForm form = padded ? NormalForm.NUMBER : NormalForm.CODE;
        return List.of(new Key.Part(one, other, text ? NormalForm.WORDS : form));
    }

    private static boolean isWritten(ColumnProfile column) {
        return !(column.type() instanceof ColumnType.Date)
                && !(column.type() instanceof ColumnType.Empty);
    }
}
