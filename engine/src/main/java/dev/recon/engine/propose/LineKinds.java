package dev.recon.engine.propose;

import dev.recon.engine.read.ColumnProfile;
import dev.recon.engine.read.ColumnType;
import dev.recon.engine.read.FieldSource;
import dev.recon.engine.read.NormalForm;
import dev.recon.engine.table.Side;
import dev.recon.engine.transform.ResultType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Which kinds of lines come to the amounts of the other side: of what a marketplace lists for an
/// order, the price and the postage, but not its commission.
///
/// @param of the side that has several lines of one key
/// @param column where the kind of a line stands
/// @param kinds those that count
record LineKinds(Side of, ColumnProfile column, Set<String> kinds) {
    private static final int KINDS_MAX = 10;
    private static final double AGREEING_MIN = 0.8;

    /// The lines of a key, and what the other side has for it.
    ///
    /// @param of the side that has the lines
    /// @param keys the key of each of its rows
    /// @param units the amount of each of its rows, with the sign of the other side
    /// @param sums what the other side has, by key
    record Lines(Side of, String[] keys, long[] units, Map<String, Long> sums) {}

    /// The kinds whose lines come to what the other side has for most keys, and for nearly all.
    static Optional<LineKinds> find(SampleSide sample, Lines lines) {
        LineKinds best = null;
        int most = (int) Math.ceil(AGREEING_MIN * lines.sums.size()) - 1;
        for (ColumnProfile column : sample.columns()) {
            List<String> kinds =
                    mayTell(column)
                            ? List.copyOf(new TreeSet<>(Arrays.asList(cells(sample, column))))
                            : List.of();
            for (int chosen = 1; chosen < (1 << kinds.size()) - 1; chosen++) {
                int found = agreeing(cells(sample, column), lines, chosen(kinds, chosen));
                if (found > most) {
                    most = found;
                    best = new LineKinds(lines.of, column, chosen(kinds, chosen));
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private static boolean mayTell(ColumnProfile column) {
        boolean words =
                column.type() instanceof ColumnType.Code
                        || column.type() instanceof ColumnType.Text;
        return words && column.distinct() > 1 && column.distinct() <= KINDS_MAX;
    }

    private static String[] cells(SampleSide sample, ColumnProfile column) {
        return sample.values(column, NormalForm.EXACT);
    }

    private static Set<String> chosen(List<String> kinds, int bits) {
        Set<String> chosen = new TreeSet<>();
        for (int kind = 0; kind < kinds.size(); kind++) {
            if ((bits >> kind & 1) == 1) {
                chosen.add(kinds.get(kind));
            }
        }
        return chosen;
    }

    /// For how many keys do the lines of these kinds come to what the other side has?
    private static int agreeing(String[] cells, Lines lines, Set<String> kinds) {
        Map<String, Long> sums = new HashMap<>();
        for (int row = 0; row < cells.length; row++) {
            if (kinds.contains(cells[row]) && AmountColumns.isFilled(lines.units[row])) {
                sums.merge(lines.keys[row], lines.units[row], Long::sum);
            }
        }
        int agreeing = 0;
        for (Map.Entry<String, Long> sum : lines.sums.entrySet()) {
            agreeing += sum.getValue().equals(sums.get(sum.getKey())) ? 1 : 0;
        }
        return agreeing;
    }

    /// The values of a key in the lines of these kinds, none in the others.
    String[] values(SampleSide sample, ColumnProfile key, NormalForm form) {
        String[] values = sample.values(key, form).clone();
        String[] cells = cells(sample, column);
        for (int row = 0; row < values.length; row++) {
            values[row] = kinds.contains(cells[row]) ? values[row] : "";
        }
        return values;
    }

    /// The field that has the key in the lines of these kinds alone.
    FieldSource source(FieldSource.Text key) {
        String chosen =
                kinds.stream().map(MadeField::quoted).collect(Collectors.joining(", ", "[", "]"));
        String text =
                MadeField.column(column.name())
                        + " in "
                        + chosen
                        + " ? "
                        + MadeField.column(key.column())
                        + " : \"\"";
        return MadeField.of(key, text, ResultType.TEXT);
    }

    /// What a person is told of it.
    String told() {
        return "lines of one key, of those with "
                + column.name()
                + " "
                + String.join(" or ", kinds);
    }
}
