package dev.recon.server.run;

import dev.recon.engine.rules.RuleSet;
import dev.recon.server.reconciliation.RuleSetStore;
import dev.recon.server.reconciliation.RuleSets;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.stereotype.Component;

/// The rule sets of runs that were looked at, parsed; versions never change.
@Component
public final class RunRules {
    private static final int KEPT_MAX = 256;

    private final RuleSetStore ruleSets;
    private final ConcurrentMap<Key, RuleSet> parsed = new ConcurrentHashMap<>();

    private record Key(UUID workspaceId, UUID reconciliationId, int version) {}

    RunRules(RuleSetStore ruleSets) {
        this.ruleSets = ruleSets;
    }

    /// The rule set that a run was made with.
    public RuleSet get(RunRow run) {
        if (parsed.size() > KEPT_MAX) {
            parsed.clear();
        }
        Key key = new Key(run.workspaceId(), run.reconciliationId(), run.ruleSet());
        return parsed.computeIfAbsent(
                key,
                _ ->
                        RuleSets.parse(
                                ruleSets.find(
                                                run.workspaceId(),
                                                run.reconciliationId(),
                                                run.ruleSet())
                                        .orElseThrow()
                                        .rules()));
    }
}
