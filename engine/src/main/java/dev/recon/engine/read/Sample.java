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

    /// So many records at least, however long they are: two samples of fewer have too few entries
    /// in common.
    private static final int RECORDS_MIN = 2_000;

    static Sample of(Bytes file, Dialect dialect, Header header) {
        long size = file.size() - header.dataStart();
        List<List<String>> rows = new ArrayList<>();
        Collector collector = new Collector(file, dialect, header, rows);
        int length = size <= COMPLETE_BYTES ? (int) size : length(size, collector);
        if ((long) length * STRETCHES >= size) {
            collector.again(header.dataStart(), (int) size);
            return new Sample(rows, collector.records, collector.bytes, true);
        }
        long step = (size - length) / (STRETCHES - 1);
        collector.again(header.dataStart(), length);
        for (int n = 1; n < STRETCHES; n++) {
            collector.collect(header.dataStart() + n * step, length, true);
        }
        return new Sample(rows, collector.records, collector.bytes, false);
    }

    /// How long each stretch is: longer where the records of a first look are long.
    private static int length(long size, Collector collector) {
        int length = Math.clamp(size / PART, STRETCH_BYTES_MIN, STRETCH_BYTES_MAX);
        collector.again(collector.start, length);
        long record = collector.bytes / Math.max(1, collector.records);
        return Math.clamp(record * RECORDS_MIN / STRETCHES, length, STRETCH_BYTES_MAX);
    }

    /// Collects the records of stretches.
    private static final class Collector {
        private final Bytes file;
        private final RecordScanner scanner;
        private final int columns;
        private final long start;
        private final List<List<String>> rows;
        private int records;
        private long bytes;

        Collector(Bytes file, Dialect dialect, Header header, List<List<String>> rows) {
            this.file = file;
            this.scanner = new RecordScanner(dialect);
            this.columns = header.columns().size();
            this.start = header.dataStart();
            this.rows = rows;
        }

        /// Forgets what was collected and begins with this stretch.
        void again(long position, int length) {
            rows.clear();
            records = 0;
            bytes = 0;
            collect(position, length, false);
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
