package dev.recon.server.comparison;

import dev.recon.engine.Outcome;
import dev.recon.engine.Reconciler;
import dev.recon.engine.compare.Changes;
import dev.recon.engine.read.InputProblem;
import dev.recon.engine.report.ChangeTotals;
import dev.recon.engine.rules.RuleSet;
import dev.recon.engine.table.Bytes;
import dev.recon.engine.table.Side;
import dev.recon.server.comparison.ComparisonQueue.Lease;
import dev.recon.server.platform.Breakdown;
import dev.recon.server.platform.Limits;
import dev.recon.server.reconciliation.RuleSetStore;
import dev.recon.server.reconciliation.RuleSets;
import dev.recon.server.run.Heartbeats;
import dev.recon.server.run.RunAgain;
import dev.recon.server.run.RunFailure;
import dev.recon.server.run.SideWork;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import tools.jackson.databind.json.JsonMapper;

/// Works comparisons out: both rule sets on the same lines, with the same decisions, in memory;
/// then what changes, in one database transaction.
@Component
record ComparisonExecution(
        ComparisonQueue queue,
        ComparisonStore comparisons,
        RunAgain again,
        RuleSetStore ruleSets,
        ComparisonWriter writer,
        Heartbeats heartbeats,
        JsonMapper json)
        implements SideWork {
    private static final Logger LOG = LoggerFactory.getLogger(ComparisonExecution.class);
    private static final int THREADS = Runtime.getRuntime().availableProcessors();

    @Override
    public void takeOver(String worker) {
        queue.endLeases(worker);
    }

    @Override
    public boolean work(String worker) {
        var taken = queue.take(worker);
        taken.ifPresent(this::executeOrEnd);
        return taken.isPresent();
    }

    /// The top of a comparison, as of a run: what only we can repair ends here.
    private void executeOrEnd(Lease lease) {
        try {
            execute(lease);
        } catch (RuntimeException | Error failure) {
            if (Breakdown.of(failure) == Breakdown.DATABASE_LOST) {
                LOG.warn("the database went away, it begins again comparison={}", lease.id());
                giveBack(lease);
                return;
            }
            LOG.error("comparison broke comparison={}", lease.id(), failure);
            fail(lease, RunFailure.ours("comparison"));
        }
    }

    private void giveBack(Lease lease) {
        LockSupport.parkNanos(Limits.QUEUE_POLL.toNanos());
        try {
            queue.giveBack(lease);
        } catch (DataAccessException | TransactionException failure) {
            LOG.warn("its lease will end comparison={}", lease.id(), failure);
        }
    }

    private void execute(Lease lease) {
        ComparisonRow row = comparisons.find(lease.workspaceId(), lease.id()).orElseThrow();
        if (lease.attempts() > Limits.RUN_ATTEMPTS_MAX) {
            fail(lease, failure("The comparison ended its worker several times"));
            return;
        }
        RuleSet before = rules(row, row.before());
        RuleSet after = RuleSets.parse(row.rules());
        ComparisonProgress progress = new ComparisonProgress();
        try (Heartbeats.Beat _ =
                heartbeats.begin(
                        row.id(), progress, stage -> queue.isAlive(lease, stage.permille()))) {
            compare(new Work(row, lease, before, after), progress);
        } catch (CancellationException _) {
            queue.giveBack(lease);
        } catch (InputProblem wrong) {
            fail(lease, failure(wrong.problem().sentence()));
        } catch (OutOfMemoryError _) {
            fail(lease, failure("The memory was not enough for two results at once"));
        }
    }

    private record Work(ComparisonRow row, Lease lease, RuleSet before, RuleSet after) {}

    private void compare(Work work, ComparisonProgress progress) {
        RunAgain.Lines lines = again.lines(work.row.workspaceId(), work.row.runId());
        try (Bytes left = lines.open(Side.LEFT, work.before.layout(Side.LEFT));
                Bytes right = lines.open(Side.RIGHT, work.before.layout(Side.RIGHT))) {
            Outcome one =
                    Reconciler.run(
                            new Reconciler.Inputs(left, right, work.before, lines.decided()),
                            progress.half(0, work.before.passes().size()),
                            THREADS);
            Outcome other =
                    Reconciler.run(
                            new Reconciler.Inputs(left, right, work.after, lines.decided()),
                            progress.half(1, work.after.passes().size()),
                            THREADS);
            Changes changes = Changes.of(one, other);
            boolean written = writer.write(work.lease, changes, ChangeTotals.of(changes));
            LOG.info("comparison ended comparison={} written={}", work.row.id(), written);
        }
    }

    private RuleSet rules(ComparisonRow row, int version) {
        return RuleSets.parse(
                ruleSets.find(row.workspaceId(), row.reconciliationId(), version)
                        .orElseThrow()
                        .rules());
    }

    private void fail(Lease lease, RunFailure failure) {
        queue.fail(lease, json.writeValueAsString(failure));
    }

    private static RunFailure failure(String detail) {
        return RunFailure.of("The rule sets could not be compared", detail);
    }
}
