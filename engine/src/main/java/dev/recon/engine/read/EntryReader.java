package dev.recon.engine.read;

import dev.recon.engine.table.Bytes;
import dev.recon.engine.table.Hash;
import dev.recon.engine.table.Limits;
import dev.recon.engine.table.Lines;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Reads single entries again from their file, as their run read them: for pages, reports and ties.
/// Absent words are empty cells.
///
/// About 2 µs an entry from the page cache. One reader serves one thread.
public final class EntryReader {
    private static final int LINE_BYTES = 1 << 10;

    private final Bytes file;
    private final Layout layout;
    private final Header header;
    private final RecordScanner scanner;
    private byte[] buffer = new byte[LINE_BYTES];

    public EntryReader(Bytes file, Layout layout, Header header) {
        this.file = file;
        this.layout = layout;
        this.header = header;
        this.scanner = new RecordScanner(layout.dialect(), layout.absent());
    }

    /// What stands before the first data record: the header, as the file has it.
    public byte[] head() {
        return file.read(0, (int) header.dataStart());
    }

    /// The entry of `row`.
    public Entry read(Lines lines, int row) {
        return at(lines.position(row), lines.line(row));
    }

    /// The entry whose first byte is at `position`; `line` is its number.
    public Entry at(long position, int line) {
        int length = scan(position);
        String raw = new String(file.read(position, length), StandardCharsets.UTF_8);
        SequencedMap<String, String> cells = new LinkedHashMap<>();
        for (int cell = 0; cell < scanner.cells(); cell++) {
            cells.put(header.columns().get(cell), scanner.text(cell));
        }
        return new Entry(line, withoutLineBreak(raw), cells);
    }

    private static String withoutLineBreak(String raw) {
        int end = raw.length();
        if (end > 0 && raw.charAt(end - 1) == '\n') {
            end--;
        }
        if (end > 0 && raw.charAt(end - 1) == '\r') {
            end--;
        }
        return raw.substring(0, end);
    }

    /// The bytes of the record of `row` with its line break, where it has one.
    public byte[] record(Lines lines, int row) {
        long position = lines.position(row);
        return file.read(position, scan(position)); // scanning folds doubled quotes
    }

    /// A hash of the whole line of `row`, for ties between entries that are alike in all that the
    /// passes look at.
    public long contentHash(Lines lines, int row) {
        long position = lines.position(row);
        int length = scan(position);
        while (length > 0 && buffer[length - 1] <= ' ' && buffer[length - 1] >= 0) {
            length--;
        }
        return Hash.of(buffer, 0, length);
    }

    /// Scans the record at `position` into the buffer and returns its length in bytes.
    private int scan(long position) {
        while (true) {
            int loaded = file.read(position, buffer, 0, buffer.length);
            scanner.use(buffer, loaded, position + loaded >= file.size());
            int end = scanner.scan(0);
            if (end >= 0) {
                return end;
            }
            if (end == RecordScanner.BROKEN || buffer.length > 4 * Limits.RECORD_BYTES_MAX) {
                throw new IllegalStateException(
                        "no record at byte "
                                + position
                                + " of "
                                + file.name()
                                + " as "
                                + layout.dialect());
            }
            buffer = new byte[buffer.length * 4];
        }
    }
}
