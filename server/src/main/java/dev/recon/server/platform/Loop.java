package dev.recon.server.platform;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a server does again and again on a thread of its own, until it is told to stop.
///
/// Whatever breaks in a round, an error of the program too, is logged and ends this round alone:
/// after a pause comes the next one.
public final class Loop {
    private static final Logger LOG = LoggerFactory.getLogger(Loop.class);

    private final Plan plan;
    private final Round round;
    private final Thread thread;
    private final CountDownLatch stopping = new CountDownLatch(1);

    /// When rounds come.
    ///
    /// @param name what the log calls it
    /// @param first how long until the first round
    /// @param pause how long after a round that broke
    public record Plan(String name, Duration first, Duration pause) {
        /// The first round comes at once.
        public static Plan of(String name, Duration pause) {
            return new Plan(name, Duration.ZERO, pause);
        }

        /// The first round comes after a pause, too.
        public static Plan later(String name, Duration pause) {
            return new Plan(name, pause, pause);
        }
    }

    /// One round.
    @FunctionalInterface
    public interface Round {
        /// Does it, and gives how long to wait for the next one.
        Duration go(Loop loop) throws InterruptedException;
    }

    Loop(ThreadFactory threads, Plan plan, Round round) {
        this.plan = plan;
        this.round = round;
        this.thread = threads.newThread(this::run);
    }

    void start() {
        thread.start();
    }

    String name() {
        return plan.name;
    }

    /// Is its thread gone, though nobody told it to stop?
    boolean isGone() {
        return !isStopping() && !thread.isAlive();
    }

    /// Has it been told to stop?
    public boolean isStopping() {
        return stopping.getCount() == 0;
    }

    /// Lets no other round come; the one in hand goes on to its end.
    public void stop() {
        stopping.countDown();
    }

    /// Lets no other round come, and interrupts the one in hand.
    public void interrupt() {
        stop();
        thread.interrupt();
    }

    /// Waits for the end of the round in hand, so long at most.
    public void join(Duration most) {
        try {
            thread.join(most);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        Duration wait = plan.first;
        while (!isOver(wait)) {
            wait = once();
        }
    }

    /// Waits. An interruption ends the waiting; only who stops the loop ends it.
    private boolean isOver(Duration wait) {
        try {
            return stopping.await(wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            return isStopping();
        }
    }

    private Duration once() {
        try {
            return round.go(this);
        } catch (InterruptedException _) {
            return plan.pause;
        } catch (Throwable failure) {
            if (!isStopping()) {
                LOG.error("a round broke, the next one comes loop={}", plan.name, failure);
            }
            return plan.pause;
        }
    }
}
