package dev.recon.server.reconciliation;

import dev.recon.engine.Outcome;
import dev.recon.engine.Reconciler;
import dev.recon.engine.read.InputProblem;
import dev.recon.engine.report.Totals;
import dev.recon.engine.rules.RuleSet;
import dev.recon.engine.table.Bytes;
import dev.recon.engine.table.Side;
import dev.recon.server.file.SpooledFiles;
import dev.recon.server.permission.Authorizer;
import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Limits;
import dev.recon.server.platform.Permission;
import dev.recon.server.platform.Problem;
import dev.recon.server.platform.ProblemKind;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Service;

/// Measures what the passes of a rule set would find: by the run itself, over the whole files, of
/// which nothing is kept. A sample would flatter the later passes, because the true partner of an
/// entry outside the sample would be free for others.
///
/// It costs what reading and matching cost in a run, with all processors: 0.2 s for 100,000 entries
/// a side. One measurement runs at a time, and none for longer than its deadline.
@Service
final class YieldService {
    private static final int THREADS = Runtime.getRuntime().availableProcessors();

    private final Authorizer authorizer;
    private final SpooledFiles files;
    private final Semaphore turn = new Semaphore(1, true);

    YieldService(Authorizer authorizer, SpooledFiles files) {
        this.authorizer = authorizer;
        this.files = files;
    }

    /// The yields over two stored files.
    Yields measure(Actor actor, NewYields wanted) {
        authorizer.authorize(actor, Permission.RUN_RECONCILIATIONS);
        UUID workspaceId = actor.workspaceId();
        RuleSet rules = RuleSets.parse(wanted.rules());
        takeTurn();
        try (Bytes left = open(workspaceId, wanted.leftFile(), rules, Side.LEFT);
                Bytes right = open(workspaceId, wanted.rightFile(), rules, Side.RIGHT)) {
            return measure(new Pair(left, right), rules, Limits.YIELDS_WAIT);
        } catch (CancellationException _) {
            throw Problem.of(
                    ProblemKind.TOO_LONG,
                    "What the passes would find could not be measured in "
                            + Limits.YIELDS_WAIT.toSeconds()
                            + " seconds. Run it: a run takes the time that it needs.");
        } catch (InputProblem wrong) {
            throw Problem.unreadable(wrong);
        } finally {
            turn.release();
        }
    }

    /// Two whole files in UTF-8.
    record Pair(Bytes left, Bytes right) {
        long size() {
            return left.size() + right.size();
        }
    }

    /// The yields over two files that are small enough to be measured while somebody waits for the
    /// proposal; empty when they are not, or when another measurement is under way.
    ///
    /// @throws InputProblem when a run could not read the files with these rules
    Optional<Yields> measureSmall(Pair files, RuleSet rules) {
        if (files.size() > Limits.YIELDS_AT_ONCE_BYTES_MAX || !turn.tryAcquire()) {
            return Optional.empty();
        }
        try {
            return Optional.of(measure(files, rules, Limits.YIELDS_AT_ONCE));
        } catch (CancellationException _) {
            return Optional.empty();
        } finally {
            turn.release();
        }
    }

    private static Yields measure(Pair files, RuleSet rules, Duration longest) {
        var inputs =
                new Reconciler.Inputs(files.left, files.right, rules, Reconciler.Decided.NOTHING);
        Outcome outcome = Reconciler.run(inputs, new Deadline(longest), THREADS);
        return Yields.of(Totals.of(outcome));
    }

    private Bytes open(UUID workspaceId, UUID fileId, RuleSet rules, Side side) {
        return files.open(workspaceId, fileId, rules.layout(side));
    }

    private void takeTurn() {
        try {
            if (!turn.tryAcquire(Limits.YIELDS_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw Problem.of(
                        ProblemKind.UNAVAILABLE,
                        "Other files are being measured. Try again in a minute, or run it.");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while it waited for its turn", stopped);
        }
    }
}
