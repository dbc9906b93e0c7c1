package dev.recon.cli;

import dev.recon.engine.table.Progress;
import java.util.LinkedHashMap;
import java.util.Map;

/// Measures how long each stage of a run takes, and passes progress on.
final class StageClock implements Progress {
    private final Progress next;
    private final Map<String, Long> nanosByStage = new LinkedHashMap<>();
    private String stage = "";
    private long begunNanos;

    StageClock(Progress next) {
        this.next = next;
    }

    @Override
    public void report(String name, long done, long total) {
        begin(name);
        next.report(name, done, total);
    }

    @Override
    public boolean isCancelled() {
        return next.isCancelled();
    }

    /// A stage begins, the one before it ends; a stage that goes on is left alone.
    synchronized void begin(String name) {
        long now = System.nanoTime();
        if (!name.equals(stage)) {
            if (!stage.isEmpty()) {
                nanosByStage.merge(stage, now - begunNanos, Long::sum);
            }
            stage = name;
            begunNanos = now;
        }
    }

    /// What each stage took until now, in the order of the stages.
    synchronized Map<String, Long> nanosByStage() {
        String going = stage;
        begin("");
        begin(going);
        return new LinkedHashMap<>(nanosByStage);
    }
}
