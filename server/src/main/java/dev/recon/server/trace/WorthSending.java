package dev.recon.server.trace;

import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import java.time.Duration;

/// Lets those spans through that are worth sending: a part of all traces, the same in every
/// process, and everything that failed or was slow.
///
/// @param share the part of the traces, from 0 to 1
record WorthSending(SpanProcessor sender, double share) implements SpanProcessor {
    private static final long SLOW_NANOS = Duration.ofSeconds(1).toNanos();
    private static final int TAIL_DIGITS = 13;
    private static final double TAIL_VALUES = 0x1p52;

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {}

    @Override
    public boolean isStartRequired() {
        return false;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        boolean failed = span.toSpanData().getStatus().getStatusCode() == StatusCode.ERROR;
        boolean slow = span.getLatencyNanos() > SLOW_NANOS;
        if (failed || slow || isChosen(span.getSpanContext().getTraceId())) {
            sender.onEnd(span);
        }
    }

    @Override
    public boolean isEndRequired() {
        return true;
    }

    @Override
    public CompletableResultCode shutdown() {
        return sender.shutdown();
    }

    @Override
    public CompletableResultCode forceFlush() {
        return sender.forceFlush();
    }

    /// The last digits of a trace's id are random.
    private boolean isChosen(String traceId) {
        String tail = traceId.substring(traceId.length() - TAIL_DIGITS);
        return Long.parseLong(tail, 16) / TAIL_VALUES < share;
    }
}
