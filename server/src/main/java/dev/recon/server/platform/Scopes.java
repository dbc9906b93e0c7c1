package dev.recon.server.platform;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// The scopes of the threads.
final class Scopes {
    static final Scope NOTHING = new Scope.Nothing();
    static final Scope DOOR = new Scope.Door();
    static final Scope ENGINE = new Scope.Engine();
    static final ThreadLocal<@Nullable Scope> CURRENT = new ThreadLocal<>();

    private Scopes() {}

    static <T> T call(Scope scope, Supplier<T> work) {
        Scope before = CURRENT.get();
        if (!scope.equals(before)
                && TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    "a database transaction keeps its scope: " + before + ", not " + scope);
        }
        CURRENT.set(scope);
        try {
            return work.get();
        } finally {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        }
    }
}
