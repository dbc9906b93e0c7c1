package dev.recon.engine.read;

import dev.recon.engine.table.Bytes;
import java.util.ArrayList;
import java.util.List;

/// Some records of a file as text: all of a small file, else stretches spread evenly over it.
///
/// Two samples of the same places overlap where both files are in about the same order, and by
/// chance elsewhere; a column pair is judged by how far its overlap goes beyond that of others.
/// Large files give larger samples, or the chance would shrink with their square.
///
/// @param rows the cells of the records that have as many cells as the header
/// @param records how many records were looked at
/// @param bytes how many bytes those took
/// @param isComplete was the whole file looked at?
record Sample(List<List<String>> rows, int records, long bytes, boolean isComplete) {
    private static final int COMPLETE_BYTES = 1 << 21;
    private static final int STRETCHES = 8;
    private static final int STRETCH_BYTES_MIN = 1 << 16;
    private static final int STRETCH_BYTES_MAX = 1 << 20;
    private static final int PART = 1_600;

    static Sample of(Bytes file, Dialect dialect, Header header) {
        long size = file.size() - header.dataStart();
        List<List<String>> rows = new ArrayList<>();
        Collector collector = new Collector(file, dialect, header, rows);
        if (size <= COMPLETE_BYTES) {
            collector.collect(header.dataStart(), (int) size, false);
        } else {
            int length = Math.clamp(size / PART, STRETCH_BYTES_MIN, STRETCH_BYTES_MAX);
            long step = (size - length) / (STRETCHES - 1);
            for (int n = 0; n < STRETCHES; n++) {
                collector.collect(header.dataStart() + n * step, length, n > 0);
            }
        }
        return new Sample(rows, collector.records, collector.bytes, size <= COMPLETE_BYTES);
    }

    /// Collects the records of stretches.
    private static final class Collector {
        private final Bytes file;
        private final RecordScanner scanner;
        private final int columns;
        private final List<List<String>> rows;
        private int records;
        private long bytes;

        Collector(Bytes file, Dialect dialect, Header header, List<List<String>> rows) {
            this.file = file;
            this.scanner = new RecordScanner(dialect);
            this.columns = header.columns().size();
            this.rows = rows;
        }

        void collect(long position, int length, boolean skipFirst) {
            byte[] stretch = file.read(position, length);
            scanner.use(stretch, stretch.length, position + stretch.length >= file.size());
            int at = skipFirst ? scanner.nextLine(0) : 0;
            while (at >= 0 && at < stretch.length) {
                int next = scanner.scan(at);
                boolean broken = next == RecordScanner.BROKEN;
                boolean blank = !broken && scanner.isBlank(at);
                if (next >= 0 && scanner.cells() == columns && !blank) {
                    rows.add(cells());
                }
                if (broken) {
                    next = scanner.nextLine(at);
                }
                if (next > at && !blank) {
                    records++;
                    bytes += next - at;
                }
                at = next;
            }
        }

        private List<String> cells() {
            List<String> cells = new ArrayList<>(columns);
            for (int cell = 0; cell < columns; cell++) {
                cells.add(scanner.text(cell).strip());
            }
            return cells;
        }
    }
}
