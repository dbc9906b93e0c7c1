package dev.recon.engine.propose;

import dev.recon.engine.read.AmountParser;
import dev.recon.engine.read.ColumnProfile;
import dev.recon.engine.read.ColumnType;
import dev.recon.engine.read.DatePattern;
import dev.recon.engine.read.NormalForm;
import dev.recon.engine.read.NormalText;
import dev.recon.engine.table.Side;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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

    private static final int NEAR_DAYS = 5;
    private static final double NEAR_SHARE = 0.05;
    private static final int HUNDRED = 100;

    /// One side may count thousands, or millionths; then nearly all pairs agree in that.
    private static final double[] FACTORS = {1e-6, 1e-4, 1e-3, 1e3, 1e4, 1e6};

    private static final double SCALED_BELOW = 0.2;
    private static final double SCALED_MIN = 0.75;

    private final SampleSide left;
    private final SampleSide right;
    private final Key key;
    private final RowPairs pairs;
    private final Map<String, Cells> cells = new HashMap<>();

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
        return comparable ? most : new Agreement(1, 1);
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
        Cells ours = cells(Side.LEFT, one);
        Cells theirs = cells(Side.RIGHT, other);
        Agreement found = agreement(ours, theirs);
        if (ours instanceof Amounts amounts && found.beyondChance < SCALED_BELOW) {
            for (double factor : FACTORS) {
                Agreement scaled = agreement(amounts.times(factor), theirs);
                found = scaled.beyondChance >= SCALED_MIN ? scaled : found;
            }
        }
        return found;
    }

    private Agreement agreement(Cells ours, Cells theirs) {
        int count = pairs.count();
        int near = 0;
        int byChance = 0;
        int nextNear = 0;
        for (int pair = 0; pair < count; pair++) {
            int next = neighbours.isPresent() ? neighbours.get()[pair] : pair;
            near += ours.isNear(pair, theirs, pair) ? 1 : 0;
            byChance += ours.isNear(pair, theirs, (pair + 1) % count) ? 1 : 0;
            nextNear += next != pair && ours.isNear(pair, theirs, next) ? 1 : 0;
        }
        byChance = Math.max(byChance, ours instanceof Dates ? nextNear : 0);
        return new Agreement((double) (near - byChance) / count, (double) near / count);
    }

    private Cells cells(Side side, ColumnProfile column) {
        return cells.computeIfAbsent(
                side.word() + column.index(),
                _ -> {
                    SampleSide sample = side == Side.LEFT ? left : right;
                    int[] rows = side == Side.LEFT ? pairs.left() : pairs.right();
                    return cells(sample, column, rows);
                });
    }

    private static Cells cells(SampleSide sample, ColumnProfile column, int[] rows) {
        if (column.type() instanceof ColumnType.Amount(char mark, int decimals, _, _)) {
            AmountParser parser = sample.parser(mark);
            long[] units = new long[rows.length];
            for (int at = 0; at < rows.length; at++) {
                byte[] bytes = bytes(sample, rows[at], column);
                units[at] = parser.parse(bytes, 0, bytes.length);
            }
            return new Amounts(units, decimals == 0);
        }
        if (column.type() instanceof ColumnType.Date date) {
            DatePattern pattern = date.patterns().getFirst();
            int[] days = new int[rows.length];
            for (int at = 0; at < rows.length; at++) {
                byte[] bytes = bytes(sample, rows[at], column);
                days[at] = pattern.parse(bytes, 0, bytes.length);
            }
            return new Dates(days);
        }
        NormalForm form = column.arePhones() ? NormalForm.PHONE : NormalForm.WORDS;
        String[] words = new String[rows.length];
        for (int at = 0; at < rows.length; at++) {
            words[at] = NormalText.of(form, sample.cell(rows[at], column));
        }
        return new Words(words);
    }

    private static byte[] bytes(SampleSide sample, int row, ColumnProfile column) {
        return sample.cell(row, column).getBytes(StandardCharsets.UTF_8);
    }

    /// The cells of one column in the judged pairs, and when one of them agrees with another.
    private sealed interface Cells {
        boolean isNear(int pair, Cells others, int otherPair);
    }

    /// Amounts agree when they are nearly equal, whatever their signs; whole numbers beside
    /// decimals may be hundredths.
    ///
    /// @param isWhole has the column no decimals?
    private record Amounts(long[] units, boolean isWhole) implements Cells {
        @Override
        public boolean isNear(int pair, Cells others, int otherPair) {
            Amounts theirs = (Amounts) others;
            long one = units[pair];
            long other = theirs.units[otherPair];
            if (one == Long.MIN_VALUE || other == Long.MIN_VALUE) {
                return false;
            }
            double ours = Math.abs((double) one);
            double their = Math.abs((double) other);
            return isNear(ours, their)
                    || (isWhole && !theirs.isWhole && isNear(ours / HUNDRED, their))
                    || (!isWhole && theirs.isWhole && isNear(ours, their / HUNDRED));
        }

        Amounts times(double factor) {
            long[] scaled = new long[units.length];
            for (int at = 0; at < scaled.length; at++) {
                boolean absent = units[at] == Long.MIN_VALUE;
                scaled[at] = absent ? units[at] : Math.round(units[at] * factor);
            }
            return new Amounts(scaled, false);
        }

        private static boolean isNear(double one, double other) {
            return Math.abs(one - other) <= Math.max(one, other) * NEAR_SHARE;
        }
    }

    /// Dates agree when they lie within a few days.
    private record Dates(int[] days) implements Cells {
        @Override
        public boolean isNear(int pair, Cells others, int otherPair) {
            int one = days[pair];
            int other = ((Dates) others).days[otherPair];
            return one != DatePattern.NOT_A_DATE
                    && other != DatePattern.NOT_A_DATE
                    && Math.abs((long) one - other) <= NEAR_DAYS;
        }
    }

    /// Words agree when they are the same.
    private record Words(String[] words) implements Cells {
        @Override
        public boolean isNear(int pair, Cells others, int otherPair) {
            String one = words[pair];
            return !one.isEmpty() && one.equals(((Words) others).words[otherPair]);
        }
    }
}
