package dev.recon.engine.read;

import dev.recon.engine.table.Bytes;
import dev.recon.engine.table.Limits;
import dev.recon.engine.table.Parallel;
import dev.recon.engine.table.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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
        Watched watched = new Watched(stage, progress);
        Header header = Header.read(file, layout.dialect());
        Builders builders = new Builders(file, layout, plan, header, decimals);
        builders.make();
        Readers readers =
                new Readers(
                        () -> new StretchReader(file, layout.dialect(), header, builders.make()));
        List<Stretch> read = join(header, readers, guessed(header, readers, threads, watched));
        List<RejectedLine> rejected = new RejectedLines(file, header).of(read);
        return new ReadResult(
                new Tables(layout, decimals, threads).join(read, rejected), header, rejected);
    }

    /// All stretches, each from where its first record seems to begin. When too many lines are
    /// rejected, the rest is left to [#join], which knows where records really begin.
    private @Nullable Stretch[] guessed(
            Header header, Readers readers, int threads, Watched watched) {
        long data = header.dataStart();
        long bytes = file.size() - data;
        int count = (int) Math.max(1, (bytes + stretchBytes - 1) / stretchBytes);
        @Nullable Stretch[] stretches = new Stretch[count];
        AtomicLong done = new AtomicLong();
        AtomicLong rejects = new AtomicLong();
        Parallel.run(
                threads,
                count,
                n -> {
                    watched.progress.check();
                    if (rejects.get() > Limits.REJECTED_MAX) {
                        return;
                    }
                    long start = data + (long) n * stretchBytes;
                    long from = n == 0 ? start : start - 1;
                    Stretch read = readers.read(from, limit(from, start), n > 0);
                    stretches[n] = read;
                    rejects.addAndGet(read.rejects().size());
                    watched.progress.report(
                            watched.stage, Math.min(bytes, done.addAndGet(stretchBytes)), bytes);
                });
        return stretches;
    }

    /// Reads again what was read from a wrong guess. A stretch begins where the one before ended;
    /// the first begins with the data, so all are right in the end.
    private List<Stretch> join(Header header, Readers readers, @Nullable Stretch[] guessed) {
        List<Stretch> stretches = new ArrayList<>(guessed.length);
        long data = header.dataStart();
        long expected = data;
        int rejects = 0;
        for (int n = 0; n < guessed.length; n++) {
            Stretch stretch = guessed[n];
            if (stretch == null || stretch.start() != expected) {
                long limit = limit(expected, data + (long) n * stretchBytes);
                stretch = readers.read(expected, limit, false);
            }
            stretches.add(stretch);
            expected = stretch.end();
            rejects += stretch.rejects().size();
            if (rejects > Limits.REJECTED_MAX) {
                throw new InputProblem(tooManyRejects(header, stretches));
            }
        }
        if (expected != file.size()) {
            throw new IllegalStateException(
                    "read to byte " + expected + " of " + file.size() + " of " + file.name());
        }
        return stretches;
    }

    /// Where the stretch that begins at `begin` has its end, for a record that starts at `start`.
    private long limit(long start, long begin) {
        return Math.max(start, Math.min(begin + stretchBytes, file.size()));
    }

    private record Watched(String stage, Progress progress) {}

    /// Readers that are used again: as many as there are threads.
    private record Readers(Supplier<StretchReader> made, Queue<StretchReader> idle) {
        Readers(Supplier<StretchReader> made) {
            this(made, new ConcurrentLinkedQueue<>());
        }

        Stretch read(long start, long limit, boolean guess) {
            StretchReader free = idle.poll();
            StretchReader reader = free == null ? made.get() : free;
            Stretch read = reader.read(start, limit, guess);
            idle.add(reader);
            return read;
        }
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
