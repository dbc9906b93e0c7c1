package dev.recon.engine.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        FutureTask<?> own = new FutureTask<>(worker, null);
        own.run();
        List<FutureTask<?>> all = new ArrayList<>(List.of(own));
        all.addAll(helpers);
        throwFirst(all.stream().map(Parallel::awaited).flatMap(Optional::stream).toList());
    }

    /// How a worker ended, once it has; an interrupt of the caller waits and is kept.
    private static Optional<Throwable> awaited(FutureTask<?> work) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    work.get();
                    return Optional.empty();
                } catch (InterruptedException _) {
                    interrupted = true;
                } catch (ExecutionException failure) {
                    return Optional.ofNullable(failure.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void throwFirst(List<Throwable> failures) {
        if (failures.isEmpty()) {
            return;
        }
        switch (failures.getFirst()) {
            case Error error -> throw error;
            case RuntimeException failure -> throw failure;
            case Throwable other -> throw new IllegalStateException(other);
        }
    }
}
