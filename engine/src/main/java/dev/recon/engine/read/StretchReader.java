package dev.recon.engine.read;

import dev.recon.engine.table.Bytes;
import dev.recon.engine.table.Limits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Reads one stretch of a file into builders: the row loop.
///
/// A stretch is read from a guess of where its first record begins: behind the first line feed. The
/// guess is wrong when that line feed stands inside quotes; [CsvReader] sees it, because the
/// stretch before then ends elsewhere, and reads the stretch again from there.
///
/// One reader reads many stretches, one after the other, into the same buffer and builders: what it
/// read of one stays until it reads the next.
final class StretchReader {
    private static final int MARGIN = 1 << 16;
    private static final int ROWS_START = 1 << 13;

    private final Bytes file;
    private final Dialect dialect;
    private final List<String> columns;
    private final List<Builders.Named> builders;
    private final FieldBuilder[] fields;
    private final RecordScanner scanner;
    private TotalLines totals = TotalLines.NONE;
    private List<Stretch.Reject> rejects = new ArrayList<>();
    private byte[] buffer;
    private int loaded;
    private boolean hasHighBytes;
    private int[] offsets = new int[0];
    private int rows;
    private Stretch stretch = new Stretch(0, 0, 0, List.of());

    StretchReader(Bytes file, Layout layout, Header header, List<Builders.Named> builders) {
        this.file = file;
        this.dialect = layout.dialect();
        this.columns = header.columns();
        this.builders = builders;
        this.fields = builders.stream().map(Builders.Named::builder).toArray(FieldBuilder[]::new);
        this.scanner = new RecordScanner(dialect, layout.absent());
        this.buffer = new byte[0];
    }

    /// The same reader, that rejects these lines.
    StretchReader telling(TotalLines known) {
        totals = known;
        return this;
    }

    /// Reads the records that begin in [start, limit); `start` is the first byte of a record, or
    /// with `guess` any place behind which the next line feed ends one.
    void read(long start, long limit, boolean guess) {
        rows = 0;
        rejects = new ArrayList<>();
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
            if (next == RecordScanner.BROKEN) {
                long end = Records.endOfLine(file, start + at);
                reject(start + at, end, scanner.fault());
                if (end > start + loaded) {
                    stretch = new Stretch(first, end, rows, rejects);
                    return;
                }
                next = (int) (end - start);
            } else if (!scanner.isBlank(at)) {
                take(start, first, at, next);
            }
            at = next;
        }
        stretch = new Stretch(first, start + at, rows, rejects);
    }

    /// The stretch that was read last.
    Stretch stretch() {
        return stretch;
    }

    /// For each entry of that stretch, the distance of its first byte from the stretch's start.
    int[] offsets() {
        return offsets;
    }

    /// The values of its entries, in the order of the field map.
    List<Builders.Named> builders() {
        return builders;
    }

    private void take(long start, long first, int at, int end) {
        if (scanner.cells() != columns.size()) {
            reject(start + at, start + end, wrongCellCount());
            return;
        }
        int sum = totals.lines(start + at);
        if (sum > 0) {
            reject(start + at, start + end, total(sum));
            return;
        }
        if (rows == offsets.length) {
            grow(Math.max(Math.min(ROWS_START, loaded), rows * 2));
        }
        if (hasHighBytes && hasBrokenCell()) {
            reject(start + at, start + end, brokenByte(start + at, end - at));
            return;
        }
        for (FieldBuilder field : fields) {
            if (!field.take(rows, scanner)) {
                reject(start + at, start + end, unreadable(field));
                return;
            }
        }
        offsets[rows++] = (int) (start + at - first);
    }

    private RecordScanner.Fault wrongCellCount() {
        return new RecordScanner.Fault(
                -1,
                scanner.cells() + " cells",
                columns.size()
                        + " cells, as the first line has; look for a '"
                        + dialect.delimiter()
                        + "' too many or a missing quote");
    }

    private static RecordScanner.Fault total(int lines) {
        return new RecordScanner.Fault(
                -1,
                "the sum of " + lines + (lines == 1 ? " line above" : " lines above"),
                "an entry, which a sum of others is not; there is nothing to mend");
    }

    private RecordScanner.Fault unreadable(FieldBuilder field) {
        int cell = field.cell(scanner);
        String found = cell < 0 ? "" : scanner.text(cell);
        return new RecordScanner.Fault(cell, field.found(found), field.expected(found));
    }

    private boolean hasBrokenCell() {
        for (int cell = 0; cell < scanner.cells(); cell++) {
            if (Utf8.firstBroken(buffer, scanner.start(cell), scanner.end(cell)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /// Where the record has its first byte that is not UTF-8; read again, because folded quotes
    /// have moved it.
    private RecordScanner.Fault brokenByte(long position, int length) {
        int cell = 0;
        while (Utf8.firstBroken(buffer, scanner.start(cell), scanner.end(cell)) < 0) {
            cell++;
        }
        byte[] record = file.read(position, length);
        int broken = Utf8.firstBroken(record, 0, record.length);
        return new RecordScanner.Fault(
                cell,
                String.format("byte 0x%02X at byte %d of the line", record[broken], broken + 1),
                "UTF-8 as in the rest of the file; save the file in one encoding, or name another"
                        + " one in the rule set");
    }

    private void reject(long from, long end, RecordScanner.Fault fault) {
        int cell = fault.cell();
        String column =
                cell < 0
                        ? ""
                        : cell < columns.size() ? columns.get(cell) : String.valueOf(cell + 1);
        rejects.add(
                new Stretch.Reject(
                        rows + rejects.size(),
                        from,
                        (int) Math.min(end - from, Limits.CELL_BYTES_MAX),
                        column,
                        fault.found(),
                        fault.expected()));
    }

    private void grow(int rowsMax) {
        offsets = Arrays.copyOf(offsets, rowsMax);
        for (FieldBuilder field : fields) {
            field.grow(rowsMax);
        }
    }

    private void load(long start, int length) {
        int wanted = (int) Math.min(length, file.size() - start);
        if (wanted > buffer.length) {
            buffer = new byte[wanted];
        }
        loaded = file.read(start, buffer, 0, Math.max(wanted, 0));
        hasHighBytes = Utf8.hasHighBytes(buffer, loaded);
        scanner.use(buffer, loaded, start + loaded >= file.size());
    }

    private int skipLine() {
        int next = scanner.nextLine(0);
        return next == RecordScanner.MORE ? loaded : next;
    }
}
