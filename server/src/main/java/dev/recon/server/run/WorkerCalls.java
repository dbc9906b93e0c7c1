package dev.recon.server.run;

import dev.recon.server.platform.AfterCommit;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Calls this process's worker when the database transaction has committed.
@Component
public record WorkerCalls(RunNews news, RunningHere running) {
    /// There is something to do.
    public void afterCommit() {
        AfterCommit.run(news::queued);
    }

    /// What it does is no longer wanted.
    public void cancelAfterCommit(UUID id) {
        AfterCommit.run(() -> running.cancel(id));
    }
}
