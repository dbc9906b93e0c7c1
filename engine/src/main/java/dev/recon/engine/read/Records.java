package dev.recon.engine.read;

import dev.recon.engine.table.Bytes;

/// The records of a delimited file one after the other, from its first byte to its last, with the
/// numbers that a run gives them. One thread may use it; it holds one window of the file.
///
/// As in a run, a broken record is its physical line, and a line with nothing on it is no record.
public final class Records {
    private static final int WINDOW_BYTES = 1 << 20;

    private final Bytes file;
    private final RecordScanner scanner;
    private byte[] window = new byte[0];
    private long windowStart;
    private long start;
    private long end;
    private int line;
    private boolean isBroken;

    /// @param header where the records begin
    public Records(Bytes file, Dialect dialect, Header header) {
        this.file = file;
        this.scanner = new RecordScanner(dialect);
        this.windowStart = header.dataStart();
        this.start = header.dataStart();
        this.end = header.dataStart();
    }

    /// Moves on to the next record; false behind the last.
    public boolean next() {
        while (end < file.size()) {
            start = end;
            end = scan(start);
            isBroken = end < 0;
            if (!isBroken && !scanner.isBlank((int) (start - windowStart))) {
                line++;
                return true;
            }
            if (isBroken) {
                end = endOfLine(file, start);
                line++;
                return true;
            }
        }
        start = end;
        return false;
    }

    /// The number of the record, from 1.
    public int line() {
        return line;
    }

    /// Is it a physical line that cannot be split into cells?
    public boolean isBroken() {
        return isBroken;
    }

    /// How many cells it has.
    public int cells() {
        return scanner.cells();
    }

    /// The text of a cell, from 0.
    public String text(int cell) {
        return scanner.text(cell);
    }

    /// The position of its first byte.
    public long start() {
        return start;
    }

    /// The position of the first byte behind it and its line break.
    public long end() {
        return end;
    }

    /// Where the record at `at` ends, or a negative number when it is broken.
    private long scan(long at) {
        if (at >= windowStart + window.length) {
            load(at, WINDOW_BYTES);
        }
        while (true) {
            int found = scanner.scan((int) (at - windowStart));
            if (found != RecordScanner.MORE) {
                return found == RecordScanner.BROKEN ? found : windowStart + found;
            }
            long held = windowStart + window.length - at;
            load(at, (int) Math.max(WINDOW_BYTES, 2 * held));
        }
    }

    private void load(long at, int length) {
        window = file.read(at, length);
        windowStart = at;
        scanner.use(window, window.length, at + window.length >= file.size());
    }

    /// Where the physical line of a broken record ends, at any distance.
    static long endOfLine(Bytes file, long position) {
        long at = position;
        while (true) {
            byte[] piece = file.read(at, 1 << 16);
            for (int n = 0; n < piece.length; n++) {
                if (piece[n] == '\n') {
                    return at + n + 1;
                }
            }
            at += piece.length;
            if (piece.length == 0) {
                return at;
            }
        }
    }
}
