package dev.recon.server.access;

import dev.recon.server.live.LiveEvents;
import dev.recon.server.platform.Loop;
import dev.recon.server.platform.Loops;
import dev.recon.server.platform.Scope;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// Forgets, once an hour, what counts no more: answers that nobody may ask for again, ended
/// sessions, links and attempts, live events that nobody can have missed.
@Component
final class Housekeeping implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final Duration EVERY = Duration.ofHours(1);

    private final Forgotten forgotten;
    private final Loops loops;
    private volatile Optional<Loop> loop = Optional.empty();

    Housekeeping(Forgotten forgotten, Loops loops) {
        this.loops = loops;
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
            SignOnStore signOns,
            LiveEvents events) {
        void forgetOld() {
            answers.forgetOld();
            sessions.forgetOld();
            links.forgetOld();
            attempts.forgetOld();
            factors.forgetOld();
            passkeys.forgetOld();
            logouts.forgetOld();
            signOns.forgetOld();
            events.forgetOld();
        }
    }

    @Override
    public void start() {
        loop =
                Optional.of(
                        loops.start(
                                Thread.ofVirtual().name("housekeeping").factory(),
                                Loop.Plan.of("housekeeping", EVERY),
                                _ -> round()));
    }

    @Override
    public void stop() {
        loop.ifPresent(Loop::interrupt);
        loop = Optional.empty();
    }

    @Override
    public boolean isRunning() {
        return loop.isPresent();
    }

    private Duration round() {
        try {
            Scope.runInEngine(forgotten::forgetOld);
        } catch (DataAccessException failure) {
            LOG.warn("what is old could not be forgotten", failure);
        }
        return EVERY;
    }
}
