package dev.recon.engine.match;

import dev.recon.engine.rules.Pass;
import dev.recon.engine.table.DateColumn;
import dev.recon.engine.table.Moments;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;

/// A pass that counts in seconds: it sees moments in place of dates, so that whatever subtracts
/// days, ranks by them and is the same however entries arrive does so with seconds.
///
/// Entries without a moment take no part. 8 bytes a row, for as long as the pass runs.
final class Timed {
    private static final int NO_PART = 1;

    private Timed() {}

    static CloseMatcher.Found match(Stage stage, int label, Pass.Close pass) {
        int[] left = Moments.of(stage.table(Side.LEFT));
        int[] right = Moments.of(stage.table(Side.RIGHT));
        Stage seen = stage.seen(table(stage, Side.LEFT, left), table(stage, Side.RIGHT, right));
        Join join =
                stage.join(partners(stage, Side.LEFT, left), partners(stage, Side.RIGHT, right));
        return CloseMatcher.match(seen, join, label, pass);
    }

    private static Table table(Stage stage, Side side, int[] moments) {
        return stage.table(side).withDates(new DateColumn(moments));
    }

    /// The partners of a side, as if entries without a moment had some.
    private static int[] partners(Stage stage, Side side, int[] moments) {
        int[] partners = stage.pairs().partners(side).clone();
        for (int row = 0; row < partners.length; row++) {
            partners[row] = moments[row] == Moments.ABSENT ? NO_PART : partners[row];
        }
        return partners;
    }
}
