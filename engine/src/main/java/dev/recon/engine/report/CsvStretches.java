package dev.recon.engine.report;

import dev.recon.engine.table.Parallel;
import java.io.IOException;
import java.io.OutputStream;

/// Writes many lines by stretches: each thread fills its own buffer, one writes them in order.
final class CsvStretches {
    private static final int ROWS = 1 << 14;
    private static final int CAPACITY = 1 << 20;

    /// Writes the lines of the rows from `from` to before `end`.
    @FunctionalInterface
    interface Lines {
        void write(CsvBuffer buffer, int from, int end);
    }

    private CsvStretches() {}

    static void write(OutputStream out, int rows, int threads, Lines lines) throws IOException {
        int stretches = (rows + ROWS - 1) / ROWS;
        CsvBuffer[] buffers = new CsvBuffer[Math.clamp(stretches, 1, threads * 2)];
        for (int buffer = 0; buffer < buffers.length; buffer++) {
            buffers[buffer] = new CsvBuffer(CAPACITY);
        }
        for (int first = 0; first < stretches; first += buffers.length) {
            int wave = first;
            int count = Math.min(buffers.length, stretches - first);
            Parallel.run(
                    threads,
                    count,
                    n -> {
                        buffers[n].clear();
                        int from = (wave + n) * ROWS;
                        lines.write(buffers[n], from, Math.min(rows, from + ROWS));
                    });
            for (int n = 0; n < count; n++) {
                buffers[n].writeTo(out);
            }
        }
    }
}
