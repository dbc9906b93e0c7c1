package dev.recon.server.decision;

import dev.recon.engine.table.Side;
import dev.recon.server.audit.AuditEvent.Deed;
import dev.recon.server.audit.AuditStore;
import dev.recon.server.match.EntryState;
import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Ids;
import dev.recon.server.platform.Money;
import dev.recon.server.platform.Problem;
import dev.recon.server.reconciliation.FourEyes;
import dev.recon.server.reconciliation.FourEyesStore;
import dev.recon.server.run.Approval;
import dev.recon.server.run.ApprovalLog;
import dev.recon.server.run.RunRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Lets decisions wait for another person where their reconciliation asks for that.
@Component
record Proposals(
        FourEyesStore fourEyes,
        AloneStore alone,
        ApprovalStore approvals,
        ApprovalLog log,
        Changes.Stores stores,
        AuditStore audit,
        DecisionNews news) {
    /// What waits from now on; empty where the decision counts at once. Who calls holds the lock on
    /// the run and has seen that the decision can be made.
    ///
    /// @param always does it need another person whatever the reconciliation asks for?
    Optional<Approval> propose(Actor actor, RunRow run, Proposed proposed, boolean always) {
        FourEyes asked = fourEyes.find(run.workspaceId(), run.reconciliationId());
        if (asked.isOff() && !always) {
            return Optional.empty();
        }
        Map<String, Long> values = values(run, proposed);
        boolean isSmall = !always && !asked.asksFor(money(run, values));
        if (isSmall && isWithinDay(actor, run, asked, values)) {
            return Optional.empty();
        }
        approvals
                .findWaiting(run, proposed)
                .flatMap(id -> log.find(actor, id))
                .ifPresent(other -> {
                    throw Problem.conflict(ApprovalLog.conflict(other));
                });
        UUID id = Ids.next();
        approvals.add(actor, run, new ApprovalStore.Added(id, proposed, values));
        Approval added = log.find(actor, id).orElseThrow();
        tell(actor, "approval-waiting", added, Map.of());
        return Optional.of(added);
    }

    /// Does what the actor decides alone within a day stay within its limit? Then this counts
    /// towards it, also where it is taken back later.
    private boolean isWithinDay(Actor actor, RunRow run, FourEyes asked, Map<String, Long> values) {
        if (!asked.isDaily()) {
            return true;
        }
        fourEyes.lock(run.workspaceId(), run.reconciliationId());
        Map<String, BigDecimal> before = alone.sums(actor, run);
        List<Money> sums = new ArrayList<>();
        values.forEach((currency, units) -> {
            BigDecimal sum = before.getOrDefault(currency, BigDecimal.ZERO);
            sums.add(Money.of(currency, sum.add(BigDecimal.valueOf(units, run.decimals()))));
        });
        if (asked.asksForDay(sums)) {
            return false;
        }
        alone.add(actor, run, values);
        return true;
    }

    /// Tells the history and those who watch what became of something proposed.
    void tell(Actor actor, String action, Approval approval, Map<String, Object> more) {
        Map<String, Object> details = new HashMap<>(more);
        details.put("approval", approval.id().toString());
        details.put("kind", approval.kind());
        details.put("proposedBy", approval.by().id().toString());
        details.put("left", approval.left());
        details.put("right", approval.right());
        audit.append(actor, new Deed(action, "run", approval.runId().toString(), details));
        news.tell(actor.workspaceId(), approval);
    }

    private static List<Money> money(RunRow run, Map<String, Long> values) {
        List<Money> money = new ArrayList<>();
        values.forEach((currency, units) -> money.add(Money.of(currency, units, run.decimals())));
        return money;
    }

    /// The larger side of each currency, without signs: what nets to nothing is not worth nothing.
    private Map<String, Long> values(RunRow run, Proposed proposed) {
        Map<String, Long> values = sums(run, Side.LEFT, proposed.left());
        sums(run, Side.RIGHT, proposed.right())
                .forEach((currency, units) -> values.merge(currency, units, Math::max));
        return values;
    }

    private Map<String, Long> sums(RunRow run, Side side, List<Integer> lines) {
        Map<String, Long> sums = new TreeMap<>();
        if (lines.isEmpty()) {
            return sums;
        }
        for (EntryState state :
                stores.entryStates().states(run, stores.entries().pick(run, side, lines))) {
            long units = Math.absExact(state.amountUnits());
            sums.merge(state.currency(), units, Math::addExact);
        }
        return sums;
    }
}
