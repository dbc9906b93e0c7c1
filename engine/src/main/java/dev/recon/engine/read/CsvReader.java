package dev.recon.engine.read;

import dev.recon.engine.table.Bytes;
import dev.recon.engine.table.Limits;
import dev.recon.engine.table.Parallel;
import dev.recon.engine.table.Progress;
import java.util.List;
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

    /// @param decimals how many decimals one unit of an amount stands for
    public CsvReader(Bytes file, Layout layout, ColumnPlan plan, int decimals) {
        this.file = file;
        this.layout = layout;
        this.plan = plan;
        this.decimals = decimals;
    }

    /// Reads the whole file.
    ///
    /// @throws InputProblem when the file as a whole does not fit the layout
    public ReadResult read(int threads, String stage, Progress progress) {
        Header header = Header.read(file, layout.dialect());
        Builders builders = new Builders(file, layout, plan, header, decimals);
        builders.make();
        long bytes = file.size() - header.dataStart();
        int count = (int) Math.max(1, (bytes + STRETCH_BYTES - 1) / STRETCH_BYTES);
        Stretch[] stretches = new Stretch[count];
        AtomicLong done = new AtomicLong();
        AtomicLong rejects = new AtomicLong();
        Parallel.run(
                threads,
                count,
                n -> {
                    progress.check();
                    long start = header.dataStart() + (long) n * STRETCH_BYTES;
                    stretches[n] = stretch(builders, n == 0 ? start : start - 1, start, n > 0);
                    requireFewRejects(stretches[n], rejects);
                    progress.report(stage, Math.min(bytes, done.addAndGet(STRETCH_BYTES)), bytes);
                });
        join(builders, header, stretches);
        List<Stretch> read = List.of(stretches);
        List<RejectedLine> rejected = new RejectedLines(file, header).of(read);
        return new ReadResult(
                new Tables(layout, decimals, threads).join(read, rejected), header, rejected);
    }

    /// Reads again what was read from a wrong guess. A stretch begins where the one before ended;
    /// the first begins with the data, so all are right in the end.
    private void join(Builders builders, Header header, Stretch[] stretches) {
        long expected = header.dataStart();
        for (int n = 0; n < stretches.length; n++) {
            if (stretches[n].start() != expected) {
                long begin = header.dataStart() + (long) n * STRETCH_BYTES;
                stretches[n] = stretch(builders, expected, begin, false);
            }
            expected = stretches[n].end();
        }
        if (expected != file.size()) {
            throw new IllegalStateException(
                    "read to byte " + expected + " of " + file.size() + " of " + file.name());
        }
    }

    private Stretch stretch(Builders builders, long start, long begin, boolean guess) {
        long limit = Math.max(start, Math.min(begin + STRETCH_BYTES, file.size()));
        StretchReader reader =
                new StretchReader(
                        file,
                        layout.dialect(),
                        builders.header().columns().size(),
                        builders.make());
        return reader.read(start, limit, guess);
    }

    private void requireFewRejects(Stretch stretch, AtomicLong before) {
        if (before.addAndGet(stretch.rejects().size()) > Limits.REJECTED_MAX) {
            Stretch.Reject example = stretch.rejects().getFirst();
            throw new InputProblem(
                    new Problem(
                            file.name(),
                            "more than "
                                    + Limits.REJECTED_MAX
                                    + " lines that cannot be read, one"
                                    + " of them with "
                                    + example.found(),
                            example.expected(),
                            "The delimiter, the quote or the field map does not fit this file."));
        }
    }
}
