package dev.recon.server.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/// Begins the spans of a trace, and knows the one that this thread works in. Every line of the log
/// carries its ids, whether spans are sent anywhere or not.
///
/// Between processes a trace travels as `traceparent` (W3C Trace Context).
@Component
public record Trace(Tracer tracer) {
    private static final Pattern PARENT =
            Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})");
    private static final String TRACE_ID = "trace.id";
    private static final String SPAN_ID = "span.id";

    /// Begins a span below another one, or a trace of its own without.
    ///
    /// @param parent a `traceparent`; one that is not understood counts as none
    public ActiveSpan begin(String name, SpanKind kind, @Nullable String parent) {
        Span span =
                tracer.spanBuilder(name)
                        .setSpanKind(kind)
                        .setParent(parent == null ? Context.root() : context(parent))
                        .startSpan();
        return new ActiveSpan(span);
    }

    /// The id of the trace that this thread works in.
    public static Optional<String> currentId() {
        return Optional.ofNullable(MDC.get(TRACE_ID));
    }

    /// The span that this thread works in, fit to be its children's parent.
    public static Optional<String> parent() {
        String trace = MDC.get(TRACE_ID);
        String span = MDC.get(SPAN_ID);
        return trace == null || span == null
                ? Optional.empty()
                : Optional.of("00-" + trace + "-" + span + "-01");
    }

    static void enter(SpanContext span) {
        MDC.put(TRACE_ID, span.getTraceId());
        MDC.put(SPAN_ID, span.getSpanId());
    }

    static void leave() {
        MDC.remove(TRACE_ID);
        MDC.remove(SPAN_ID);
    }

    private static Context context(String parent) {
        Matcher found = PARENT.matcher(parent);
        if (!found.matches()) {
            return Context.root();
        }
        SpanContext remote =
                SpanContext.createFromRemoteParent(
                        found.group(1),
                        found.group(2),
                        TraceFlags.fromHex(found.group(3), 0),
                        TraceState.getDefault());
        return Context.root().with(Span.wrap(remote));
    }
}
