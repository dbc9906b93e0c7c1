package dev.recon.server.run;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// The runs in the hands of this process's worker, so that a cancel reaches them at once.
@Component
final class RunningHere {
    private final Map<UUID, RunProgress> progress = new ConcurrentHashMap<>();

    void begin(UUID runId, RunProgress of) {
        progress.put(runId, of);
    }

    void end(UUID runId) {
        progress.remove(runId);
    }

    /// Tells a run to stop, if it is here.
    void cancel(UUID runId) {
        RunProgress of = progress.get(runId);
        if (of != null) {
            of.cancel();
        }
    }

    void cancelAll() {
        progress.values().forEach(RunProgress::cancel);
    }
}
