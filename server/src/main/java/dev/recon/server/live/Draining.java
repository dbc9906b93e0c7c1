package dev.recon.server.live;

import dev.recon.server.settings.Settings;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Knows that the server is being stopped: first of all, so that nothing new is sent here, and
/// those who watch come back elsewhere or later. For as long as it is told it answers on, so that
/// proxies let go of the connections that they keep.
@Component
public final class Draining implements SmartLifecycle {
    private static final int RETRY_MILLIS_MAX = 15_000;

    private final LiveEvents events;
    private final int seconds;
    private final AtomicBoolean running = new AtomicBoolean();
    private final AtomicBoolean draining = new AtomicBoolean();

    Draining(LiveEvents events, Settings settings) {
        this.events = events;
        seconds = settings.http().drainSeconds();
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
    public void stop(Runnable stopped) {
        stop();
        if (seconds == 0) {
            stopped.run();
        } else {
            CompletableFuture.delayedExecutor(seconds, TimeUnit.SECONDS).execute(stopped);
        }
    }

    @Override
    public boolean isRunning() {
        return running.get();
    }
}
