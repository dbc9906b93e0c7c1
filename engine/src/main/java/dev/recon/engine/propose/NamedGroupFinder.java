package dev.recon.engine.propose;

import dev.recon.engine.propose.AmountColumns.Found;
import dev.recon.engine.read.ColumnProfile;
import dev.recon.engine.read.NormalForm;
import dev.recon.engine.table.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;

/// Finds a column whose values repeat and stand in texts of the other side: the payout that the
/// bank names, and that all of its lines carry.
///
/// Such a key repeats, so that single entries cannot bear it out. Their sums can: what the entries
/// of a value come to is what the texts that name it come to, far more often than what those of the
/// next value come to. The same sums tell which of several amounts is meant.
final class NamedGroupFinder {
    private static final String WHY = "equal sums of one reference";
    private static final int HITS_MIN = 3;
    private static final double SHARE_MIN = 0.05;
    private static final double BEYOND_CHANCE_MIN = 0.25;

    /// Of large files the sample holds few groups whole: fewer sums agree.
    private static final double BEYOND_CHANCE_PARTIAL_MIN = 0.08;

    private final SampleSide left;
    private final SampleSide right;
    private final List<Found> lefts;
    private final List<Found> rights;
    private final double beyondChanceMin;
    private final Map<String, Map<Integer, Map<String, List<Integer>>>> named = new HashMap<>();

    NamedGroupFinder(Draft draft) {
        this.left = draft.left;
        this.right = draft.right;
        this.lefts = new AmountColumns(draft, Side.LEFT).find();
        this.rights = new AmountColumns(draft, Side.RIGHT).find();
        this.beyondChanceMin = draft.isComplete() ? BEYOND_CHANCE_MIN : BEYOND_CHANCE_PARTIAL_MIN;
    }

    /// A key of groups, and the amounts whose sums bear it out.
    record Grouped(Key key, Sums sums) {
        /// How many groups have equal sums.
        double agreeing() {
            return sums.agreement() * key.hits();
        }
    }

    /// Two columns with common values, and the rows of each common value, in an order that their
    /// cells alone decide.
    private record Columns(Key key, List<List<Integer>> ours, List<List<Integer>> theirs) {
        int values() {
            return ours.size();
        }

        boolean isPair(int value) {
            return ours.get(value).size() == 1 && theirs.get(value).size() == 1;
        }

        RowPairs pairs() {
            List<int[]> pairs = new ArrayList<>();
            for (int value = 0; value < values(); value++) {
                pairs.add(new int[] {ours.get(value).getFirst(), theirs.get(value).getFirst()});
            }
            return RowPairs.of(pairs);
        }
    }

    /// The key whose sums agree most often.
    Optional<Grouped> find() {
        Optional<Grouped> best = Optional.empty();
        double most = 0;
        for (ColumnProfile one : left.columns()) {
            for (ColumnProfile other : right.columns()) {
                Optional<Grouped> found =
                        isText(one) == isText(other) || !isKey(one) || !isKey(other)
                                ? Optional.empty()
                                : inText(one, other).flatMap(this::judged);
                double agreeing = found.map(Grouped::agreeing).orElse(0.0);
                if (agreeing > most) {
                    best = found;
                    most = agreeing;
                }
            }
        }
        return best;
    }

    private static boolean isText(ColumnProfile column) {
        return KeyFinder.isText(column);
    }

    private static boolean isKey(ColumnProfile column) {
        return KeyFinder.isKey(column);
    }

    /// The rows of the values of one column that stand in the texts of the other.
    private Optional<Columns> inText(ColumnProfile one, ColumnProfile other) {
        Side text = isText(one) ? Side.LEFT : Side.RIGHT;
        boolean there = text == Side.RIGHT;
        SampleSide finding = there ? left : right;
        ColumnProfile reference = there ? one : other;
        Set<String> values = finding.distinct(reference, NormalForm.CODE);
        Map<String, List<Integer>> cited = named(text, there ? other : one, reference);
        if (cited.size() < HITS_MIN || cited.size() < values.size() * SHARE_MIN) {
            return Optional.empty();
        }
        Map<String, List<Integer>> rows =
                finding.groups(finding.values(reference, NormalForm.CODE));
        Key.Part part = new Key.Part(one, other, NormalForm.CODE);
        Key key = Key.of(part, Optional.of(text), cited.size());
        return Optional.of(columns(key, there ? rows : cited, there ? cited : rows));
    }

    /// The rows whose text holds a value of a column of the other side, by the value.
    private Map<String, List<Integer>> named(Side text, ColumnProfile in, ColumnProfile reference) {
        return named.computeIfAbsent(
                        text.word() + in.index(),
                        _ -> text == Side.RIGHT ? named(right, in, left) : named(left, in, right))
                .getOrDefault(reference.index(), Map.of());
    }

    /// The same for all columns that may be references.
    private static Map<Integer, Map<String, List<Integer>>> named(
            SampleSide in, ColumnProfile text, SampleSide of) {
        List<ColumnProfile> references =
                of.columns().stream().filter(one -> isKey(one) && !isText(one)).toList();
        Map<Integer, Map<String, List<Integer>>> named = new HashMap<>();
        new CitedValues(of, references)
                .find(
                        in,
                        text,
                        Integer.MAX_VALUE,
                        (row, value, column) ->
                                named.computeIfAbsent(column, _ -> new HashMap<>())
                                        .computeIfAbsent(value, _ -> new ArrayList<>())
                                        .add(row));
        return named;
    }

    private static Columns columns(
            Key key, Map<String, List<Integer>> ours, Map<String, List<Integer>> theirs) {
        List<String> values =
                ours.keySet().stream()
                        .filter(value -> value.length() > 1 && theirs.containsKey(value))
                        .sorted(RowPairs.SCATTERED)
                        .toList();
        return new Columns(
                key,
                values.stream().map(ours::get).toList(),
                values.stream().map(theirs::get).toList());
    }

    /// The amounts whose sums agree best for these columns, if any do.
    private Optional<Grouped> judged(Columns columns) {
        Grouped best = null;
        for (Found ours : lefts) {
            for (Found theirs : rights) {
                for (boolean opposite : new boolean[] {false, true}) {
                    Compared compared = new Compared(columns, ours.units(), theirs.units());
                    double share = compared.share(opposite, beyondChanceMin);
                    if (share > (best == null ? 0 : best.sums.agreement())) {
                        var amounts = new AmountFinder.Choice(ours, theirs);
                        var found = new Sums(amounts, opposite, share, columns.pairs(), WHY);
                        best = new Grouped(columns.key, found);
                    }
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /// The groups of two columns, by two amounts.
    private record Compared(Columns columns, long[] left, long[] right) {
        /// How many of the values have equal sums; 0 when that is no more than chance, or when
        /// mostly single entries have them: then the entries of a value pair off by their amounts,
        /// and the value is no more than their customer.
        double share(boolean opposite, double beyondMin) {
            long[] ours = sums(columns.ours, left);
            long[] theirs = sums(columns.theirs, right);
            int values = columns.values();
            int equal = 0;
            int ofSeveral = 0;
            int ofPairs = 0;
            int byChance = 0;
            for (int value = 0; value < values; value++) {
                long sum = opposite ? -ours[value] : ours[value];
                if (sum != 0 && sum == theirs[value]) {
                    equal++;
                    boolean pairs = pairsOff(value, opposite);
                    ofSeveral += pairs ? 0 : 1;
                    ofPairs += pairs && !columns.isPair(value) ? 1 : 0;
                }
                byChance += sum != 0 && sum == theirs[(value + 1) % values] ? 1 : 0;
            }
            boolean borneOut =
                    ofSeveral >= HITS_MIN
                            && ofSeveral > ofPairs
                            && equal - byChance >= values * beyondMin;
            return borneOut ? (double) equal / values : 0;
        }

        private static long[] sums(List<List<Integer>> groups, long[] units) {
            return groups.stream().mapToLong(rows -> amounts(rows, units).sum()).toArray();
        }

        private static LongStream amounts(List<Integer> rows, long[] units) {
            return rows.stream().mapToLong(row -> units[row]).filter(AmountColumns::isFilled);
        }

        /// Do the entries of a value have the same amounts on both sides?
        private boolean pairsOff(int value, boolean opposite) {
            long[] ours =
                    amounts(columns.ours.get(value), left)
                            .map(units -> opposite ? -units : units)
                            .sorted()
                            .toArray();
            long[] theirs = amounts(columns.theirs.get(value), right).sorted().toArray();
            return Arrays.equals(ours, theirs);
        }
    }
}
