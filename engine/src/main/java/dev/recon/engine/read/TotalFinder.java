package dev.recon.engine.read;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/// Finds the lines of a report that are sums of others, by what they lack and by their amounts.
///
/// A file is taken for such a report where most lines that lack what entries have are proved to be
/// sums, and one of them that of several lines.
final class TotalFinder {
    private static final double FILLED_MIN = 0.6;
    private static final double ODD_MAX = 0.5;
    private static final double PROVED_MIN = 0.6;
    private static final int LINES_MIN = 3;
    private static final int AMOUNTS_MAX = 12;

    private final List<String> names;
    private final List<List<String>> rows;

    private TotalFinder(List<String> names, List<List<String>> rows) {
        this.names = names;
        this.rows = rows;
    }

    /// What was found.
    ///
    /// @param lines the rows that are sums
    record Found(Totals totals, BitSet lines) {
        static final Found NONE = new Found(Totals.NONE, new BitSet());

        /// The other rows.
        List<List<String>> without(List<List<String>> rows) {
            return lines.isEmpty()
                    ? rows
                    : IntStream.range(0, rows.size())
                            .filter(row -> !lines.get(row))
                            .mapToObj(rows::get)
                            .toList();
        }
    }

    /// A column of numbers, and the number of each row.
    private record Numbers(int column, char mark, List<Long> units) {}

    static Found find(List<String> names, List<List<String>> rows) {
        return new TotalFinder(names, rows).find();
    }

    private Found find() {
        List<Integer> common =
                IntStream.range(0, names.size())
                        .filter(column -> filled(column) >= rows.size() * FILLED_MIN)
                        .boxed()
                        .toList();
        BitSet odd = lacking(common, false);
        if (odd.isEmpty() || odd.cardinality() > rows.size() * ODD_MAX) {
            return Found.NONE;
        }
        Found best = Found.NONE;
        for (Numbers numbers : numbers(odd)) {
            BitSet sums = proved(List.of(numbers), odd, LINES_MIN);
            List<Integer> without =
                    common.stream()
                            .filter(column -> column != numbers.column)
                            .filter(column -> sums.stream().allMatch(row -> isEmpty(row, column)))
                            .limit(Totals.COLUMNS_MAX)
                            .toList();
            Found found = sums.isEmpty() ? Found.NONE : found(without, odd);
            best = found.lines.cardinality() > best.lines.cardinality() ? found : best;
        }
        return best;
    }

    /// The lines that lack these columns, with all columns of which they have the sums.
    private Found found(List<Integer> without, BitSet odd) {
        if (without.isEmpty()) {
            return Found.NONE;
        }
        BitSet lacking = lacking(without, true);
        List<Numbers> of = new ArrayList<>();
        for (Numbers numbers : numbers(odd)) {
            if (isMostly(proved(List.of(numbers), lacking, 1), filled(lacking, numbers))) {
                of.add(numbers);
            }
        }
        int[] counts = of.isEmpty() ? new int[0] : counts(of, lacking, 1);
        BitSet lines = bits(counts);
        BitSet summed = new BitSet();
        of.forEach(numbers -> summed.or(filled(lacking, numbers)));
        boolean several = IntStream.of(counts).anyMatch(count -> count > 1);
        return several && isMostly(lines, summed)
                ? new Found(totals(of, without), lines)
                : Found.NONE;
    }

    private Totals totals(List<Numbers> of, List<Integer> without) {
        return new Totals(
                of.stream().map(numbers -> names.get(numbers.column)).toList(),
                without.stream().map(names::get).toList(),
                of.getFirst().mark);
    }

    private static boolean isMostly(BitSet some, BitSet all) {
        return !some.isEmpty() && some.cardinality() >= all.cardinality() * PROVED_MIN;
    }

    private static BitSet filled(BitSet lines, Numbers numbers) {
        BitSet filled = new BitSet();
        lines.stream()
                .filter(row -> numbers.units.get(row) != AmountParser.NOT_AN_AMOUNT)
                .forEach(filled::set);
        return filled;
    }

    private long filled(int column) {
        return rows.stream().filter(row -> !row.get(column).isEmpty()).count();
    }

    private boolean isEmpty(int row, int column) {
        return rows.get(row).get(column).isEmpty();
    }

    /// The rows that have nothing in one of these columns, or in all of them.
    private BitSet lacking(List<Integer> columns, boolean all) {
        BitSet lacking = new BitSet();
        for (int row = 0; row < rows.size(); row++) {
            int at = row;
            long empty = columns.stream().filter(column -> isEmpty(at, column)).count();
            lacking.set(row, all ? empty == columns.size() : empty > 0);
        }
        return lacking;
    }

    /// The columns that hold numbers in the lines that lack nothing.
    private List<Numbers> numbers(BitSet odd) {
        List<Numbers> all = new ArrayList<>();
        for (int column = 0; column < names.size() && all.size() < AMOUNTS_MAX; column++) {
            int at = column;
            List<String> cells =
                    IntStream.range(0, rows.size())
                            .filter(row -> !odd.get(row) && !isEmpty(row, at))
                            .mapToObj(row -> rows.get(row).get(at))
                            .toList();
            boolean some = odd.stream().anyMatch(row -> !isEmpty(row, at));
            if (some && Profiler.type(cells) instanceof ColumnType.Amount amount) {
                all.add(new Numbers(column, amount.decimalMark(), units(column, amount)));
            }
        }
        return all;
    }

    private List<Long> units(int column, ColumnType.Amount amount) {
        AmountParser parser = new AmountParser(amount.decimalMark(), TotalProof.DECIMALS);
        List<Long> units = new ArrayList<>();
        for (List<String> row : rows) {
            byte[] bytes = row.get(column).getBytes(StandardCharsets.UTF_8);
            units.add(parser.parse(bytes, 0, bytes.length));
        }
        return units;
    }

    /// Those of the lines whose amounts are the sum of so many lines at least.
    private BitSet proved(List<Numbers> of, BitSet lines, int linesMin) {
        return bits(counts(of, lines, linesMin));
    }

    private static BitSet bits(int[] counts) {
        BitSet bits = new BitSet();
        IntStream.range(0, counts.length).filter(row -> counts[row] > 0).forEach(bits::set);
        return bits;
    }

    /// Of how many lines each of the lines is the sum; 0 where there are fewer than the least.
    private int[] counts(List<Numbers> of, BitSet lines, int linesMin) {
        TotalProof proof = new TotalProof(of.size());
        int[] counts = new int[rows.size()];
        for (int row = 0; row < rows.size(); row++) {
            int at = row;
            long[] amounts = of.stream().mapToLong(numbers -> numbers.units.get(at)).toArray();
            int count = lines.get(row) ? proof.lines(amounts) : 0;
            if (count >= linesMin) {
                counts[row] = count;
                proof.total();
            } else if (lines.get(row)) {
                proof.strange(amounts);
            } else {
                proof.entry(amounts);
            }
        }
        return counts;
    }
}
