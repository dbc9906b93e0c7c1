package dev.recon.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// A loop ends when it is told to, and for nothing else.
class LoopTest {
    private static final int SECONDS_MAX = 20;
    private static final Duration AT_ONCE = Duration.ofMillis(1);
    private static final Duration NEVER = Duration.ofDays(1);

    private final Loops loops = new Loops();
    private final BlockingQueue<Integer> rounds = new LinkedBlockingQueue<>();
    private final AtomicInteger count = new AtomicInteger();

    @Test
    void whateverBreaksInARoundTheNextOneComes() throws Exception {
        Loop loop =
                start(
                        Loop.Plan.of("breaking", AT_ONCE),
                        number ->
                                switch (number) {
                                    case 1 -> throw new IllegalStateException("in a test");
                                    case 2 -> throw new StackOverflowError("in a test");
                                    case 3 -> throw new InterruptedException("in a test");
                                    default -> NEVER;
                                });

        assertThat(next(4)).isEqualTo(4);
        assertThat(loops.gone()).isEmpty();
        loop.stop();
        loop.join(Duration.ofSeconds(SECONDS_MAX));
        assertThat(rounds).isEmpty();
    }

    @Test
    void aThreadThatSomebodyInterruptsGoesOn() throws Exception {
        Loop loop =
                start(
                        Loop.Plan.of("interrupted", AT_ONCE),
                        number -> {
                            Thread.currentThread().interrupt();
                            return number < 3 ? AT_ONCE : NEVER;
                        });

        assertThat(next(4)).isEqualTo(4);
        loop.interrupt();
    }

    @Test
    void aLoopThatIsToldToStopWaitsForNoOtherRound() throws Exception {
        Loop waiting = start(Loop.Plan.later("waiting", NEVER), _ -> NEVER);
        waiting.stop();
        waiting.join(Duration.ofSeconds(SECONDS_MAX));

        var begun = new CountDownLatch(1);
        Loop busy =
                start(
                        Loop.Plan.of("busy", NEVER),
                        _ -> {
                            begun.countDown();
                            new CountDownLatch(1).await();
                            return NEVER;
                        });
        assertThat(begun.await(SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
        busy.interrupt();
        busy.join(Duration.ofSeconds(SECONDS_MAX));

        assertThat(rounds).containsExactly(1);
        assertThat(loops.gone()).as("both were told to").isEmpty();
    }

    @Test
    void aLoopWhoseThreadIsGoneIsTold() {
        Loop loop =
                loops.start(
                        _ -> Thread.ofVirtual().unstarted(() -> {}),
                        Loop.Plan.of("gone", AT_ONCE),
                        _ -> NEVER);
        loop.join(Duration.ofSeconds(SECONDS_MAX));

        assertThat(loops.gone()).containsExactly("gone");
    }

    private interface Numbered {
        Duration go(int number) throws InterruptedException;
    }

    private Loop start(Loop.Plan plan, Numbered round) {
        return loops.start(
                Thread.ofVirtual().factory(),
                plan,
                _ -> {
                    int number = count.incrementAndGet();
                    rounds.add(number);
                    return round.go(number);
                });
    }

    /// Waits for so many rounds, and gives the number of the last.
    private int next(int wanted) throws InterruptedException {
        int last = 0;
        for (int at = 0; at < wanted; at++) {
            Integer number = rounds.poll(SECONDS_MAX, TimeUnit.SECONDS);
            last = number == null ? 0 : number;
        }
        return last;
    }
}
