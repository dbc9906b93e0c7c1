package dev.recon.server.run;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// What is in the hands of this process's worker, so that a cancel reaches them at once.
@Component
public final class RunningHere {
    private final Map<UUID, Running> progress = new ConcurrentHashMap<>();

    void begin(UUID id, Running of) {
        progress.put(id, of);
    }

    void end(UUID id) {
        progress.remove(id);
    }

    /// Tells it to stop, if it is here.
    void cancel(UUID id) {
        Running of = progress.get(id);
        if (of != null) {
            of.cancel();
        }
    }

    void cancelAll() {
        progress.values().forEach(Running::cancel);
    }
}
