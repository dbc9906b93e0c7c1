package dev.recon.engine.match;

import dev.recon.engine.table.Bitmap;
import dev.recon.engine.table.Side;

/// The entries that a run leaves to the next one: the open ones, those that are only suggested, and
/// all entries of a match that leaves a part of one of them open. What is left is settled: the
/// matched entries whose match uses all of them.
///
/// A run over what the one before left unsettled, and what came since, finds what a run over
/// everything would find, when no pass has a candidate pair (for a group: a key) that holds both a
/// settled entry and another one, and no pass learns from the run as a whole: then the settled
/// entries and the others do not touch. Where they do, the difference is that what was settled
/// stays so.
public final class Unsettled {
    private Unsettled() {}

    /// One bit for each row of a side.
    public static Bitmap rows(Matching matching, Side side) {
        Bitmap rows = new Bitmap(matching.entries(side));
        boolean[] suggested = new boolean[matching.labels().size()];
        for (int label = 0; label < suggested.length; label++) {
            suggested[label] = matching.labels().get(label).status() == Status.SUGGESTED;
        }
        for (int row = 0; row < matching.entries(side); row++) {
            if (matching.isOpen(side, row) || suggested[matching.labelOf(side, row)]) {
                rows.set(row);
            }
        }
        for (Side of : Side.values()) {
            for (int part : matching.partlyOpen(of)) {
                for (int row : matching.rows(side, matching.matchOf(of, part))) {
                    rows.set(row);
                }
            }
        }
        return rows;
    }
}
