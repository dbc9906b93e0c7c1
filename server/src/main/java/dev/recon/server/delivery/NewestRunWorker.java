package dev.recon.server.delivery;

import dev.recon.server.audit.AuditEvent.Deed;
import dev.recon.server.audit.AuditStore;
import dev.recon.server.permission.SwitchedOn;
import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Limits;
import dev.recon.server.platform.Loop;
import dev.recon.server.platform.Loops;
import dev.recon.server.platform.Permission;
import dev.recon.server.platform.Problem;
import dev.recon.server.platform.ProblemKind;
import dev.recon.server.platform.Scope;
import dev.recon.server.settings.Settings;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/// Runs reconciliations whose sources both have delivered something new, where somebody wants that.
@Component
final class NewestRunWorker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(NewestRunWorker.class);
    private static final Duration STOP = Duration.ofMinutes(1);

    private final NewestRunStore store;
    private final NewestRunService service;
    private final SwitchedOn switchedOn;
    private final AuditStore audit;
    private final TransactionTemplate transaction;
    private final boolean works;
    private final Loops loops;
    private volatile Optional<Loop> loop = Optional.empty();

    NewestRunWorker(Parts parts, TransactionTemplate transaction, Settings settings, Loops loops) {
        this.store = parts.store;
        this.service = parts.service;
        this.switchedOn = parts.switchedOn;
        this.audit = parts.audit;
        this.transaction = transaction;
        this.works = settings.role().isWorker();
        this.loops = loops;
    }

    /// What it works with.
    @Component
    record Parts(
            NewestRunStore store,
            NewestRunService service,
            SwitchedOn switchedOn,
            AuditStore audit) {}

    @Override
    public void start() {
        if (works) {
            loop =
                    Optional.of(
                            loops.start(
                                    Thread.ofVirtual().name("newest-run").factory(),
                                    Loop.Plan.later("newest-run", Limits.NEWEST_RUN_POLL),
                                    _ -> round()));
        }
    }

    @Override
    public void stop() {
        loop.ifPresent(one -> {
            one.stop();
            one.join(STOP);
        });
        loop = Optional.empty();
    }

    /// After the requests have ended, before the connections do.
    @Override
    public int getPhase() {
        return Limits.PHASE_WORKER;
    }

    @Override
    public boolean isRunning() {
        return loop.isPresent();
    }

    /// What cannot be read now can be in a moment.
    private Duration round() {
        try {
            for (NewestRunStore.Due due : Scope.inEngine(store::findDue)) {
                Scope.in(due.workspaceId(), () -> attempt(due));
            }
        } catch (DataAccessException | TransactionException failure) {
            LOG.warn("reconciliations that run by themselves could not be looked at", failure);
        }
        return Limits.NEWEST_RUN_POLL;
    }

    /// One that breaks by a fault of ours keeps no other from its run.
    private boolean attempt(NewestRunStore.Due due) {
        try {
            return run(due);
        } catch (DataAccessException | TransactionException failure) {
            throw failure;
        } catch (RuntimeException | Error failure) {
            LOG.error("no run by itself reconciliation={}", due.reconciliationId(), failure);
            return false;
        }
    }

    /// A run that is refused is told in the history, and not tried again with the same deliveries.
    private boolean run(NewestRunStore.Due due) {
        return Boolean.TRUE.equals(
                transaction.execute(_ -> {
                    if (!store.claim(due)) {
                        return false;
                    }
                    Actor actor =
                            switchedOn.actor(
                                    due.workspaceId(),
                                    due.by(),
                                    Set.of(Permission.READ_WORK, Permission.RUN_RECONCILIATIONS));
                    try {
                        requireAllowed(actor);
                        service.run(actor, due.reconciliationId());
                    } catch (Problem refused) {
                        audit.append(actor, refusal(due, refused));
                    }
                    return true;
                }));
    }

    private static void requireAllowed(Actor actor) {
        if (!actor.permissions().contains(Permission.RUN_RECONCILIATIONS)) {
            throw Problem.of(
                    ProblemKind.FORBIDDEN,
                    "It runs in the name of "
                            + actor.person().name()
                            + ", who may not run reconciliations any more. Switch it on anew.");
        }
    }

    private static Deed refusal(NewestRunStore.Due due, Problem refused) {
        return new Deed(
                "newest-run-refused",
                "reconciliation",
                due.reconciliationId().toString(),
                Map.of("detail", refused.detail()));
    }
}
