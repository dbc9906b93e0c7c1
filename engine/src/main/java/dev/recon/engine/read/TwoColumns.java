package dev.recon.engine.read;

import dev.recon.engine.table.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// A small file of two columns: texts and what they stand for, behind a header.
public final class TwoColumns {
    private static final int BYTES_MAX = 1 << 22;

    private TwoColumns() {}

    /// The second column by the first, without blanks at their ends.
    ///
    /// @throws InputProblem when a line has not exactly two cells, or its text was there before
    public static SequencedMap<String, String> read(Bytes file) {
        if (file.size() > BYTES_MAX) {
            throw problem(
                    file.name(),
                    "a file of " + file.size() + " bytes",
                    "at most " + BYTES_MAX + " bytes");
        }
        char delimiter = DialectSniffer.sniff(file, StandardCharsets.UTF_8).delimiter();
        Dialect dialect = new Dialect(delimiter, '"', StandardCharsets.UTF_8, true, 0);
        Header header = Header.read(file, dialect);
        requireTwo(header.columns().size(), file.name() + ", line 1");
        byte[] bytes = file.read(header.dataStart(), BYTES_MAX);
        RecordScanner scanner = new RecordScanner(dialect);
        scanner.use(bytes, bytes.length, true);
        SequencedMap<String, String> values = new LinkedHashMap<>();
        int line = 0;
        for (int at = 0; at < bytes.length; ) {
            int next = scanner.scan(at);
            String where = file.name() + ", data record " + ++line;
            if (next < 0) {
                throw problem(where, scanner.fault().found(), scanner.fault().expected());
            }
            if (!scanner.isBlank(at)) {
                requireTwo(scanner.cells(), where);
                put(values, scanner, where);
            }
            at = next;
        }
        return values;
    }

    private static void requireTwo(int cells, String where) {
        if (cells != 2) {
            throw problem(where, cells + " cells", "2 cells: a text, what it stands for");
        }
    }

    private static void put(
            SequencedMap<String, String> values, RecordScanner scanner, String where) {
        String text = scanner.text(0).strip();
        if (values.put(text, scanner.text(1).strip()) != null) {
            throw problem(where, "'" + Quoted.of(text) + "' again", "each text once");
        }
    }

    private static InputProblem problem(String where, String found, String expected) {
        return new InputProblem(
                new Problem(where, found, expected, "A header, then one text a line."));
    }
}
