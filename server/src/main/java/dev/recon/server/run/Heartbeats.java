package dev.recon.server.run;

import dev.recon.server.platform.Limits;
import dev.recon.server.platform.Scope;
import dev.recon.server.run.RunQueue.Lease;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Gives the signs of life of a run while it is executed, and tells how far it is.
@Component
record Heartbeats(RunQueue queue, RunNews news, RunningHere running, RunStore runs) {
    private static final Logger LOG = LoggerFactory.getLogger(Heartbeats.class);
    private static final long EVERY_NANOS = Limits.PROGRESS_EVERY.toNanos();

    /// Ends the signs of life.
    interface Beat extends AutoCloseable {
        @Override
        void close();
    }

    Beat begin(Lease lease, RunRow run, RunProgress progress) {
        running.begin(run.id(), progress);
        Thread thread =
                Thread.ofVirtual()
                        .name("heartbeat-" + run.id())
                        .start(() -> Scope.runInEngine(() -> beat(lease, run, progress)));
        return () -> {
            running.end(run.id());
            thread.interrupt();
            join(thread);
            runs.find(run.workspaceId(), run.id())
                    .ifPresent(now -> news.tell(RunNews.State.of(now)));
        };
    }

    private void beat(Lease lease, RunRow run, RunProgress progress) {
        while (!Thread.interrupted() && !progress.isCancelled()) {
            try {
                RunQueue.Stage stage = progress.stage();
                if (!queue.isAlive(lease, stage)) {
                    progress.cancel();
                    return;
                }
                news.tell(RunNews.State.running(run, stage));
            } catch (DataAccessException | TransactionException failure) {
                LOG.warn("no sign of life could be written run={}", run.id(), failure);
            }
            LockSupport.parkNanos(EVERY_NANOS);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
