package dev.recon.server.comparison;

import dev.recon.engine.table.Progress;
import dev.recon.server.run.RunQueue;
import dev.recon.server.run.Running;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/// How far a comparison is: each of the two rule sets is half of it but for the writing.
final class ComparisonProgress implements Running {
    private static final int HALF_PERMILLE = 450;
    private static final int STAGES_BESIDE_PASSES = 3;

    private final AtomicBoolean cancelled = new AtomicBoolean();
    private volatile int permille;

    @Override
    public RunQueue.Stage stage() {
        return new RunQueue.Stage("match", permille, null);
    }

    @Override
    public void cancel() {
        cancelled.set(true);
    }

    @Override
    public boolean isCancelled() {
        return cancelled.get();
    }

    /// The part of one rule set.
    ///
    /// @param place 0 for the first, 1 for the second
    Progress half(int place, int passes) {
        Set<String> seen = new HashSet<>();
        int stages = passes + STAGES_BESIDE_PASSES;
        return new Progress() {
            @Override
            public synchronized void report(String stage, long done, long total) {
                seen.add(stage);
                double share = total == 0 ? 1 : Math.clamp((double) done / total, 0, 1);
                double part = Math.min(1, (seen.size() - 1 + share) / stages);
                permille = Math.max(permille, (int) (HALF_PERMILLE * (place + part)));
            }

            @Override
            public boolean isCancelled() {
                return cancelled.get();
            }
        };
    }
}
