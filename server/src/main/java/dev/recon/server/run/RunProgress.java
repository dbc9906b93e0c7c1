package dev.recon.server.run;

import dev.recon.engine.table.Progress;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// How far one execution is; the engine's threads tell, the heartbeat reads.
final class RunProgress implements Progress, Running {
    private static final String READ = "read ";
    private static final int MATCH_PERMILLE = 400;
    private static final int CLASSIFY_PERMILLE = 700;
    private static final int PUBLISH_PERMILLE = 750;
    private static final int PUBLISH_WIDTH = 240;
    private static final int STAGE_WIDTH = 150;

    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final int passes;
    private final long rowsEstimated;
    private final long started = System.nanoTime();
    private volatile RunQueue.Stage stage = new RunQueue.Stage("load", 0, null);
    private volatile @Nullable Long rowsPerSecond;
    private final AtomicInteger passesSeen = new AtomicInteger();
    private volatile String lastPass = "";

    /// @param passes how many passes there are
    /// @param rowsEstimated about how many records both files have
    RunProgress(int passes, long rowsEstimated) {
        this.passes = passes;
        this.rowsEstimated = rowsEstimated;
    }

    @Override
    public RunQueue.Stage stage() {
        return stage;
    }

    @Override
    public void cancel() {
        cancelled.set(true);
    }

    @Override
    public boolean isCancelled() {
        return cancelled.get();
    }

    @Override
    public void report(String name, long done, long total) {
        double share = total == 0 ? 1 : Math.clamp((double) done / total, 0, 1);
        if (name.startsWith(READ)) {
            int side = name.endsWith("left") ? 1 : 2;
            double read = (side - 1 + share) / 2;
            rowsPerSecond = perSecond(read * rowsEstimated);
            set("read", (int) (STAGE_WIDTH * (side - 1 + share)) + 100);
        } else if (name.equals("classify")) {
            set("classify", CLASSIFY_PERMILLE);
        } else {
            set("match", MATCH_PERMILLE + matched(name, share));
        }
    }

    private int matched(String pass, double share) {
        if (!pass.equals(lastPass)) {
            lastPass = pass;
            passesSeen.incrementAndGet();
        }
        double all = Math.min(passesSeen.get() - 1 + share, passes) / Math.max(passes, 1);
        return (int) ((CLASSIFY_PERMILLE - MATCH_PERMILLE) * all);
    }

    /// The result is being written.
    void publishing(long done, long total) {
        double share = total == 0 ? 1 : Math.clamp((double) done / total, 0, 1);
        set("publish", PUBLISH_PERMILLE + (int) (PUBLISH_WIDTH * share));
    }

    private Long perSecond(double rows) {
        double seconds = (System.nanoTime() - started) / 1e9;
        return Math.round(rows / Math.max(seconds, 0.001));
    }

    private void set(String name, int permille) {
        if (permille >= stage.permille() || !name.equals(stage.stage())) {
            stage = new RunQueue.Stage(name, permille, rowsPerSecond);
        }
    }
}
