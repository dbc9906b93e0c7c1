package dev.recon.server.run;

import dev.recon.server.live.LiveEvents;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Tells those who watch how runs go on, and wakes the worker when there is one more.
@Component
public final class RunNews {
    private final LiveEvents events;
    private final Semaphore queued = new Semaphore(0);

    RunNews(LiveEvents events) {
        this.events = events;
    }

    /// A run waits.
    void queued() {
        queued.release();
    }

    /// Waits until a run is queued here, or for as long as others may queue unheard.
    void await(long millis) throws InterruptedException {
        if (queued.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
            queued.drainPermits();
        }
    }

    /// How a run is now.
    record State(
            UUID workspaceId,
            UUID runId,
            UUID reconciliationId,
            String status,
            String stage,
            int permille,
            @Nullable Long rowsPerSecond) {
        static State of(RunRow run) {
            return new State(
                    run.workspaceId(),
                    run.id(),
                    run.reconciliationId(),
                    run.status(),
                    run.stage(),
                    run.progressPermille(),
                    run.rowsPerSecond());
        }

        static State running(RunRow run, RunQueue.Stage stage) {
            return new State(
                    run.workspaceId(),
                    run.id(),
                    run.reconciliationId(),
                    RunRow.RUNNING,
                    stage.stage(),
                    stage.permille(),
                    stage.rowsPerSecond());
        }
    }

    void tell(State state) {
        Map<String, @Nullable Object> fields = new HashMap<>();
        fields.put("runId", state.runId);
        fields.put("reconciliationId", state.reconciliationId);
        fields.put("status", state.status);
        fields.put("stage", state.stage);
        fields.put("progress", state.permille / 1000.0);
        fields.put("rowsPerSecond", state.rowsPerSecond);
        events.publish(state.workspaceId, "run-changed", fields);
    }
}
