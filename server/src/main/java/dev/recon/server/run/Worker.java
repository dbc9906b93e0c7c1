package dev.recon.server.run;

import dev.recon.server.platform.Breakdown;
import dev.recon.server.platform.Home;
import dev.recon.server.platform.Limits;
import dev.recon.server.platform.Loop;
import dev.recon.server.platform.Loops;
import dev.recon.server.platform.Scope;
import dev.recon.server.settings.Settings;
import dev.recon.server.trace.ActiveSpan;
import dev.recon.server.trace.Trace;
import io.opentelemetry.api.trace.SpanKind;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Takes runs from the queue, one at a time, and executes them on a thread of its own.
@Component
final class Worker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final Duration STOP = Duration.ofSeconds(10);

    private final RunQueue queue;
    private final RunExecution execution;
    private final RunNews news;
    private final RunningHere running;
    private final Trace trace;
    private final Home home;
    private final RunFailures failures;
    private final SideWork side;
    private final boolean works;
    private final Loops loops;
    private volatile Optional<Loop> loop = Optional.empty();

    Worker(Parts parts, Home home, Settings settings, Loops loops) {
        this.works = settings.role().isWorker();
        this.queue = parts.queue;
        this.execution = parts.execution;
        this.news = parts.news;
        this.running = parts.running;
        this.trace = parts.trace;
        this.home = home;
        this.failures = parts.failures;
        this.side = parts.side;
        this.loops = loops;
    }

    /// What a worker works with.
    @Component
    record Parts(
            RunQueue queue,
            RunExecution execution,
            RunFailures failures,
            RunNews news,
            RunningHere running,
            SideWork side,
            Trace trace) {}

    /// Starts to work. This process holds the home folder, so the worker that had its name before
    /// is dead, and what it left may be taken at once.
    @Override
    public void start() {
        if (!works) {
            return;
        }
        int left = Scope.inEngine(() -> queue.endLeases(home.worker()));
        Scope.runInEngine(() -> side.takeOver(home.worker()));
        if (left > 0) {
            LOG.info("taking over {} runs that the last server left", left);
        }
        loop =
                Optional.of(
                        loops.start(
                                Thread.ofPlatform().name("worker").factory(),
                                Loop.Plan.of("worker", Limits.QUEUE_POLL),
                                this::round));
    }

    /// Stops: a run in hand goes back into the queue.
    @Override
    public void stop() {
        loop.ifPresent(Loop::stop);
        running.cancelAll();
        news.queued();
        loop.ifPresent(one -> one.join(STOP));
        loop = Optional.empty();
    }

    /// After the requests have ended, before the connections do.
    @Override
    public int getPhase() {
        return Limits.PHASE_WORKER;
    }

    @Override
    public boolean isRunning() {
        return loop.isPresent();
    }

    private Duration round(Loop one) throws InterruptedException {
        boolean worked = Scope.inEngine(() -> work(one));
        if (!worked) {
            news.await(Limits.QUEUE_POLL.toMillis());
        }
        return Duration.ZERO;
    }

    private boolean work(Loop one) {
        Optional<RunQueue.Lease> taken = queue.take(home.worker());
        taken.ifPresent(lease -> execute(lease, one));
        return taken.isPresent() || side.work(home.worker());
    }

    /// The top of a run: what only we can repair ends here.
    private void execute(RunQueue.Lease lease, Loop one) {
        try (ActiveSpan span = trace.begin("run", SpanKind.CONSUMER, lease.traceparent())) {
            span.tag("recon.run.attempt", Integer.toString(lease.attempts()));
            execution.execute(lease);
        } catch (RuntimeException | Error failure) {
            if (one.isStopping()) {
                return;
            }
            if (Breakdown.of(failure) == Breakdown.DATABASE_LOST) {
                LOG.warn("the database went away, the run begins again run={}", lease.runId());
                giveBack(lease);
                return;
            }
            LOG.error("run broke run={}", lease.runId(), failure);
            failures.fail(lease, RunFailure.ours("run"));
        }
    }

    private void giveBack(RunQueue.Lease lease) {
        pause();
        try {
            queue.giveBack(lease);
        } catch (DataAccessException | TransactionException failure) {
            LOG.warn("its lease will end run={}", lease.runId(), failure);
        }
    }

    private static void pause() {
        LockSupport.parkNanos(Limits.QUEUE_POLL.toNanos());
    }
}
