package dev.recon.server.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;

/// A span that this thread works in until it is closed.
public final class ActiveSpan implements AutoCloseable {
    private final Span span;

    ActiveSpan(Span span) {
        this.span = span;
        Trace.enter(span.getSpanContext());
    }

    /// What the span was about, known at its end.
    public void name(String name) {
        span.updateName(name);
    }

    public void tag(String name, String value) {
        span.setAttribute(name, value);
    }

    /// It went wrong, and not because of who asked.
    public void fail() {
        span.setStatus(StatusCode.ERROR);
    }

    @Override
    public void close() {
        span.end();
        Trace.leave();
    }
}
