package dev.recon.engine.read;

import dev.recon.engine.table.Bytes;
import dev.recon.engine.table.Limits;
import dev.recon.engine.table.Parallel;
import dev.recon.engine.table.Progress;
import dev.recon.engine.table.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/// Reads a delimited text file into a table, stretch by stretch, on several threads.
///
/// The file must be UTF-8 (see [Encodings]). The result does not depend on the number of threads or
/// on where stretches begin: a record is read from its own first byte, and a stretch whose guessed
/// start was wrong is read again from the true one.
public final class CsvReader {
    private static final int STRETCH_BYTES = 1 << 20;

    private final Bytes file;
    private final Layout layout;
    private final ColumnPlan plan;
    private final int decimals;
    private final int stretchBytes;

    /// @param decimals how many decimals one unit of an amount stands for
    public CsvReader(Bytes file, Layout layout, ColumnPlan plan, int decimals) {
        this.file = file;
        this.layout = layout;
        this.plan = plan;
        this.decimals = decimals;
        this.stretchBytes = STRETCH_BYTES;
    }

    private CsvReader(CsvReader like, int stretchBytes) {
        this.file = like.file;
        this.layout = like.layout;
        this.plan = like.plan;
        this.decimals = like.decimals;
        this.stretchBytes = stretchBytes;
    }

    /// The same reader with stretches of another size, which changes nothing in the result.
    CsvReader withStretches(int bytes) {
        return new CsvReader(this, bytes);
    }

    /// Reads the whole file.
    ///
    /// @throws InputProblem when the file as a whole does not fit the layout
    public ReadResult read(int threads, String stage, Progress progress) {
        Header header = Header.read(file, layout.dialect());
        Builders builders = new Builders(file, layout, plan, header, decimals);
        builders.make(); // a column that is missing is told before anything is read
        long data = header.dataStart();
        long bytes = file.size() - data;
        int count = (int) Math.max(1, (bytes + stretchBytes - 1) / stretchBytes);
        TotalLines totals = TotalLines.find(file, layout, header);
        Sequence sequence = new Sequence(header, builders, totals);
        AtomicLong done = new AtomicLong();
        Parallel.run(
                threads,
                count,
                n -> {
                    progress.check();
                    long start = data + (long) n * stretchBytes;
                    long from = n == 0 ? start : start - 1;
                    StretchReader reader = sequence.reader();
                    reader.read(from, limit(from, start), n > 0);
                    sequence.put(n, reader);
                    progress.report(stage, Math.min(bytes, done.addAndGet(stretchBytes)), bytes);
                });
        TableBuilder table = sequence.table;
        if (table.end(data) != file.size()) {
            throw new IllegalStateException(
                    "read to byte "
                            + table.end(data)
                            + " of "
                            + file.size()
                            + " of "
                            + file.name());
        }
        List<RejectedLine> rejected = new RejectedLines(file, header).of(table.stretches());
        Table read = table.table(rejected);
        SumBound.require(read, file.name());
        return new ReadResult(read, header, rejected);
    }

    /// Brings what the threads read into the order of the file, and reads again what was read from
    /// a wrong guess: a stretch begins where the one before ended; the first begins with the data,
    /// so all are right in the end.
    private final class Sequence {
        private final Header header;
        private final Builders builders;
        private final TotalLines totals;
        private final TableBuilder table;
        private final Queue<StretchReader> idle = new ConcurrentLinkedQueue<>();
        private final Map<Integer, StretchReader> waiting = new HashMap<>();
        private int next;

        Sequence(Header header, Builders builders, TotalLines totals) {
            this.header = header;
            this.builders = builders;
            this.totals = totals;
            this.table = new TableBuilder(layout, decimals, file.size());
        }

        /// A reader that nobody uses.
        StretchReader reader() {
            StretchReader free = idle.poll();
            return free != null
                    ? free
                    : new StretchReader(file, layout, header, builders.make()).telling(totals);
        }

        /// Takes what a reader read of a stretch; it is appended once all before it are.
        synchronized void put(int number, StretchReader read) {
            waiting.put(number, read);
            for (StretchReader first; (first = waiting.remove(next)) != null; next++) {
                append(first);
                idle.add(first);
            }
        }

        private void append(StretchReader read) {
            long expected = table.end(header.dataStart());
            if (read.stretch().start() != expected) {
                long begin = header.dataStart() + (long) next * stretchBytes;
                read.read(expected, limit(expected, begin), false);
            }
            table.append(read);
            if (table.rejects() > Limits.REJECTED_MAX) {
                throw new InputProblem(tooManyRejects(header, table.stretches()));
            }
        }
    }

    /// Where the stretch that begins at `begin` has its end, for a record that starts at `start`.
    private long limit(long start, long begin) {
        return Math.max(start, Math.min(begin + stretchBytes, file.size()));
    }

    private Problem tooManyRejects(Header header, List<Stretch> stretches) {
        List<RejectedLine> rejected = new RejectedLines(file, header).of(stretches);
        RejectedLine example = rejected.getFirst();
        String column = example.column().isEmpty() ? "" : " in column " + example.column();
        return new Problem(
                file.name() + ", line " + example.physicalLine(),
                "more than "
                        + Limits.REJECTED_MAX
                        + " lines that cannot be read, the first with "
                        + example.found()
                        + column,
                example.expected(),
                "The delimiter, the quote or the field map does not fit this file.");
    }
}
