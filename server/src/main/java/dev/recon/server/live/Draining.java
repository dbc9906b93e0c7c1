package dev.recon.server.live;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Knows that the server is being stopped: first of all, so that nothing new is sent here, and
/// those who watch come back elsewhere or later.
@Component
public final class Draining implements SmartLifecycle {
    private static final int RETRY_MILLIS_MAX = 15_000;

    private final LiveEvents events;
    private final AtomicBoolean running = new AtomicBoolean();
    private final AtomicBoolean draining = new AtomicBoolean();

    Draining(LiveEvents events) {
        this.events = events;
    }

    public boolean isDraining() {
        return draining.get();
    }

    @Override
    public void start() {
        running.set(true);
    }

    @Override
    public void stop() {
        draining.set(true);
        events.drain(ThreadLocalRandom.current().nextInt(RETRY_MILLIS_MAX));
        running.set(false);
    }

    @Override
    public boolean isRunning() {
        return running.get();
    }
}
