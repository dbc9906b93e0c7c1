package dev.recon.engine.propose;

import dev.recon.engine.money.Money;
import dev.recon.engine.read.AmountParser;
import dev.recon.engine.read.ColumnProfile;
import dev.recon.engine.read.ColumnType;
import dev.recon.engine.read.DatePattern;
import dev.recon.engine.read.Inspection;
import dev.recon.engine.read.NormalForm;
import dev.recon.engine.read.NormalText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The sampled entries of one side, by column and in the form in which they are compared.
final class SampleSide {
    private static final int COARSE = 6;
    static final int VALUE_LENGTH_MIN = 3;
    private static final Pattern BLANK = Pattern.compile(" ");

    private final Inspection inspection;
    private final int decimals;
    private final List<ColumnProfile> columns;
    private final Map<String, String[]> normal = new HashMap<>();
    private final Map<String, Set<String>> distinct = new HashMap<>();
    private final Map<Integer, Set<String>> vocabularies = new HashMap<>();
    private final Map<Integer, Boolean> padded = new HashMap<>();
    private final Map<Integer, Boolean> counted = new HashMap<>();
    private final Map<String, int[]> dates = new HashMap<>();

    /// @param decimals how many decimals one unit of an amount stands for
    SampleSide(Inspection inspection, int decimals) {
        this(inspection, decimals, inspection.columns());
    }

    private SampleSide(Inspection inspection, int decimals, List<ColumnProfile> columns) {
        this.inspection = inspection;
        this.decimals = decimals;
        this.columns = columns;
    }

    /// The same entries with some of the columns.
    SampleSide with(List<ColumnProfile> some) {
        return new SampleSide(inspection, decimals, some);
    }

    /// Enough decimals for every column of a file, few enough for large amounts.
    static int decimals(Inspection inspection) {
        boolean fine =
                inspection.columns().stream()
                        .anyMatch(column ->
                                column.type() instanceof ColumnType.Amount amount
                                        && amount.decimals() > COARSE);
        return fine ? Money.DECIMALS_MAX : COARSE;
    }

    /// How many decimals one unit of an amount stands for.
    int scale() {
        return decimals;
    }

    Inspection inspection() {
        return inspection;
    }

    List<ColumnProfile> columns() {
        return columns;
    }

    int rows() {
        return inspection.rows().size();
    }

    String cell(int row, ColumnProfile column) {
        return inspection.rows().get(row).get(column.index());
    }

    /// The cells of a column in a normal form, empty where they are absent.
    String[] values(ColumnProfile column, NormalForm form) {
        return normal.computeIfAbsent(
                form + " " + column.index(),
                _ -> {
                    String[] values = new String[rows()];
                    for (int row = 0; row < values.length; row++) {
                        values[row] = NormalText.of(form, cell(row, column));
                    }
                    return values;
                });
    }

    /// The different values of a column that are long enough to mean something.
    Set<String> distinct(ColumnProfile column, NormalForm form) {
        return distinct.computeIfAbsent(
                form + " " + column.index(),
                _ -> {
                    Set<String> values = new HashSet<>(Arrays.asList(values(column, form)));
                    values.removeIf(value -> value.length() < VALUE_LENGTH_MIN);
                    return values;
                });
    }

    /// For each value the row that has it and whose cells come first, whatever the order of lines.
    Map<String, Integer> leasts(String[] values) {
        Map<String, Integer> leasts = new HashMap<>();
        for (int row = 0; row < values.length; row++) {
            if (!values[row].isEmpty()) {
                leasts.merge(values[row], row, this::lesser);
            }
        }
        return leasts;
    }

    private Integer lesser(Integer one, Integer other) {
        return compareCells(one, other) <= 0 ? one : other;
    }

    private int compareCells(int one, int other) {
        List<String> ours = inspection.rows().get(one);
        List<String> theirs = inspection.rows().get(other);
        int compared = 0;
        for (int cell = 0; cell < ours.size() && compared == 0; cell++) {
            compared = ours.get(cell).compareTo(theirs.get(cell));
        }
        return compared;
    }

    /// The rows of each value, in an order that their cells alone decide.
    Map<String, List<Integer>> groups(String[] values) {
        Map<String, List<Integer>> groups = new HashMap<>();
        for (int row = 0; row < values.length; row++) {
            if (!values[row].isEmpty()) {
                groups.computeIfAbsent(values[row], _ -> new ArrayList<>()).add(row);
            }
        }
        groups.values().forEach(group -> group.sort(this::compareCells));
        return groups;
    }

    /// The different words of a column that are long enough to mean something.
    Set<String> vocabulary(ColumnProfile column) {
        return vocabularies.computeIfAbsent(
                column.index(),
                _ -> {
                    Set<String> vocabulary = new HashSet<>();
                    for (String value : values(column, NormalForm.WORDS)) {
                        BLANK.splitAsStream(value)
                                .filter(word -> word.length() >= VALUE_LENGTH_MIN)
                                .forEach(vocabulary::add);
                    }
                    return vocabulary;
                });
    }

    /// Does a value of this column begin with a zero, as numbers of fixed width do?
    boolean isPadded(ColumnProfile column) {
        return padded.computeIfAbsent(
                column.index(),
                index ->
                        inspection.rows().stream()
                                .map(row -> row.get(index))
                                .anyMatch(SampleSide::isPadded));
    }

    /// A zero in front of more than decimals.
    private static boolean isPadded(String cell) {
        return cell.length() > 1
                && cell.charAt(0) == '0'
                && cell.charAt(1) != '.'
                && cell.charAt(1) != ',';
    }

    /// Is it a column of whole numbers that are written as quantities?
    boolean isCounted(ColumnProfile column) {
        return counted.computeIfAbsent(column.index(), _ -> CountedCells.are(this, column));
    }

    /// The words of one cell.
    String words(int row, ColumnProfile column) {
        return NormalText.of(NormalForm.WORDS, cell(row, column));
    }

    /// What reads the amounts of this side.
    AmountParser parser(char mark) {
        return new AmountParser(mark, decimals);
    }

    /// The amounts of a column; absent ones are [Long#MIN_VALUE].
    long[] amounts(ColumnProfile column, char mark) {
        AmountParser parser = parser(mark);
        long[] units = new long[rows()];
        for (int row = 0; row < units.length; row++) {
            byte[] bytes = cell(row, column).getBytes(StandardCharsets.UTF_8);
            units[row] = parser.parse(bytes, 0, bytes.length);
        }
        return units;
    }

    /// The dates of a column as days; absent ones are [DateColumn#ABSENT].
    int[] dates(ColumnProfile column, DatePattern pattern) {
        return dates.computeIfAbsent(
                pattern + " " + column.index(),
                _ -> {
                    int[] days = new int[rows()];
                    for (int row = 0; row < days.length; row++) {
                        byte[] bytes = cell(row, column).getBytes(StandardCharsets.UTF_8);
                        days[row] = pattern.parse(bytes, 0, bytes.length);
                    }
                    return days;
                });
    }

    /// The column of a role: of those of a type, one whose name hints at it, else the first.
    <T extends ColumnType> Optional<ColumnProfile> find(Class<T> type, Role role) {
        List<ColumnProfile> typed =
                columns().stream().filter(column -> type.isInstance(column.type())).toList();
        return typed.stream()
                .filter(column -> role.isHinted(column.name()))
                .findFirst()
                .or(() -> typed.stream().findFirst());
    }
}
