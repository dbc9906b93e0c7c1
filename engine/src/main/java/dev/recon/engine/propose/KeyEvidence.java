package dev.recon.engine.propose;

import dev.recon.engine.read.ColumnProfile;
import dev.recon.engine.read.ColumnType;
import dev.recon.engine.table.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How far entries that share a key agree in other columns, beyond those that are paired by chance.
///
/// Numbers that are counted up go with time: those of rows, too, have near dates in two files of
/// one time. There days say something only where they are not those of the next number as well.
///
/// Each cell of the judged pairs is brought into its form once, however many columns it is compared
/// with: tables of a hundred columns have ten thousand pairs of columns.
final class KeyEvidence {
    private static final int PAIRS_MAX = 500;

    /// So many columns of a side tell enough; a file may have hundreds.
    private static final int COLUMNS_MAX = 100;

    /// One side may count thousands, or millionths; then nearly all pairs agree in that.
    private static final double[] FACTORS = {1e-6, 1e-4, 1e-3, 1e3, 1e4, 1e6};

    private static final double SCALED_BELOW = 0.2;
    private static final double SCALED_MIN = 0.75;
    private static final int TOGETHER_MAX = 5;
    private static final int DISTINCT_MIN = 5;

    private final SampleSide left;
    private final SampleSide right;
    private final Key key;
    private final RowPairs pairs;
    private final Map<String, JudgedCells> cells = new HashMap<>();

    /// For each pair the one with the next key, where keys are counted up.
    private final Optional<int[]> neighbours;

    KeyEvidence(SampleSide left, SampleSide right, Key key) {
        this.left = left;
        this.right = right;
        this.key = key;
        String[] ours = key.values(left, Side.LEFT);
        String[] theirs = key.values(right, Side.RIGHT);
        this.pairs = RowPairs.byValue(ours, theirs).first(PAIRS_MAX);
        boolean areRunning =
                RunningNumbers.are(CompositeKeys.filled(ours))
                        && RunningNumbers.are(CompositeKeys.filled(theirs));
        this.neighbours = areRunning ? Optional.of(neighbours(ours)) : Optional.empty();
    }

    private int[] neighbours(String[] values) {
        List<Integer> order = new ArrayList<>();
        for (int pair = 0; pair < pairs.count(); pair++) {
            order.add(pair);
        }
        order.sort(
                Comparator.<Integer>comparingInt(pair -> values[pairs.left()[pair]].length())
                        .thenComparing(pair -> values[pairs.left()[pair]]));
        int[] next = new int[order.size()];
        for (int at = 0; at < next.length; at++) {
            next[order.get(at)] = order.get((at + 1) % next.length);
        }
        return next;
    }

    /// How the column that agrees best beyond chance agrees.
    ///
    /// @param beyondChance in how many more pairs than by chance, 0 to 1
    /// @param near in how many pairs
    record Agreement(double beyondChance, double near) {}

    /// What speaks for the key; full agreement when there is no other column to compare.
    Agreement agreement() {
        boolean comparable = false;
        Agreement most = new Agreement(0, 0);
        List<ColumnProfile> others = first(right);
        for (ColumnProfile one : first(left)) {
            for (ColumnProfile other : others) {
                if (!key.holds(Side.LEFT, one)
                        && !key.holds(Side.RIGHT, other)
                        && isComparable(one.type(), other.type())) {
                    comparable = true;
                    Agreement found = agreement(one, other);
                    most = found.beyondChance > most.beyondChance ? found : most;
                }
            }
        }
        if (!comparable) {
            return new Agreement(1, 1);
        }
        Agreement together = most.beyondChance < SCALED_BELOW ? together() : most;
        return together.beyondChance >= SCALED_MIN ? together : most;
    }

    /// What two columns of one side come to, compared with one of the other: an amount and its tax,
    /// a quantity and its price. Asked where no two columns agree.
    private Agreement together() {
        Agreement most = new Agreement(0, 0);
        for (Side side : Side.values()) {
            List<JudgedCells.Amounts> wholes = amounts(side.other());
            for (JudgedCells.Amounts made : made(amounts(side))) {
                for (JudgedCells.Amounts whole : wholes) {
                    Agreement found = agreement(made, whole);
                    most = found.beyondChance > most.beyondChance ? found : most;
                }
            }
        }
        return most;
    }

    private List<JudgedCells.Amounts> amounts(Side side) {
        SampleSide sample = side == Side.LEFT ? left : right;
        return sample.columns().stream()
                .filter(column -> !key.holds(side, column) && column.distinct() >= DISTINCT_MIN)
                .filter(column -> column.type() instanceof ColumnType.Amount)
                .limit(TOGETHER_MAX)
                .map(column -> (JudgedCells.Amounts) cells(side, column))
                .toList();
    }

    private List<JudgedCells.Amounts> made(List<JudgedCells.Amounts> columns) {
        List<JudgedCells.Amounts> made = new ArrayList<>();
        for (int one = 0; one < columns.size(); one++) {
            for (int other = one + 1; other < columns.size(); other++) {
                JudgedCells.Amounts first = columns.get(one);
                JudgedCells.Amounts second = columns.get(other);
                made.add(first.with(second, (a, b) -> a + b));
                made.add(first.with(second, (a, b) -> a - b));
                made.add(first.with(second, (a, b) -> a * b / Math.pow(10, left.scale())));
            }
        }
        return made;
    }

    private static List<ColumnProfile> first(SampleSide side) {
        return side.columns().stream().limit(COLUMNS_MAX).toList();
    }

    private static boolean isComparable(ColumnType one, ColumnType other) {
        return (one instanceof ColumnType.Amount && other instanceof ColumnType.Amount)
                || (one instanceof ColumnType.Date && other instanceof ColumnType.Date)
                || (isWords(one) && isWords(other));
    }

    private static boolean isWords(ColumnType type) {
        return type instanceof ColumnType.Text || type instanceof ColumnType.Code;
    }

    private Agreement agreement(ColumnProfile one, ColumnProfile other) {
        int count = pairs.count();
        if (count == 0) {
            return new Agreement(0, 0);
        }
        JudgedCells ours = cells(Side.LEFT, one);
        JudgedCells theirs = cells(Side.RIGHT, other);
        Agreement found = agreement(ours, theirs);
        if (ours instanceof JudgedCells.Amounts amounts && found.beyondChance < SCALED_BELOW) {
            for (double factor : FACTORS) {
                Agreement scaled = agreement(amounts.times(factor), theirs);
                found = scaled.beyondChance >= SCALED_MIN ? scaled : found;
            }
        }
        return found;
    }

    private Agreement agreement(JudgedCells ours, JudgedCells theirs) {
        if (neighbours.isPresent() && ours instanceof JudgedCells.Dates days) {
            JudgedCells.Dates others = (JudgedCells.Dates) theirs;
            Agreement near = agreement(days, others, neighbours.get());
            Agreement same = agreement(days.exact(), others.exact(), neighbours.get());
            return same.beyondChance > near.beyondChance ? same : near;
        }
        int count = pairs.count();
        int[] next = new int[count];
        Arrays.setAll(next, pair -> (pair + 1) % count);
        return agreement(ours, theirs, next);
    }

    /// @param others for each pair another one, with which it would agree by chance
    private Agreement agreement(JudgedCells ours, JudgedCells theirs, int[] others) {
        int count = pairs.count();
        int near = 0;
        int byChance = 0;
        for (int pair = 0; pair < count; pair++) {
            near += ours.isNear(pair, theirs, pair) ? 1 : 0;
            byChance += ours.isNear(pair, theirs, others[pair]) ? 1 : 0;
        }
        return new Agreement((double) (near - byChance) / count, (double) near / count);
    }

    private JudgedCells cells(Side side, ColumnProfile column) {
        return cells.computeIfAbsent(
                side.word() + column.index(),
                _ -> {
                    SampleSide sample = side == Side.LEFT ? left : right;
                    int[] rows = side == Side.LEFT ? pairs.left() : pairs.right();
                    return JudgedCells.of(sample, column, rows);
                });
    }
}
