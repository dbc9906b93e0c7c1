package dev.recon.server.access;

import dev.recon.server.platform.Scope;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// Forgets, once an hour, what counts no more: answers that nobody may ask for again, ended
/// sessions, links and attempts.
@Component
final class Housekeeping implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final Duration EVERY = Duration.ofHours(1);

    private final Forgotten forgotten;
    private volatile Optional<Thread> thread = Optional.empty();

    Housekeeping(Forgotten forgotten) {
        this.forgotten = forgotten;
    }

    /// Where something is to be forgotten.
    @Component
    record Forgotten(
            OnceStore answers,
            SessionStore sessions,
            LinkStore links,
            AttemptStore attempts,
            SecondFactors factors,
            PasskeyStore passkeys,
            ProviderLogout logouts,
            SignOnStore signOns) {
        void forgetOld() {
            answers.forgetOld();
            sessions.forgetOld();
            links.forgetOld();
            attempts.forgetOld();
            factors.forgetOld();
            passkeys.forgetOld();
            logouts.forgetOld();
            signOns.forgetOld();
        }
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
                Scope.runInEngine(forgotten::forgetOld);
            } catch (DataAccessException failure) {
                LOG.warn("what is old could not be forgotten", failure);
            }
            LockSupport.parkNanos(EVERY.toNanos());
        }
    }
}
