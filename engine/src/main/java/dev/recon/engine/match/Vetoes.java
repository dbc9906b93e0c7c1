package dev.recon.engine.match;

import dev.recon.engine.table.Bitmap;
import dev.recon.engine.table.Side;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The pairs that no pass may match, ready to be asked for.
final class Vetoes {
    private final Bitmap lefts;
    private final Bitmap rights;
    private final Set<Decisions.Veto> vetoes;

    Vetoes(List<Decisions.Veto> vetoes, int leftRows, int rightRows) {
        this.vetoes = new HashSet<>(vetoes);
        this.lefts = new Bitmap(vetoes.isEmpty() ? 0 : leftRows);
        this.rights = new Bitmap(vetoes.isEmpty() ? 0 : rightRows);
        for (Decisions.Veto veto : vetoes) {
            lefts.set(veto.left());
            rights.set(veto.right());
        }
    }

    boolean isEmpty() {
        return vetoes.isEmpty();
    }

    /// Is an entry part of any forbidden pair?
    boolean binds(Side side, int row) {
        return !vetoes.isEmpty() && (side == Side.LEFT ? lefts : rights).get(row);
    }

    boolean forbids(int left, int right) {
        return !vetoes.isEmpty()
                && lefts.get(left)
                && rights.get(right)
                && vetoes.contains(new Decisions.Veto(left, right));
    }
}
