package dev.recon.engine.classify;

import dev.recon.engine.match.Matching;
import dev.recon.engine.rules.RuleSet;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import java.util.Arrays;
import java.util.Optional;

/// Turns matches and what is left over into breaks.
public final class Classifier {
    private final Facts facts;
    private BreakKind[] kinds = new BreakKind[16];
    private int[] rows = new int[16];
    private int count;

    private Classifier(Facts facts) {
        this.facts = facts;
    }

    /// The breaks of a run: each open entry, and each match with a difference inside.
    public static Breaks classify(Table left, Table right, Matching matching, RuleSet rules) {
        return new Classifier(new Facts(left, right, matching, rules)).run();
    }

    private Breaks run() {
        Matching matching = facts.matching();
        Likeness likeness = new Likeness(facts.left(), facts.right(), facts.rules());
        int match = 0;
        for (int row = 0; row < facts.left().rows(); row++) {
            if (matching.isOpen(Side.LEFT, row)) {
                add(openKind(Side.LEFT, row), row);
                continue;
            }
            int partner = matching.partner(Side.LEFT, row);
            if (partner >= 0 && likeness.holds(row, partner)) {
                continue;
            }
            int found = matching.matchOf(Side.LEFT, row);
            if (found > match) {
                match = found;
                int first = row;
                findKind(found).ifPresent(kind -> add(kind, first));
            }
        }
        int withLeft = count;
        for (int row = 0; row < facts.right().rows(); row++) {
            if (matching.isOpen(Side.RIGHT, row)) {
                add(openKind(Side.RIGHT, row), row);
            }
        }
        return new Breaks(facts, Arrays.copyOf(kinds, count), Arrays.copyOf(rows, count), withLeft);
    }

    private BreakKind openKind(Side side, int row) {
        if (facts.matching().isSurplus(side, row)) {
            return BreakKind.DUPLICATE;
        }
        return side == Side.LEFT ? BreakKind.MISSING_ON_RIGHT : BreakKind.MISSING_ON_LEFT;
    }

    private Optional<BreakKind> findKind(int match) {
        if (facts.differenceUnits(match) != 0) {
            return Optional.of(BreakKind.AMOUNT_DIFFERS);
        }
        if (facts.findDateDiffering(match).isPresent()) {
            return Optional.of(BreakKind.DATE_DIFFERS);
        }
        return facts.findFieldsDiffering(match).isEmpty()
                ? Optional.empty()
                : Optional.of(BreakKind.FIELD_DIFFERS);
    }

    private void add(BreakKind kind, int row) {
        if (count == rows.length) {
            kinds = Arrays.copyOf(kinds, count * 2);
            rows = Arrays.copyOf(rows, count * 2);
        }
        kinds[count] = kind;
        rows[count++] = row;
    }
}
