package dev.recon.engine.read;

import dev.recon.engine.table.Bytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Reads one stretch of a file into builders: the row loop.
///
/// A stretch is read from a guess of where its first record begins: behind the first line feed. The
/// guess is wrong when that line feed stands inside quotes; [CsvReader] sees it, because the
/// stretch before then ends elsewhere, and reads the stretch again from there.
final class StretchReader {
    private static final int MARGIN = 1 << 16;
    private static final int ROWS_START = 1 << 13;

    private final Bytes file;
    private final Dialect dialect;
    private final int columns;
    private final List<Builders.Named> builders;
    private final FieldBuilder[] fields;
    private final RecordScanner scanner;
    private final List<Stretch.Reject> rejects = new ArrayList<>();
    private byte[] buffer;
    private int loaded;
    private boolean hasHighBytes;
    private int[] offsets = new int[0];
    private int rows;

    StretchReader(Bytes file, Dialect dialect, int columns, List<Builders.Named> builders) {
        this.file = file;
        this.dialect = dialect;
        this.columns = columns;
        this.builders = builders;
        this.fields = builders.stream().map(Builders.Named::builder).toArray(FieldBuilder[]::new);
        this.scanner = new RecordScanner(dialect);
        this.buffer = new byte[0];
    }

    /// Reads the records that begin in [start, limit); `start` is the first byte of a record, or
    /// with `guess` any place behind which the next line feed ends one.
    Stretch read(long start, long limit, boolean guess) {
        load(start, (int) (limit - start) + MARGIN);
        int at = guess ? skipLine() : 0;
        long first = start + at;
        int stop = (int) (limit - start);
        while (at < stop && at < loaded) {
            int next = scanner.scan(at);
            if (next == RecordScanner.MORE) {
                load(start, loaded + Math.max(loaded, MARGIN));
                continue;
            }
            int end = next == RecordScanner.BROKEN ? endOfLine(start, at) : next;
            if (next == RecordScanner.BROKEN) {
                RecordScanner.Fault fault = scanner.fault();
                reject(start, at, end, fault.cell() + 1, fault.found(), fault.expected());
            } else if (!isBlank()) {
                take(start, first, at, end);
            }
            at = end;
        }
        return new Stretch(first, start + at, rows, offsets, builders, List.copyOf(rejects));
    }

    private void take(long start, long first, int at, int end) {
        if (scanner.cells() != columns) {
            reject(
                    start,
                    at,
                    end,
                    0,
                    scanner.cells() + " cells",
                    columns
                            + " cells, as the first line has; look for a '"
                            + dialect.delimiter()
                            + "' too many or a missing quote");
            return;
        }
        if (rows == offsets.length) {
            grow(Math.max(ROWS_START, rows * 2));
        }
        if (hasHighBytes && !takeEncoding(start, at, end)) {
            return;
        }
        for (FieldBuilder field : fields) {
            if (!field.take(rows, scanner)) {
                String found = scanner.text(field.cell());
                rejects.add(
                        new Stretch.Reject(
                                rows + rejects.size(),
                                start + at,
                                end - at,
                                field.column(),
                                found.isBlank() ? "nothing" : "'" + Quoted.of(found) + "'",
                                field.expected(found)));
                return;
            }
        }
        offsets[rows++] = (int) (start + at - first);
    }

    private boolean takeEncoding(long start, int at, int end) {
        int broken = Utf8.firstBroken(buffer, at, end);
        if (broken < 0) {
            return true;
        }
        int cell = 0;
        while (cell + 1 < scanner.cells() && scanner.end(cell) < broken) {
            cell++;
        }
        reject(
                start,
                at,
                end,
                cell + 1,
                String.format(
                        "byte 0x%02X at byte %d of the line", buffer[broken], broken - at + 1),
                "UTF-8 as in the rest of the file; save the file in one encoding, or name another"
                        + " one in the rule set");
        return false;
    }

    private void reject(long start, int at, int end, int column, String found, String expected) {
        rejects.add(
                new Stretch.Reject(
                        rows + rejects.size(),
                        start + at,
                        end - at,
                        column == 0 ? "" : String.valueOf(column),
                        found,
                        expected));
    }

    private void grow(int rowsMax) {
        offsets = Arrays.copyOf(offsets, rowsMax);
        for (FieldBuilder field : fields) {
            field.grow(rowsMax);
        }
    }

    private void load(long start, int length) {
        int wanted = (int) Math.min(length, file.size() - start);
        buffer = new byte[Math.max(wanted, 0)];
        loaded = file.read(start, buffer, 0, buffer.length);
        hasHighBytes = Utf8.hasHighBytes(buffer, loaded);
        scanner.use(buffer, loaded, start + loaded >= file.size());
    }

    private int skipLine() {
        int next = scanner.nextLine(0);
        return next == RecordScanner.MORE ? loaded : next;
    }

    /// Where the physical line of a broken record ends; the rest of a cell that is too long is read
    /// in pieces.
    private int endOfLine(long start, int at) {
        int end = scanner.nextLine(at);
        while (end == RecordScanner.MORE) {
            load(start, loaded + Math.max(loaded, MARGIN));
            end = scanner.nextLine(at);
        }
        return end;
    }

    private boolean isBlank() {
        return scanner.cells() == 1 && scanner.start(0) == scanner.end(0);
    }
}
