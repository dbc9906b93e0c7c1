package dev.recon.server.run;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Calls this process's worker when the database transaction has committed.
@Component
public record WorkerCalls(RunNews news, RunningHere running) {
    /// There is something to do.
    public void afterCommit() {
        then(news::queued);
    }

    /// What it does is no longer wanted.
    public void cancelAfterCommit(UUID id) {
        then(() -> running.cancel(id));
    }

    private static void then(Runnable call) {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        call.run();
                    }
                });
    }
}
