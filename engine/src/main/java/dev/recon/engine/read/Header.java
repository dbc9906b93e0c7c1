package dev.recon.engine.read;

import dev.recon.engine.table.Bytes;
import dev.recon.engine.table.Limits;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The names of a file's columns, and where its data records begin.
///
/// @param columns the names in the order of the file, made unique; `1`, `2`, ... without a header
/// @param start the position of the line with the names; without one, of the first data record
/// @param dataStart the position of the first byte of the first data record
/// @param physicalLines how many physical lines come before it
public record Header(List<String> columns, long start, long dataStart, int physicalLines) {
    private static final int HEAD_BYTES = 4 * Limits.CELL_BYTES_MAX;

    public Header {
        columns = List.copyOf(columns);
    }

    /// Reads the header of a file in UTF-8.
    ///
    /// @throws InputProblem when there is no line that could be one
    public static Header read(Bytes file, Dialect dialect) {
        byte[] head = file.read(0, HEAD_BYTES);
        RecordScanner scanner = new RecordScanner(dialect);
        scanner.use(head, head.length, head.length == file.size());
        int at = startsWithMark(head) ? 3 : 0;
        for (int line = 0; line < dialect.skip(); line++) {
            int next = scanner.nextLine(at);
            at = next < 0 ? head.length : next;
        }
        int lines = dialect.skip();
        while (at < head.length && (head[at] == '\n' || head[at] == '\r')) {
            lines += head[at++] == '\n' ? 1 : 0;
        }
        int next = scanner.scan(at);
        if (next < 0 || at >= head.length) {
            throw new InputProblem(noHeader(file, scanner, next, lines + 1));
        }
        List<String> names = new ArrayList<>();
        for (int cell = 0; cell < scanner.cells(); cell++) {
            names.add(dialect.header() ? scanner.text(cell).strip() : String.valueOf(cell + 1));
        }
        if (!dialect.header()) {
            return new Header(names, at, at, lines);
        }
        int within =
                (int)
                        java.util.stream.IntStream.range(at, next)
                                .filter(i -> head[i] == '\n')
                                .count();
        return new Header(unique(names), at, next, lines + within);
    }

    /// The place of a column.
    ///
    /// @throws InputProblem when the file has no such column
    int index(String column, Bytes file) {
        int index = columns.indexOf(column);
        if (index >= 0) {
            return index;
        }
        for (int at = 0; at < columns.size(); at++) {
            if (columns.get(at).toLowerCase(Locale.ROOT).equals(column.toLowerCase(Locale.ROOT))) {
                return at;
            }
        }
        throw new InputProblem(
                new Problem(
                        file.name() + ", line " + Math.max(1, physicalLines),
                        "the columns " + String.join(", ", columns),
                        "a column '" + column + "'",
                        "Correct the column in the field map, or choose another file."));
    }

    private static boolean startsWithMark(byte[] head) {
        return head.length >= 3
                && head[0] == (byte) 0xEF
                && head[1] == (byte) 0xBB
                && head[2] == (byte) 0xBF;
    }

    private static Problem noHeader(Bytes file, RecordScanner scanner, int next, int line) {
        String found =
                switch (next) {
                    case RecordScanner.BROKEN -> scanner.fault().found();
                    case RecordScanner.MORE -> "no line that ends";
                    default -> file.size() == 0 ? "an empty file" : "no line of text";
                };
        return new Problem(
                file.name() + ", line " + line,
                found,
                "a line with the names of the columns",
                "Check that this is the right file, and that it is a text file with one entry a"
                        + " line.");
    }

    private static List<String> unique(List<String> names) {
        Set<String> seen = new HashSet<>();
        List<String> unique = new ArrayList<>();
        for (int at = 0; at < names.size(); at++) {
            String name = names.get(at).isEmpty() ? "column " + (at + 1) : names.get(at);
            String candidate = name;
            for (int twin = 2; !seen.add(candidate); twin++) {
                candidate = name + " (" + twin + ")";
            }
            unique.add(candidate);
        }
        return unique;
    }
}
