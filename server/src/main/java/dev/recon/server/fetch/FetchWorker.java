package dev.recon.server.fetch;

import dev.recon.engine.read.Problem;
import dev.recon.server.platform.Home;
import dev.recon.server.platform.Limits;
import dev.recon.server.platform.Loop;
import dev.recon.server.platform.Loops;
import dev.recon.server.platform.Scope;
import dev.recon.server.settings.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Looks at places when it is time, a few at once.
@Component
final class FetchWorker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(FetchWorker.class);
    private static final Duration STOP = Duration.ofSeconds(5);

    private final PlaceQueue queue;
    private final Look look;
    private final Home home;
    private final boolean works;
    private final Loops loops;
    private volatile List<Loop> running = List.of();

    FetchWorker(Parts parts, Home home, Settings settings, Loops loops) {
        this.queue = parts.queue;
        this.look = parts.look;
        this.home = home;
        this.loops = loops;
        this.works = settings.role().isWorker();
    }

    /// What it works with.
    @Component
    record Parts(PlaceQueue queue, Look look) {}

    @Override
    public void start() {
        if (!works) {
            return;
        }
        int left = Scope.inEngine(() -> queue.endLeases(home.worker()));
        if (left > 0) {
            LOG.info("looking again at {} places that the last server left", left);
        }
        running =
                IntStream.range(0, Limits.LOOKS_AT_ONCE)
                        .mapToObj(at ->
                                loops.start(
                                        Thread.ofPlatform().name("fetch-" + at).factory(),
                                        Loop.Plan.of("fetch-" + at, Limits.PLACE_POLL),
                                        this::round))
                        .toList();
    }

    /// Stops: a file that is half received is received again by whoever looks next.
    @Override
    public void stop() {
        running.forEach(Loop::interrupt);
        running.forEach(one -> one.join(STOP));
        running = List.of();
    }

    /// After the requests have ended, before the connections do.
    @Override
    public int getPhase() {
        return Limits.PHASE_WORKER;
    }

    @Override
    public boolean isRunning() {
        return !running.isEmpty();
    }

    private Duration round(Loop one) {
        Optional<PlaceQueue.Lease> taken = Scope.inEngine(() -> queue.take(home.worker()));
        taken.ifPresent(lease -> Scope.in(lease.workspaceId(), () -> look(lease, one)));
        return taken.isPresent() ? Duration.ZERO : Limits.PLACE_POLL;
    }

    /// The top of a look: what only we can repair ends here, and the place is looked at again when
    /// it is due.
    private boolean look(PlaceQueue.Lease lease, Loop one) {
        PlaceQueue.Ending ending;
        try {
            ending = look.at(lease);
        } catch (RuntimeException | Error failure) {
            if (one.isStopping()) {
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
