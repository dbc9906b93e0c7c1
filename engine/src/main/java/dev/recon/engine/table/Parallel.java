package dev.recon.engine.table;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/// Runs numbered tasks on a number of threads; the caller's own thread is one of them.
///
/// Tasks are taken in the order of their numbers, each by whichever thread is free. A task must
/// write only to its own place, so that the result does not depend on the number of threads.
public final class Parallel {
    private Parallel() {}

    /// Runs `task` for 0 to `count` - 1 and returns when all have ended. The first failure, by
    /// thread, ends the rest and is thrown.
    public static void run(int threads, int count, IntConsumer task) {
        AtomicInteger next = new AtomicInteger();
        Runnable worker =
                () -> {
                    try {
                        for (int n; (n = next.getAndIncrement()) < count; ) {
                            task.accept(n);
                        }
                    } catch (RuntimeException | Error failure) {
                        next.set(count);
                        throw failure;
                    }
                };
        List<FutureTask<?>> helpers = new ArrayList<>();
        for (int helper = 1; helper < Math.min(threads, count); helper++) {
            FutureTask<?> work = new FutureTask<>(worker, null);
            helpers.add(work);
            Thread.ofPlatform().daemon().name("recon-" + helper).start(work);
        }
        try {
            worker.run();
        } finally {
            helpers.forEach(Parallel::await);
        }
    }

    private static void await(FutureTask<?> work) {
        boolean interrupted = false;
        while (true) {
            try {
                work.get();
                break;
            } catch (InterruptedException _) {
                interrupted = true;
            } catch (ExecutionException failure) {
                throw rethrown(failure);
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static RuntimeException rethrown(ExecutionException failure) {
        return switch (failure.getCause()) {
            case Error error -> throw error;
            case RuntimeException cause -> cause;
            case null, default -> new IllegalStateException(failure);
        };
    }
}
