package dev.recon.server.delivery;

import dev.recon.server.audit.AuditEvent.Deed;
import dev.recon.server.audit.AuditStore;
import dev.recon.server.platform.Limits;
import dev.recon.server.platform.Problem;
import dev.recon.server.platform.Scope;
import dev.recon.server.settings.Settings;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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

    private final NewestRunStore store;
    private final NewestRunService service;
    private final AuditStore audit;
    private final TransactionTemplate transaction;
    private final boolean works;
    private volatile CountDownLatch stopping = new CountDownLatch(1);
    private volatile Optional<Thread> thread = Optional.empty();

    NewestRunWorker(Parts parts, TransactionTemplate transaction, Settings settings) {
        this.store = parts.store;
        this.service = parts.service;
        this.audit = parts.audit;
        this.transaction = transaction;
        this.works = settings.role().isWorker();
    }

    /// What it works with.
    @Component
    record Parts(NewestRunStore store, NewestRunService service, AuditStore audit) {}

    @Override
    public void start() {
        if (works) {
            stopping = new CountDownLatch(1);
            thread = Optional.of(Thread.ofVirtual().name("newest-run").start(this::loop));
        }
    }

    @Override
    public void stop() {
        stopping.countDown();
        thread.ifPresent(each -> {
            try {
                each.join();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
        thread = Optional.empty();
    }

    /// After the requests have ended, before the connections do.
    @Override
    public int getPhase() {
        return Limits.PHASE_WORKER;
    }

    @Override
    public boolean isRunning() {
        return thread.isPresent();
    }

    private void loop() {
        try {
            while (!stopping.await(Limits.NEWEST_RUN_POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                attempt();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// What cannot be read now can be in a moment.
    private void attempt() {
        try {
            for (NewestRunStore.Due due : Scope.inEngine(store::findDue)) {
                Scope.in(due.workspaceId(), () -> run(due));
            }
        } catch (DataAccessException | TransactionException failure) {
            LOG.warn("reconciliations that run by themselves could not be looked at", failure);
        }
    }

    /// A run that is refused is told in the history, and not tried again with the same deliveries.
    private boolean run(NewestRunStore.Due due) {
        return Boolean.TRUE.equals(
                transaction.execute(_ -> {
                    if (!store.claim(due)) {
                        return false;
                    }
                    try {
                        service.run(due.actor(), due.reconciliationId());
                    } catch (Problem refused) {
                        audit.append(due.actor(), refusal(due, refused));
                    }
                    return true;
                }));
    }

    private static Deed refusal(NewestRunStore.Due due, Problem refused) {
        return new Deed(
                "newest-run-refused",
                "reconciliation",
                due.reconciliationId().toString(),
                Map.of("detail", refused.detail()));
    }
}
