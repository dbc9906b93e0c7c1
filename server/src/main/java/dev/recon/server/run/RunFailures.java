package dev.recon.server.run;

import dev.recon.server.audit.AuditEvent.Deed;
import dev.recon.server.audit.AuditStore;
import dev.recon.server.platform.Actor;
import dev.recon.server.run.RunQueue.Lease;
import dev.recon.server.trace.Dataset;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Ends runs that have no result.
@Component
record RunFailures(
        RunQueue queue,
        RunStore runs,
        AuditStore audit,
        RunMetrics metrics,
        TransactionTemplate transaction,
        JsonMapper json) {
    private static final Logger LOG = LoggerFactory.getLogger(RunFailures.class);

    /// Ends a run as failed, unless it is no longer the worker's.
    void fail(Lease lease, RunFailure failure) {
        boolean failed = Boolean.TRUE.equals(transaction.execute(_ -> write(lease, failure)));
        if (failed) {
            metrics.failed();
            Dataset.RUN
                    .line(LOG, "run-failed")
                    .addKeyValue("labels.workspace", lease.workspaceId())
                    .addKeyValue("labels.run", lease.runId())
                    .log("run failed run={} because={}", lease.runId(), failure.title());
        }
    }

    private boolean write(Lease lease, RunFailure failure) {
        if (!queue.fail(lease, json.writeValueAsString(failure))) {
            return false;
        }
        RunRow run = runs.find(lease.workspaceId(), lease.runId()).orElseThrow();
        audit.append(
                new Actor(run.workspaceId(), run.createdBy()),
                new Deed(
                        "run-failed",
                        "run",
                        run.id().toString(),
                        Map.of("number", run.number(), "because", failure.title())));
        return true;
    }
}
