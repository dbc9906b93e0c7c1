package dev.recon.server.run;

import dev.recon.server.platform.Limits;
import dev.recon.server.platform.Scope;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Gives the signs of life of what is executed, and tells how far it is.
@Component
public record Heartbeats(RunningHere running) {
    private static final Logger LOG = LoggerFactory.getLogger(Heartbeats.class);
    private static final long EVERY_NANOS = Limits.PROGRESS_EVERY.toNanos();

    /// Ends the signs of life.
    public interface Beat extends AutoCloseable {
        @Override
        void close();
    }

    /// Writes a sign of life.
    public interface Sign {
        /// Writes how far it is; false when it is no longer the worker's.
        boolean give(RunQueue.Stage stage);
    }

    /// Begins the signs of life of what has this id, until the beat is closed.
    public Beat begin(UUID id, Running progress, Sign sign) {
        running.begin(id, progress);
        Thread thread =
                Thread.ofVirtual()
                        .name("heartbeat-" + id)
                        .start(() -> Scope.runInEngine(() -> beat(id, progress, sign)));
        return () -> {
            running.end(id);
            thread.interrupt();
            join(thread);
        };
    }

    private static void beat(UUID id, Running progress, Sign sign) {
        while (!Thread.interrupted() && !progress.isCancelled()) {
            try {
                if (!sign.give(progress.stage())) {
                    progress.cancel();
                    return;
                }
            } catch (RuntimeException | Error failure) {
                LOG.warn("no sign of life could be written id={}", id, failure);
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
