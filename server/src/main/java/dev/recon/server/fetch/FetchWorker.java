package dev.recon.server.fetch;

import dev.recon.engine.read.Problem;
import dev.recon.server.platform.Home;
import dev.recon.server.platform.Limits;
import dev.recon.server.platform.Scope;
import dev.recon.server.settings.Settings;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Looks at places when it is time, a few at once.
@Component
final class FetchWorker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(FetchWorker.class);
    private static final long STOP_MILLIS = 5_000;

    private final PlaceQueue queue;
    private final Look look;
    private final Home home;
    private final boolean works;
    private volatile CountDownLatch stopping = new CountDownLatch(1);
    private volatile List<Thread> threads = List.of();

    FetchWorker(PlaceQueue queue, Look look, Home home, Settings settings) {
        this.queue = queue;
        this.look = look;
        this.home = home;
        this.works = settings.role().isWorker();
    }

    @Override
    public void start() {
        if (!works) {
            return;
        }
        stopping = new CountDownLatch(1);
        int left = Scope.inEngine(() -> queue.endLeases(home.worker()));
        if (left > 0) {
            LOG.info("looking again at {} places that the last server left", left);
        }
        threads =
                IntStream.range(0, Limits.LOOKS_AT_ONCE)
                        .mapToObj(at -> Thread.ofPlatform().name("fetch-" + at).start(this::loop))
                        .toList();
    }

    /// Stops: a file that is half received is received again by whoever looks next.
    @Override
    public void stop() {
        stopping.countDown();
        threads.forEach(Thread::interrupt);
        for (Thread thread : threads) {
            try {
                thread.join(STOP_MILLIS);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
        threads = List.of();
    }

    /// After the requests have ended, before the connections do.
    @Override
    public int getPhase() {
        return Limits.PHASE_WORKER;
    }

    @Override
    public boolean isRunning() {
        return !threads.isEmpty();
    }

    private void loop() {
        boolean isOver = false;
        while (!isOver) {
            try {
                Optional<PlaceQueue.Lease> taken = Scope.inEngine(() -> queue.take(home.worker()));
                if (taken.isPresent()) {
                    Scope.in(taken.get().workspaceId(), () -> look(taken.get()));
                }
                isOver =
                        stopping.await(
                                taken.isPresent() ? 0 : Limits.PLACE_POLL.toMillis(),
                                TimeUnit.MILLISECONDS);
            } catch (InterruptedException _) {
                isOver = true;
            } catch (RuntimeException failure) {
                isOver = stopping.getCount() == 0;
                if (!isOver) {
                    LOG.error("the places could not be looked at", failure);
                    isOver = pause();
                }
            }
        }
    }

    private boolean pause() {
        try {
            return stopping.await(Limits.PLACE_POLL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            return true;
        }
    }

    /// The top of a look: what only we can repair ends here, and the place is looked at again when
    /// it is due.
    private boolean look(PlaceQueue.Lease lease) {
        PlaceQueue.Ending ending;
        try {
            ending = look.at(lease);
        } catch (RuntimeException failure) {
            if (stopping.getCount() == 0) {
                return false;
            }
            LOG.error("a look broke source={}", lease.sourceId(), failure);
            ending = new PlaceQueue.Ending(0, false, ours());
        }
        queue.finish(lease, ending);
        return true;
    }

    private static Problem ours() {
        return new Problem(
                "this server",
                "a fault of its own",
                "a look at the place",
                "The log says more under the id of the source. It is tried again.");
    }
}
