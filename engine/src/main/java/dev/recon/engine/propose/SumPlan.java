package dev.recon.engine.propose;

import dev.recon.engine.rules.Ambiguity;
import dev.recon.engine.rules.DayWindow;
import dev.recon.engine.rules.Pass;
import dev.recon.engine.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The pass for one entry that is the sum of several, where the data shows that there are any.
///
/// @param key what the entries of a sum share: an account, say, and the currency
/// @param own the fields that agree in paired entries, the best first
record SumPlan(Draft draft, List<String> key, Optional<DayWindow> days, List<OwnFields.Own> own) {
    private static final double EVIDENCE_AGREEMENT_MIN = 0.8;
    private static final int EVIDENCE_MAX = 2;

    /// The pass, when the sample bears it out. Of large files the sample is too small to tell: the
    /// entries of a sum are seldom all in it. Then it is proposed where a party and a date make it
    /// safe to look; a run that finds no more sums than chance gives will not match any.
    Optional<Pass> find() {
        List<String> evidence =
                own.stream()
                        .filter(field -> !key.contains(field.field()))
                        .filter(field -> field.agreement() >= EVIDENCE_AGREEMENT_MIN)
                        .filter(field -> field.distinct() > 1)
                        .map(OwnFields.Own::field)
                        .limit(EVIDENCE_MAX)
                        .toList();
        boolean blocked = key.stream().anyMatch(field -> !field.equals(Table.CURRENCY));
        boolean complete = draft.isComplete();
        if (days.isEmpty() || (!complete && evidence.isEmpty() && !blocked)) {
            return Optional.empty();
        }
        boolean unseen = !complete && blocked && !evidence.isEmpty();
        List<String> shared = new ArrayList<>(key);
        evidence.stream().findFirst().ifPresent(shared::add);
        if (!unseen && !new SumFinder(draft, shared, days.get()).isBorneOut()) {
            return Optional.empty();
        }
        return Optional.of(
                new Pass.Sum(
                        "several-for-one",
                        key,
                        days.get(),
                        evidence,
                        SumFinder.ENTRIES_MAX,
                        1,
                        Ambiguity.SUGGEST));
    }
}
