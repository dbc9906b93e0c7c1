package dev.recon.engine.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

/// Every task runs once, on any number of threads, and a failure reaches the caller.
class ParallelTest {
    @Test
    void everyTaskRunsOnce() {
        for (int threads = 1; threads <= 8; threads++) {
            for (int count : new int[] {0, 1, 2, 7, 1_000}) {
                AtomicIntegerArray runs = new AtomicIntegerArray(count);
                Parallel.run(threads, count, runs::incrementAndGet);
                for (int task = 0; task < count; task++) {
                    assertThat(runs.get(task)).isEqualTo(1);
                }
            }
        }
    }

    @Test
    void asManyThreadsWorkAtOnceAsWereAskedFor() {
        CountDownLatch together = new CountDownLatch(4);
        Parallel.run(
                4,
                4,
                _ -> {
                    together.countDown();
                    await(together);
                });
        assertThat(together.getCount()).isZero();
    }

    @Test
    void aFailureOfAnyTaskIsThrownAndEndsTheRest() {
        for (int threads = 1; threads <= 4; threads++) {
            for (int bad : new int[] {0, 1, 50}) {
                AtomicInteger ran = new AtomicInteger();
                IntConsumer task =
                        n -> {
                            ran.incrementAndGet();
                            if (n == bad) {
                                throw new IllegalStateException("bad");
                            }
                        };
                int of = threads;
                assertThatThrownBy(() -> Parallel.run(of, 1_000, task)).hasMessage("bad");
                assertThat(ran.get()).isGreaterThan(bad);
                if (threads == 1) {
                    assertThat(ran.get()).isEqualTo(bad + 1);
                }
            }
        }
    }

    @Test
    void anErrorOfAHelperIsThrownAsItIs() {
        CountDownLatch helper = new CountDownLatch(1);
        Thread caller = Thread.currentThread();
        IntConsumer task =
                _ -> {
                    if (Thread.currentThread() == caller) {
                        await(helper);
                    } else {
                        helper.countDown();
                        throw new StackOverflowError("deep");
                    }
                };
        assertThatThrownBy(() -> Parallel.run(2, 2, task)).isInstanceOf(StackOverflowError.class);
    }

    @Test
    void allTasksHaveEndedWhenTheCallReturnsByFailure() {
        AtomicInteger ended = new AtomicInteger();
        CountDownLatch started = new CountDownLatch(3);
        IntConsumer task =
                n -> {
                    started.countDown();
                    await(started);
                    ended.incrementAndGet();
                    throw new IllegalStateException("task " + n);
                };
        assertThatThrownBy(() -> Parallel.run(3, 3, task)).hasMessageStartingWith("task ");
        assertThat(ended.get()).isEqualTo(3);
    }

    @Test
    void anInterruptWaitsForTheHelpersAndIsKept() {
        CountDownLatch interrupted = new CountDownLatch(1);
        Thread caller = Thread.currentThread();
        AtomicInteger done = new AtomicInteger();
        Parallel.run(
                2,
                2,
                _ -> {
                    if (Thread.currentThread() == caller) {
                        caller.interrupt();
                        interrupted.countDown();
                    } else {
                        await(interrupted);
                    }
                    done.incrementAndGet();
                });
        assertThat(done.get()).isEqualTo(2);
        assertThat(Thread.interrupted()).isTrue();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
