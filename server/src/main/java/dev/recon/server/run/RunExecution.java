package dev.recon.server.run;

import dev.recon.engine.Outcome;
import dev.recon.engine.Reconciler;
import dev.recon.engine.read.Header;
import dev.recon.engine.read.InputProblem;
import dev.recon.engine.read.Problem;
import dev.recon.engine.rules.RuleSet;
import dev.recon.engine.table.Bytes;
import dev.recon.engine.table.Side;
import dev.recon.server.platform.Limits;
import dev.recon.server.platform.ProblemError;
import dev.recon.server.reconciliation.RuleSetStore;
import dev.recon.server.reconciliation.RuleSets;
import dev.recon.server.run.RunQueue.Lease;
import dev.recon.server.trace.Dataset;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Executes one run from its files to its published result.
@Component
record RunExecution(
        RunStore runs,
        RunQueue queue,
        RunTexts texts,
        RuleSetStore ruleSets,
        Publisher publisher,
        EarlierDecisions earlier,
        UnsettledLines unsettled,
        Heartbeats heartbeats,
        RunNews news,
        RunMetrics metrics,
        RunFailures failures) {
    private static final Logger LOG = LoggerFactory.getLogger(RunExecution.class);
    private static final int THREADS = Runtime.getRuntime().availableProcessors();
    private static final long BYTES_PER_ROW = 80;

    /// So often people may decide in the run before while this one goes; then they wait for it.
    private static final int OPEN_TRIES = 2;

    private static final double NANOS = 1e9;

    /// Works until the run has ended, one way or another.
    void execute(Lease lease) {
        RunRow run = runs.find(lease.workspaceId(), lease.runId()).orElseThrow();
        metrics.restarted(lease.attempts());
        if (lease.attempts() > Limits.RUN_ATTEMPTS_MAX) {
            fail(
                    lease,
                    RunFailure.of(
                            "The run ended its worker " + (lease.attempts() - 1) + " times",
                            "The files may need more memory than the server has. Give it more, or"
                                    + " split the files."));
            return;
        }
        RuleSet rules = rules(run);
        long rows = (run.left().bytes() + run.right().bytes()) / BYTES_PER_ROW;
        RunProgress progress = new RunProgress(rules.passes().size(), rows);
        try (Telling _ = new Telling(run);
                Heartbeats.Beat _ =
                        heartbeats.begin(run.id(), progress, stage -> isAlive(lease, run, stage))) {
            work(new Work(run, lease, rules, progress));
        } catch (CancellationException _) {
            LOG.info("run stopped run={} epoch={}", run.id(), lease.epoch());
            if (queue.giveBack(lease)) {
                metrics.givenBack();
            }
        } catch (InputProblem wrong) {
            fail(lease, unreadable(wrong));
        } catch (OutOfMemoryError _) {
            fail(
                    lease,
                    RunFailure.of(
                            "The memory was not enough",
                            "Give the server more memory, or split the files."));
        }
    }

    private boolean isAlive(Lease lease, RunRow run, RunQueue.Stage stage) {
        boolean alive = queue.isAlive(lease, stage);
        if (alive) {
            news.tell(RunNews.State.running(run, stage));
        }
        return alive;
    }

    /// Tells how the run is once its signs of life have ended.
    private final class Telling implements AutoCloseable {
        private final RunRow run;

        Telling(RunRow run) {
            this.run = run;
        }

        @Override
        public void close() {
            runs.find(run.workspaceId(), run.id())
                    .ifPresent(now -> news.tell(RunNews.State.of(now)));
        }
    }

    private record Work(RunRow run, Lease lease, RuleSet rules, RunProgress progress) {}

    private void work(Work work) {
        long start = System.nanoTime();
        for (int tries = 1; ; tries++) {
            Carried carried = unsettled.before(work.run);
            EarlierDecisions.Kept kept = earlier.find(work.run, carried);
            Publisher.Result result = once(new Try(work, carried, kept));
            if (result == Publisher.Result.LOST) {
                metrics.lost();
            }
            if (result != Publisher.Result.DECIDED_MEANWHILE) {
                Dataset.RUN
                        .line(LOG, "run-ended")
                        .addKeyValue("event.duration", System.nanoTime() - start)
                        .addKeyValue("labels.workspace", work.run.workspaceId())
                        .addKeyValue("labels.run", work.run.id())
                        .log("run ended run={} result={}", work.run.id(), result);
                return;
            }
            if (tries >= OPEN_TRIES) {
                kept.closeEarlier(work.run);
            }
        }
    }

    private record Try(Work work, Carried carried, EarlierDecisions.Kept decisions) {}

    private Publisher.Result once(Try now) {
        Work work = now.work;
        long start = System.nanoTime();
        try (Bytes left = open(now, Side.LEFT);
                Bytes right = open(now, Side.RIGHT)) {
            requireColumns(now, Side.LEFT, left);
            requireColumns(now, Side.RIGHT, right);
            work.progress.check();
            long loaded = System.nanoTime();
            Outcome outcome =
                    Reconciler.run(
                            new Reconciler.Inputs(left, right, work.rules, now.decisions.decided()),
                            work.progress,
                            THREADS);
            long ended = System.nanoTime();
            long records = (long) outcome.left().records() + outcome.right().records();
            double engine = (ended - loaded) / NANOS;
            List<RunTotals.StageSeconds> seconds =
                    List.of(
                            new RunTotals.StageSeconds("load", (loaded - start) / NANOS, null),
                            new RunTotals.StageSeconds(
                                    "reconcile",
                                    engine,
                                    Math.round(records / Math.max(engine, 0.001))));
            return publisher.publish(
                    new Publisher.Found(
                            work.run,
                            work.lease,
                            placed(outcome, now.carried),
                            now.carried,
                            now.decisions,
                            seconds),
                    work.progress);
        }
    }

    private Bytes open(Try now, Side side) {
        Work work = now.work;
        return texts.open(work.run, side, work.rules.layout(side), now.carried);
    }

    /// Carried lines have the columns that they were delivered with.
    private void requireColumns(Try now, Side side, Bytes text) {
        if (now.carried.of(side).isEmpty()) {
            return;
        }
        List<String> columns = Header.read(text, now.work.rules.layout(side).dialect()).columns();
        List<String> carried = unsettled.columns(now.work.run, side);
        if (!columns.equals(carried)) {
            throw new InputProblem(
                    new Problem(
                            text.name(),
                            "the columns " + String.join(", ", columns),
                            "the columns "
                                    + String.join(", ", carried)
                                    + ", as the "
                                    + side.word()
                                    + " entries that are carried on",
                            "Bring the new file into the form of the earlier one, or run over"
                                    + " everything."));
        }
    }

    /// Rejected lines of a file are placed as an editor counts them there.
    private static Outcome placed(Outcome outcome, Carried carried) {
        Outcome placed = outcome;
        for (Side side : Side.values()) {
            placed = placed.behind(side, carried.of(side).size(), carried.physicalLines(side));
        }
        return placed;
    }

    private RuleSet rules(RunRow run) {
        return RuleSets.parse(
                ruleSets.find(run.workspaceId(), run.reconciliationId(), run.ruleSet())
                        .orElseThrow()
                        .rules());
    }

    private void fail(Lease lease, RunFailure failure) {
        failures.fail(lease, failure);
    }

    private static RunFailure unreadable(InputProblem wrong) {
        var problem = wrong.problem();
        return new RunFailure(
                "A file cannot be read",
                problem.sentence(),
                List.of(
                        ProblemError.at(
                                problem.where(),
                                "found " + problem.found() + "; expected " + problem.expected())));
    }
}
