package dev.recon.server.access;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// Forgets, once an hour, the answers that nobody may ask for again.
@Component
final class Housekeeping implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final Duration EVERY = Duration.ofHours(1);

    private final OnceStore store;
    private volatile Optional<Thread> thread = Optional.empty();

    Housekeeping(OnceStore store) {
        this.store = store;
    }

    @Override
    public void start() {
        thread = Optional.of(Thread.ofVirtual().name("housekeeping").start(this::loop));
    }

    @Override
    public void stop() {
        thread.ifPresent(Thread::interrupt);
        thread = Optional.empty();
    }

    @Override
    public boolean isRunning() {
        return thread.isPresent();
    }

    private void loop() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                store.forgetOld();
            } catch (DataAccessException failure) {
                LOG.warn("old answers could not be forgotten", failure);
            }
            LockSupport.parkNanos(EVERY.toNanos());
        }
    }
}
