package dev.recon.engine.read;

import dev.recon.engine.table.Bytes;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// Finds out how a delimited file is written: the delimiter that splits its lines into the same
/// number of cells, how many lines stand before the table, and whether it begins with a header.
final class DialectSniffer {
    private static final char[] DELIMITERS = {',', ';', '\t', '|'};
    private static final int HEAD_BYTES = 1 << 16;
    private static final int RECORDS_MAX = 300;
    private static final int PREAMBLE_MAX = 30;

    private DialectSniffer() {}

    static Dialect sniff(Bytes file, Charset encoding) {
        byte[] head = file.read(0, HEAD_BYTES);
        boolean whole = head.length == file.size();
        Split best = null;
        for (char delimiter : DELIMITERS) {
            Dialect dialect = new Dialect(delimiter, '"', encoding, true, 0);
            Split split = Split.of(head, whole, dialect);
            if (best == null || split.score() > best.score()) {
                best = split;
            }
        }
        if (best == null || best.records().isEmpty()) {
            throw new InputProblem(
                    new Problem(
                            file.name(),
                            "no line of text",
                            "a text file with one entry a line",
                            "Check that the export is complete and that this is the right file."));
        }
        return new Dialect(
                best.dialect().delimiter(), '"', encoding, best.hasHeader(), best.skip());
    }

    /// The head of a file, split by one delimiter.
    ///
    /// @param records the cells of each record of the table
    /// @param columns how many cells most records have
    /// @param share how many of the records have that many
    /// @param skip the number of lines before the table
    private record Split(
            Dialect dialect, List<List<String>> records, int columns, double share, int skip) {
        static Split of(byte[] head, boolean whole, Dialect dialect) {
            RecordScanner scanner = new RecordScanner(dialect);
            byte[] bytes = head.clone();
            scanner.use(bytes, bytes.length, whole);
            List<List<String>> all = new ArrayList<>();
            int at = startsWithMark(bytes) ? 3 : 0;
            while (at >= 0 && at < bytes.length && all.size() < RECORDS_MAX) {
                int next = scanner.scan(at);
                if (next == RecordScanner.BROKEN) {
                    next = scanner.nextLine(at);
                    all.add(List.of());
                } else if (next >= 0) {
                    all.add(cells(scanner));
                }
                at = next;
            }
            return of(dialect, all);
        }

        private static Split of(Dialect dialect, List<List<String>> all) {
            Map<Integer, Integer> counts = new HashMap<>();
            all.stream()
                    .filter(Split::isFilled)
                    .forEach(row -> counts.merge(row.size(), 1, Integer::sum));
            int columns = 0;
            for (Map.Entry<Integer, Integer> count : counts.entrySet()) {
                int best = counts.getOrDefault(columns, 0);
                boolean wider = count.getValue() == best && count.getKey() > columns;
                columns = count.getValue() > best || wider ? count.getKey() : columns;
            }
            int skip = 0;
            while (skip < Math.min(all.size(), PREAMBLE_MAX) && all.get(skip).size() != columns) {
                skip++;
            }
            skip = skip == PREAMBLE_MAX || skip == all.size() ? 0 : skip;
            List<List<String>> records = new ArrayList<>(all.subList(skip, all.size()));
            records.removeIf(row -> !isFilled(row));
            int width = columns;
            long fitting = records.stream().filter(row -> row.size() == width).count();
            double share = records.isEmpty() ? 0 : (double) fitting / records.size();
            return new Split(dialect, records, columns, share, skip);
        }

        /// More columns are better evidence, and all lines agreeing counts most.
        double score() {
            return columns < 2 ? 0 : share * share * (1 + Math.log(columns));
        }

        /// A header has a different, filled word over each column, none of them typed like a cell.
        boolean hasHeader() {
            List<String> first = records.getFirst();
            if (new HashSet<>(first).size() < first.size() - 1) {
                return false;
            }
            for (String cell : first) {
                boolean typed = !cell.isEmpty() && (isNumber(cell) || Profiler.isDate(cell));
                if (typed) {
                    return false;
                }
            }
            return !recurs(first);
        }

        /// Do the cells of the first line stand again further down, as they would without header?
        private boolean recurs(List<String> first) {
            int recurring = 0;
            for (int cell = 0; cell < first.size(); cell++) {
                String value = first.get(cell);
                int place = cell;
                boolean again =
                        !value.isEmpty()
                                && records.stream()
                                        .skip(1)
                                        .anyMatch(row ->
                                                place < row.size() && row.get(place).equals(value));
                recurring += again ? 1 : 0;
            }
            return recurring > 0;
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

        private static boolean startsWithMark(byte[] head) {
            return head.length >= 3 && (head[0] & 0xFF) == 0xEF && (head[1] & 0xFF) == 0xBB;
        }
    }
}
