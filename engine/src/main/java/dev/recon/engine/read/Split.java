package dev.recon.engine.read;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// The head of a file, split by one delimiter, and how well that suits it.
///
/// @param records the cells of each record of the table; none where the record is broken
/// @param columns how many cells most records have
/// @param skip the number of physical lines before the table
record Split(Dialect dialect, List<List<String>> records, int columns, int skip) {
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");

    /// `CLP03` is no three pesos: where letters and a few digits are one word, it is a name.
    private static final Pattern NAME = Pattern.compile("[A-Za-z]{2,}\\d{1,3}");

    private static final int RECORDS_MAX = 300;
    private static final int PREAMBLE_MAX = 30;
    private static final double TYPED_SHARE = 0.8;
    private static final int WRAPPED_MIN = 3;

    /// A record and the physical lines before it.
    private record Line(List<String> cells, int before) {
        boolean isFilled() {
            return Split.isFilled(cells);
        }
    }

    static Split of(byte[] head, boolean whole, Dialect dialect) {
        RecordScanner scanner = new RecordScanner(dialect);
        byte[] bytes = head.clone();
        scanner.use(bytes, bytes.length, whole);
        List<Line> lines = new ArrayList<>();
        int before = 0;
        int at = startsWithMark(bytes) ? 3 : 0;
        while (at < bytes.length && lines.size() < RECORDS_MAX) {
            int next = scanner.scan(at);
            if (next == RecordScanner.MORE && !lines.isEmpty()) {
                break;
            }
            lines.add(new Line(next < 0 ? List.of() : cells(scanner), before));
            int end = next < 0 ? scanner.nextLine(at) : next;
            if (end < 0) {
                break;
            }
            before += lineFeeds(head, at, end);
            at = end;
        }
        return of(dialect, lines);
    }

    /// The table begins with the first line that has as many cells as most lines, or with the names
    /// of its columns, where titles stand above them in lines that are padded to as many cells. A
    /// broken line before it is no preamble: whoever reads the header has to say what is wrong.
    private static Split of(Dialect dialect, List<Line> lines) {
        int columns = columns(lines);
        int first = 0;
        while (first < Math.min(lines.size(), PREAMBLE_MAX)
                && !lines.get(first).cells.isEmpty()
                && lines.get(first).cells.size() != columns) {
            first++;
        }
        first = first == PREAMBLE_MAX || first == lines.size() ? 0 : first;
        first = names(lines, first, columns);
        List<List<String>> records =
                lines.subList(first, lines.size()).stream()
                        .map(Line::cells)
                        .filter(cells -> cells.isEmpty() || isFilled(cells))
                        .toList();
        int skip = lines.isEmpty() ? 0 : lines.get(first).before;
        return new Split(dialect, records, columns, skip);
    }

    /// The line that names the columns: the first of which more than half of the cells are filled,
    /// when none of them is typed and those below it are. Else the table begins where it did.
    private static int names(List<Line> lines, int first, int columns) {
        int at = first;
        while (at < Math.min(lines.size(), PREAMBLE_MAX) && isSparse(lines.get(at), columns)) {
            at++;
        }
        if (at == first || at + 1 >= lines.size() || at == PREAMBLE_MAX) {
            return first;
        }
        List<String> names = lines.get(at).cells;
        List<String> below = lines.get(at + 1).cells;
        boolean named = names.size() == columns && names.stream().noneMatch(Split::isTyped);
        return named && below.stream().anyMatch(Split::isTyped) ? at : first;
    }

    private static boolean isSparse(Line line, int columns) {
        long filled = line.cells.stream().filter(cell -> !cell.isEmpty()).count();
        return !line.cells.isEmpty() && filled * 2 <= columns;
    }

    private static int columns(List<Line> lines) {
        Map<Integer, Integer> counts = new HashMap<>();
        lines.stream()
                .filter(Line::isFilled)
                .forEach(line -> counts.merge(line.cells.size(), 1, Integer::sum));
        int columns = 0;
        for (Map.Entry<Integer, Integer> count : counts.entrySet()) {
            int best = counts.getOrDefault(columns, 0);
            boolean wider = count.getValue() == best && count.getKey() > columns;
            columns = count.getValue() > best || wider ? count.getKey() : columns;
        }
        return columns;
    }

    /// More columns are better evidence, all lines agreeing counts most, and cells in which other
    /// delimiters stand speak against this one.
    double score() {
        if (columns < 2 || records.isEmpty()) {
            return 0;
        }
        long fitting = records.stream().filter(row -> row.size() == columns).count();
        double share = (double) fitting / records.size();
        int cells = 0;
        int sensible = 0;
        for (List<String> row : records) {
            for (String cell : row) {
                cells++;
                sensible += hasOtherDelimiter(cell) && !isTyped(cell) ? 0 : 1;
            }
        }
        return share * share * sensible / cells * (1 + Math.log(columns));
    }

    private boolean hasOtherDelimiter(String cell) {
        for (char delimiter : DialectSniffer.DELIMITERS) {
            if (delimiter != dialect.delimiter() && cell.indexOf(delimiter) >= 0) {
                return true;
            }
        }
        return false;
    }

    /// Does a letter stand before and behind every cell of some column?
    boolean isWrapped(char letter) {
        List<List<String>> fitting = records.stream().filter(row -> row.size() == columns).toList();
        return fitting.size() >= WRAPPED_MIN
                && IntStream.range(0, columns)
                        .anyMatch(column ->
                                fitting.stream()
                                        .skip(1) // perhaps names
                                        .allMatch(row -> isWrapped(row.get(column), letter)));
    }

    private static boolean isWrapped(String cell, char letter) {
        return cell.length() >= 2
                && cell.charAt(0) == letter
                && cell.charAt(cell.length() - 1) == letter;
    }

    /// A header has no cell that is typed like an entry's, but for years above amounts. Where some
    /// column below is typed, that is enough; else its words must differ and must not stand again
    /// further down.
    boolean hasHeader() {
        List<String> first = records.getFirst();
        if (first.isEmpty()) {
            return true;
        }
        if (first.stream().anyMatch(Split::isTyped)) {
            return namesYears(first);
        }
        for (int cell = 0; cell < first.size(); cell++) {
            if (!first.get(cell).isEmpty() && isTypedBelow(cell)) {
                return true;
            }
        }
        List<String> filled = first.stream().filter(cell -> !cell.isEmpty()).toList();
        return new HashSet<>(filled).size() == filled.size() && !recurs(first);
    }

    /// Are the numbers of the first line years, one after the other or the other way round, above
    /// other numbers, and is something else a name?
    private boolean namesYears(List<String> first) {
        List<Integer> years = new ArrayList<>();
        boolean isNamed = false;
        for (int cell = 0; cell < first.size(); cell++) {
            String name = first.get(cell);
            if (YEAR.matcher(name).matches() && isTypedBelow(cell) && !areYearsBelow(cell)) {
                years.add(Integer.valueOf(name));
            } else if (isTyped(name)) {
                return false;
            }
            isNamed |= name.chars().anyMatch(Character::isLetter) && !recurs(cell, name);
        }
        int step = years.size() < 2 ? 0 : years.get(1) - years.getFirst();
        return isNamed
                && Math.abs(step) == 1
                && IntStream.range(1, years.size())
                        .allMatch(at -> years.get(at) - years.get(at - 1) == step);
    }

    private boolean areYearsBelow(int cell) {
        return records.subList(1, records.size()).stream()
                .filter(row -> cell < row.size())
                .anyMatch(row -> YEAR.matcher(row.get(cell)).matches());
    }

    private boolean isTypedBelow(int cell) {
        int filled = 0;
        int typed = 0;
        for (List<String> row : records.subList(1, records.size())) {
            if (cell < row.size() && !row.get(cell).isEmpty()) {
                filled++;
                typed += isTyped(row.get(cell)) ? 1 : 0;
            }
        }
        return typed > filled * TYPED_SHARE;
    }

    /// Do the cells of the first line stand again further down, as they would without header?
    private boolean recurs(List<String> first) {
        return IntStream.range(0, first.size()).anyMatch(cell -> recurs(cell, first.get(cell)));
    }

    private boolean recurs(int cell, String value) {
        return !value.isEmpty()
                && records.subList(1, records.size()).stream()
                        .anyMatch(row -> cell < row.size() && row.get(cell).equals(value));
    }

    private static boolean isTyped(String cell) {
        boolean isName = NAME.matcher(cell).matches();
        return !cell.isEmpty() && !isName && (isNumber(cell) || Profiler.isDate(cell));
    }

    private static boolean isNumber(String cell) {
        byte[] bytes = cell.getBytes(StandardCharsets.UTF_8);
        AmountParser point = new AmountParser('.', 9);
        AmountParser comma = new AmountParser(',', 9);
        return point.parse(bytes, 0, bytes.length) != AmountParser.NOT_AN_AMOUNT
                || comma.parse(bytes, 0, bytes.length) != AmountParser.NOT_AN_AMOUNT;
    }

    private static boolean isFilled(List<String> row) {
        return row.stream().anyMatch(cell -> !cell.isEmpty());
    }

    private static List<String> cells(RecordScanner scanner) {
        List<String> cells = new ArrayList<>();
        for (int cell = 0; cell < scanner.cells(); cell++) {
            cells.add(scanner.text(cell).strip());
        }
        return cells;
    }

    private static int lineFeeds(byte[] head, int start, int end) {
        int count = 0;
        for (int at = start; at < end; at++) {
            count += head[at] == '\n' ? 1 : 0;
        }
        return count;
    }

    private static boolean startsWithMark(byte[] head) {
        return head.length >= 3 && (head[0] & 0xFF) == 0xEF && (head[1] & 0xFF) == 0xBB;
    }
}
