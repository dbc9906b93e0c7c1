package dev.recon.server.decision;

import dev.recon.engine.match.Decisions;
import dev.recon.engine.rate.Counting;
import dev.recon.engine.table.Lines;
import dev.recon.server.decision.DecisionStore.Stored;
import dev.recon.server.run.Decision;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What people decided, as rows of the tables of a run. Where two decisions cannot both be kept,
/// the newer one is, and the older one rests: it may have rested before, while the newer one was
/// made.
final class BindingRows {
    private final Counting counting;
    private final List<Decisions.Pin> pins = new ArrayList<>();
    private final Set<Decisions.Veto> vetoes = new LinkedHashSet<>();
    private final Set<Decisions.OwnVeto> ownVetoes = new LinkedHashSet<>();
    private final Set<Integer> takenLeft = new HashSet<>();
    private final Set<Integer> takenRight = new HashSet<>();

    private BindingRows(Counting counting) {
        this.counting = counting;
    }

    /// @param binding in the order in which they were made
    static Decisions toEngine(List<Stored> binding, Counting counting) {
        BindingRows rows = new BindingRows(counting);
        binding.reversed().forEach(rows::add);
        return new Decisions(
                rows.pins.reversed(), List.copyOf(rows.vetoes), List.copyOf(rows.ownVetoes));
    }

    /// Does it say of entries that they belong together?
    static boolean pins(Stored decision) {
        return decision.kind().equals(Decision.MATCH_BY_HAND)
                || decision.kind().equals(Decision.ACCEPT);
    }

    private void add(Stored decision) {
        List<Integer> lefts = rows(counting.left().lines(), decision.left());
        List<Integer> rights = rows(counting.right().lines(), decision.right());
        if (lefts.size() < decision.left().size() || rights.size() < decision.right().size()) {
            return;
        }
        Decisions.Parted parted = new Decisions.Parted(lefts, rights);
        if (!pins(decision)) {
            parted.vetoes().forEach(vetoes::add);
            parted.ownVetoes().forEach(ownVetoes::add);
            return;
        }
        Decisions.Pin pin = new Decisions.Pin(lefts, rights);
        if (pin.isCountable(counting)
                && Collections.disjoint(takenLeft, lefts)
                && Collections.disjoint(takenRight, rights)
                && parted.vetoes().noneMatch(vetoes::contains)
                && parted.ownVetoes().noneMatch(ownVetoes::contains)) {
            takenLeft.addAll(lefts);
            takenRight.addAll(rights);
            pins.add(pin);
        }
    }

    /// The rows of lines; none when one of them is no entry under this run's rule set.
    private static List<Integer> rows(Lines lines, List<Integer> numbers) {
        List<Integer> rows = numbers.stream().map(lines::row).toList();
        return rows.stream().allMatch(row -> row >= 0) ? rows : List.of();
    }
}
