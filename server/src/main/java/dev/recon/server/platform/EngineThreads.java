package dev.recon.server.platform;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/// Threads of the system for what the engine computes while somebody waits.
///
/// Two hundred requests may be served at the same time: no more of them compute than there are
/// processors, and those that wait hold no memory of a computation.
@Component
public final class EngineThreads {
    private final ExecutorService threads =
            Executors.newFixedThreadPool(
                    Runtime.getRuntime().availableProcessors(),
                    Thread.ofPlatform().daemon().name("engine-", 0).factory());

    /// The outcome of the work, or what it threw.
    public <T> T call(Supplier<T> work) {
        try {
            return CompletableFuture.supplyAsync(work, threads).join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }
}
