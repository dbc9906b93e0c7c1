package dev.recon.server.platform;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// What others may only see once it is committed.
public final class AfterCommit {
    private AfterCommit() {}

    /// Runs it when the caller's database transaction is committed, and never if it is not.
    ///
    /// @throws IllegalStateException outside of a transaction
    public static void run(Runnable then) {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        then.run();
                    }
                });
    }
}
