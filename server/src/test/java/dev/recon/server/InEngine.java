package dev.recon.server;

import dev.recon.server.platform.Scope;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/// Lets a test do what a worker does: it sees all workspaces.
public final class InEngine implements InvocationInterceptor {
    @Override
    public void interceptTestMethod(
            Invocation<@Nullable Void> invocation,
            ReflectiveInvocationContext<Method> method,
            ExtensionContext context)
            throws Throwable {
        inEngine(invocation);
    }

    @Override
    public void interceptBeforeAllMethod(
            Invocation<@Nullable Void> invocation,
            ReflectiveInvocationContext<Method> method,
            ExtensionContext context)
            throws Throwable {
        inEngine(invocation);
    }

    private static void inEngine(Invocation<@Nullable Void> invocation) throws Throwable {
        Throwable failure =
                Scope.<java.util.Optional<Throwable>>inEngine(
                                () -> {
                                    try {
                                        invocation.proceed();
                                        return java.util.Optional.empty();
                                    } catch (Throwable thrown) {
                                        return java.util.Optional.of(thrown);
                                    }
                                })
                        .orElse(null);
        if (failure != null) {
            throw failure;
        }
    }
}
