package dev.recon.server.run;

import dev.recon.engine.Outcome;
import dev.recon.engine.evidence.BreakPieces;
import dev.recon.engine.evidence.Fact;
import dev.recon.engine.table.Side;
import dev.recon.server.audit.AuditEvent.Deed;
import dev.recon.server.audit.AuditStore;
import dev.recon.server.file.FileStore;
import dev.recon.server.platform.Actor;
import dev.recon.server.platform.AfterCommit;
import dev.recon.server.platform.CopyRows;
import dev.recon.server.platform.Hex;
import dev.recon.server.platform.Limits;
import dev.recon.server.reconciliation.RuleSetStore;
import dev.recon.server.run.RunQueue.Ending;
import dev.recon.server.run.RunQueue.Lease;
import dev.recon.server.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Writes what a run found: segments, breaks, totals and the end of the run, all in one database
/// transaction, which is void unless the run is still its worker's at the very end.
@Component
record Publisher(
        RunQueue queue,
        RunSegmentStore segments,
        FirstSeen firstSeen,
        RuleSetStore ruleSets,
        AuditStore audit,
        TransactionTemplate transaction,
        DataSource source,
        Settings settings,
        RunMetrics metrics,
        FileStore files,
        JsonMapper json) {
    /// What publishing came to.
    enum Result {
        PUBLISHED,
        /// The run is another worker's, or cancelled; nothing was written.
        LOST,
        /// People decided something meanwhile; nothing was written, the engine must run again.
        DECIDED_MEANWHILE
    }

    /// What is published.
    record Found(
            RunRow run,
            Lease lease,
            Outcome outcome,
            Carried carried,
            EarlierDecisions.Kept decisions,
            List<RunTotals.StageSeconds> seconds) {}

    Result publish(Found found, RunProgress progress) {
        Result result =
                transaction.execute(status -> {
                    Result written = write(found, progress);
                    if (written != Result.PUBLISHED) {
                        status.setRollbackOnly();
                    }
                    return written;
                });
        return java.util.Objects.requireNonNull(result);
    }

    private Result write(Found found, RunProgress progress) {
        Outcome outcome = found.outcome;
        RunRow run = found.run;
        boolean held = outcome.breaks().count() > settings.bounds().breaksMax();
        List<Fact> facts = new ArrayList<>();
        long total = 2L * outcome.matching().count() / Limits.SEGMENT_ROWS + 4;
        long[] written = {0};
        new FactWriter(
                        outcome,
                        found.carried,
                        json,
                        segment -> {
                            progress.check();
                            facts.add(segment.toFact());
                            if (!segments.add(run.workspaceId(), run.id(), segment)) {
                                throw new CancellationException("the run is published already");
                            }
                            progress.publishing(++written[0], total * 2);
                        })
                .write();
        if (!held) {
            facts.addAll(copyBreaks(run, outcome, progress));
            firstSeen.mark(run, found.carried);
            if (!found.decisions.carry(run, outcome)) {
                return Result.DECIDED_MEANWHILE;
            }
        }
        return end(found, facts, held) ? Result.PUBLISHED : Result.LOST;
    }

    private List<Fact> copyBreaks(RunRow run, Outcome outcome, RunProgress progress) {
        BreakPieces pieces = new BreakPieces();
        BreakCopy copy = new BreakCopy(run, outcome, pieces);
        CopyRows.write(source, BreakCopy.SQL, rows -> copy.write(rows, progress::check));
        return pieces.facts();
    }

    private boolean end(Found found, List<Fact> facts, boolean held) {
        byte[] digest = Fact.digest(facts);
        Outcome outcome = found.outcome;
        RunTotals all = TotalsBuilder.of(outcome, found.seconds);
        // A run that is held keeps no breaks.
        RunTotals totals = held ? all.with(List.of()) : all;
        RunRow run = found.run;
        Ending ending =
                new Ending(
                        held ? RunRow.HELD : RunRow.DONE,
                        held ? heldBecause(outcome) : null,
                        outcome.rules().decimals(),
                        outcome.matching().count(),
                        outcome.breaks().count(),
                        json.writeValueAsString(totals),
                        digest);
        if (!queue.finish(found.lease, ending)) {
            return false;
        }
        count(run, totals, ending.status());
        audit.append(
                new Actor(run.workspaceId(), run.createdBy()),
                new Deed(
                        held ? "run-held" : "run-done",
                        "run",
                        run.id().toString(),
                        Map.of(
                                "number", run.number(),
                                "ruleSet", run.ruleSet(),
                                "rules", ruleSet(run),
                                "facts", facts.size(),
                                "left", run.left().sha256(),
                                "right", run.right().sha256(),
                                "matches", ending.matches(),
                                "breaks", ending.breaks(),
                                "digest", Hex.of(digest))));
        return true;
    }

    private void count(RunRow run, RunTotals totals, String status) {
        Map<String, String> formats =
                Map.of(
                        Side.LEFT.word(), format(run, Side.LEFT),
                        Side.RIGHT.word(), format(run, Side.RIGHT));
        AfterCommit.run(() -> {
            metrics.published(run, totals, status);
            metrics.read(totals, formats);
        });
    }

    /// What the file of a side was when it was delivered.
    private String format(RunRow run, Side side) {
        return files.find(run.workspaceId(), run.file(side).id())
                .map(file -> file.door().format())
                .orElse(RunMetrics.OTHER_FORMAT);
    }

    private String ruleSet(RunRow run) {
        return ruleSets.find(run.workspaceId(), run.reconciliationId(), run.ruleSet())
                .orElseThrow()
                .sha256();
    }

    private @Nullable String heldBecause(Outcome outcome) {
        int matches = outcome.matching().count();
        String cause =
                matches == 0
                        ? "Nothing matched at all: probably a wrong file, or a rule set made for"
                                + " other files."
                        : "Only "
                                + matches
                                + " matches were found: probably a pass or the field map does not"
                                + " fit these files.";
        return json.writeValueAsString(
                RunFailure.of(
                        "The run left " + outcome.breaks().count() + " breaks",
                        cause + " Check the rule set and run again."));
    }
}
