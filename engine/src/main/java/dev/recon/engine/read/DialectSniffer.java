package dev.recon.engine.read;

import dev.recon.engine.table.Bytes;
import java.nio.charset.Charset;

/// Finds out how a delimited file is written: the delimiter that splits its lines into the same
/// number of sensible cells, what quotes them, how many lines stand before the table, and whether
/// it begins with a header.
public final class DialectSniffer {
    static final char[] DELIMITERS = {',', ';', '\t', '|', '^'};

    /// What some databases put around texts.
    private static final char APOSTROPHE = '\'';

    private static final int HEAD_BYTES = 1 << 16;
    private static final int LONG_HEAD_BYTES = 1 << 22;

    private DialectSniffer() {}

    public static Dialect sniff(Bytes file, Charset encoding) {
        byte[] head = head(file);
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
                            file.size() == 0 ? "an empty file" : "no line of text",
                            "a text file with one entry a line",
                            "Check that the export is complete and that this is the right file."));
        }
        if (best.isWrapped(APOSTROPHE)) {
            char delimiter = best.dialect().delimiter();
            Dialect dialect = new Dialect(delimiter, APOSTROPHE, encoding, true, 0);
            Split split = Split.of(head, whole, dialect);
            best = split.score() >= best.score() ? split : best;
        }
        Dialect found = best.dialect();
        return new Dialect(
                found.delimiter(), found.quote(), encoding, best.hasHeader(), best.skip());
    }

    /// The head of the file, longer where the first line needs it.
    private static byte[] head(Bytes file) {
        byte[] head = file.read(0, HEAD_BYTES);
        for (byte letter : head) {
            if (letter == '\n') {
                return head;
            }
        }
        return file.read(0, LONG_HEAD_BYTES);
    }
}
