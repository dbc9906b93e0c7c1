package dev.recon.engine.read;

import dev.recon.engine.table.Limits;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Splits the bytes of one stretch of a file into records, and records into cells.
///
/// Cells are places in the stretch, nothing is copied; doubled quotes are folded in place once
/// their record is complete, so the stretch belongs to the scanner. Quotes follow RFC 4180: a cell
/// that begins with a quote ends with one; a quote elsewhere is an ordinary character.
final class RecordScanner {
    /// The record runs past the end of the stretch: read more and scan it again.
    static final int MORE = -1;

    /// The record is broken: see [#fault].
    static final int BROKEN = -2;

    private static final int CELLS_START = 32;

    private final byte delimiter;

    /// No byte above this one ends a cell: one comparison passes over nearly all letters.
    private final byte highestStop;

    private final byte quote;
    private byte[] bytes = new byte[0];
    private int limit;
    private boolean atEnd;
    private int[] starts = new int[CELLS_START];
    private int[] ends = new int[CELLS_START];
    private int cells;
    private int toFold;
    private final AbsentWords.Cells absent;
    private Fault fault = new Fault(-1, "", "");

    /// Why a record is broken: at which cell, from 0, or -1 for the whole record; what was found
    /// and what was expected.
    record Fault(int cell, String found, String expected) {}

    RecordScanner(Dialect dialect) {
        this(dialect, AbsentWords.NONE);
    }

    /// @param absent which words are to be taken for empty cells
    RecordScanner(Dialect dialect, AbsentWords absent) {
        this.delimiter = (byte) dialect.delimiter();
        this.highestStop = (byte) Math.max(delimiter, '\n');
        this.quote = (byte) dialect.quote();
        this.absent = absent.cells();
    }

    /// Scans `bytes` up to `limit` from now on; `atEnd` when the file ends there.
    void use(byte[] stretch, int end, boolean isLast) {
        this.bytes = stretch;
        this.limit = end;
        this.atEnd = isLast;
    }

    /// A record of one cell, which was not scanned but made.
    void make(byte[] cell) {
        use(cell, cell.length, true);
        cells = 0;
        cell(0, cell.length);
    }

    byte[] bytes() {
        return bytes;
    }

    int cells() {
        return cells;
    }

    int start(int cell) {
        return starts[cell];
    }

    int end(int cell) {
        return ends[cell];
    }

    Fault fault() {
        return fault;
    }

    String text(int cell) {
        return new String(bytes, starts[cell], ends[cell] - starts[cell], StandardCharsets.UTF_8);
    }

    /// Splits the record that begins at `start`; returns where the next one begins, [#MORE] or
    /// [#BROKEN].
    int scan(int start) {
        cells = 0;
        toFold = 0;
        int at = start;
        while (true) {
            if (cells == starts.length && !grow()) {
                return at - start > Limits.RECORD_BYTES_MAX
                        ? tooLongRecord()
                        : broken("more than " + cells + " cells", "fewer columns");
            }
            int end = at < limit && bytes[at] == quote && quote != 0 ? quoted(at) : plain(at);
            if (end < 0) {
                return at - start > Limits.RECORD_BYTES_MAX ? tooLongRecord() : end;
            }
            if (end < limit && bytes[end] == delimiter) {
                at = end + 1;
                continue;
            }
            if (at - start > Limits.RECORD_BYTES_MAX) {
                return tooLongRecord();
            }
            if (toFold > 0) {
                fold();
            }
            if (absent.isAny()) {
                empty();
            }
            return end < limit ? end + 1 : end;
        }
    }

    /// Is the record that was scanned from `start` a line with nothing on it? An empty quoted cell
    /// is something.
    boolean isBlank(int start) {
        return cells == 1 && starts[0] == start && ends[0] == start;
    }

    /// Where the physical line that begins at `start` ends: behind its line feed.
    int nextLine(int start) {
        int at = start;
        while (at < limit && bytes[at] != '\n') {
            at++;
        }
        return at < limit ? at + 1 : atEnd ? at : MORE;
    }

    private int plain(int start) {
        int at = start;
        int end = limit;
        byte[] stretch = bytes;
        byte stop = delimiter;
        byte highest = highestStop;
        while (at < end) {
            byte letter = stretch[at];
            if (letter <= highest && (letter == stop || letter == '\n')) {
                break;
            }
            at++;
        }
        boolean more = at == end && !atEnd;
        boolean cr = at > start && stretch[at - 1] == '\r' && (at == end || stretch[at] == '\n');
        int last = cr ? at - 1 : at;
        if (last - start > Limits.CELL_BYTES_MAX) {
            return tooLong();
        }
        if (more) {
            return MORE;
        }
        cell(start, last);
        return at;
    }

    private int quoted(int start) {
        int at = start + 1;
        int doubled = 0;
        while (true) {
            while (at < limit && bytes[at] != quote) {
                at++;
            }
            if (at - start - 1 > Limits.CELL_BYTES_MAX) {
                return tooLong();
            }
            if (at == limit || (at + 1 == limit && !atEnd)) {
                return atEnd ? neverClosed() : MORE;
            }
            if (at + 1 == limit || bytes[at + 1] != quote) {
                break;
            }
            doubled++;
            at += 2;
        }
        toFold += doubled;
        return closed(start + 1, at, at + 1);
    }

    /// Makes every doubled quote of the record a single one.
    private void fold() {
        for (int cell = 0; cell < cells; cell++) {
            int start = starts[cell];
            if (start == 0 || bytes[start - 1] != quote) {
                continue;
            }
            int write = start;
            for (int at = start; at < ends[cell]; at++) {
                bytes[write++] = bytes[at];
                if (bytes[at] == quote) {
                    at++;
                }
            }
            ends[cell] = write;
        }
    }

    /// Makes the words that stand for no value empty cells: each ends where it did, so that a line
    /// of one such cell is no blank one.
    private void empty() {
        for (int cell = 0; cell < cells; cell++) {
            if (absent.holds(bytes, starts[cell], ends[cell])) {
                starts[cell] = ends[cell];
            }
        }
    }

    /// The cell is complete; only a delimiter or the end of the line may follow its quote.
    private int closed(int start, int end, int behind) {
        int at = behind;
        if (at < limit && bytes[at] == '\r') {
            at++;
        }
        if (at == limit && !atEnd) {
            return MORE;
        }
        if (at < limit && bytes[at] != '\n' && (bytes[at] != delimiter || at != behind)) {
            return broken(
                    letter(bytes[behind]) + " behind a closing quote",
                    "a '"
                            + (char) delimiter
                            + "' or the end of the line; double the quotes that"
                            + " belong to the text");
        }
        cell(start, end);
        return at;
    }

    /// A character as a message quotes it.
    private static String letter(byte letter) {
        return letter > ' ' && letter < 0x7F ? "'" + (char) letter + "'" : "text";
    }

    private int neverClosed() {
        return broken("a quote that is never closed", "a closing quote; mend or remove the quote");
    }

    private int tooLong() {
        return broken(
                "a cell of more than " + Limits.CELL_BYTES_MAX + " bytes",
                "a shorter one; look for an unclosed quote before it");
    }

    private int tooLongRecord() {
        fault =
                new Fault(
                        -1,
                        "a record of more than " + Limits.RECORD_BYTES_MAX + " bytes",
                        "a shorter one; look for a missing line break");
        return BROKEN;
    }

    private int broken(String found, String expected) {
        fault = new Fault(cells, found, expected);
        return BROKEN;
    }

    private void cell(int start, int end) {
        starts[cells] = start;
        ends[cells++] = end;
    }

    private boolean grow() {
        if (cells >= Limits.COLUMNS_MAX) {
            return false;
        }
        starts = Arrays.copyOf(starts, cells * 2);
        ends = Arrays.copyOf(ends, cells * 2);
        return true;
    }
}
