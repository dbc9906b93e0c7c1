package dev.recon.server.decision;

import dev.recon.server.metric.Buckets;
import dev.recon.server.platform.AfterCommit;
import dev.recon.server.run.Approval;
import dev.recon.server.run.Decision;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/// Counts what people decide, once it is committed. Every counter is there from the start.
@Component
final class DecisionMetrics {
    private static final List<String> KINDS =
            List.of(
                    Decision.MATCH_BY_HAND,
                    Decision.UNMATCH,
                    Decision.ACCEPT,
                    Decision.REJECT,
                    Decision.COMMENT,
                    Approval.UNDO);

    private final MeterRegistry meters;
    private final Timer waited;

    DecisionMetrics(MeterRegistry meters) {
        this.meters = meters;
        this.waited =
                Timer.builder("recon.proposal.duration")
                        .description("How long what was approved or sent back had waited")
                        .serviceLevelObjectives(Buckets.runs())
                        .register(meters);
        KINDS.forEach(kind -> decided(kind).increment(0));
    }

    /// Something counts from now on.
    void made(String kind) {
        AfterCommit.run(() -> decided(kind).increment());
    }

    /// Another person has said yes or no.
    void settled(Instant proposedAt) {
        AfterCommit.run(() -> waited.record(Duration.between(proposedAt, Instant.now())));
    }

    private Counter decided(String kind) {
        return Counter.builder("recon.decisions")
                .description("What people decided")
                .tag("decision", kind)
                .register(meters);
    }
}
