package dev.recon.server.reconciliation;

import dev.recon.engine.table.Progress;
import java.time.Duration;

/// Ends a measurement that takes longer than it is worth.
final class Deadline implements Progress {
    private final long endNanos;

    Deadline(Duration longest) {
        this.endNanos = System.nanoTime() + longest.toNanos();
    }

    @Override
    public void report(String stage, long done, long total) {
        // Nobody watches a measurement.
    }

    @Override
    public boolean isCancelled() {
        return System.nanoTime() - endNanos > 0;
    }
}
