package dev.recon.engine.classify;

import dev.recon.engine.match.Matching;
import dev.recon.engine.money.Currency;
import dev.recon.engine.rate.Counting;
import dev.recon.engine.table.Side;

/// The entries that their matches count in another currency than their own.
///
/// Without rates there are none, and nothing is looked at; with rates one look at each match.
final class Conversions {
    private final Counting counting;
    private final Matching matching;
    private final Counting.Sink sink;

    private Conversions(Counting counting, Matching matching, Counting.Sink sink) {
        this.counting = counting;
        this.matching = matching;
        this.sink = sink;
    }

    /// For each converted entry what it is in its own currency, and what goes off in that of its
    /// match.
    static void forEach(Counting counting, Matching matching, Counting.Sink sink) {
        if (!counting.isPlain()) {
            new Conversions(counting, matching, sink).run();
        }
    }

    private void run() {
        for (int row = 0; row < matching.entries(Side.LEFT); row++) {
            int partner = matching.partner(Side.LEFT, row);
            if (partner < 0) {
                addGroup(row);
            } else if (counting.isMixed(row, partner)) {
                Currency in = counting.currency(row, partner);
                counting.convert(Side.LEFT, new int[] {row}, in, sink);
                counting.convert(Side.RIGHT, new int[] {partner}, in, sink);
            }
        }
    }

    /// A match by hand, where its first left entry stands; one of the right alone is of one
    /// currency.
    private void addGroup(int row) {
        int match = matching.matchOf(Side.LEFT, row);
        if (match == 0 || matching.firstRow(Side.LEFT, match) != row) {
            return;
        }
        int[] lefts = matching.rows(Side.LEFT, match);
        int[] rights = matching.rows(Side.RIGHT, match);
        if (counting.isMixed(lefts, rights)) {
            Currency in = counting.currency(lefts, rights);
            counting.convert(Side.LEFT, lefts, in, sink);
            counting.convert(Side.RIGHT, rights, in, sink);
        }
    }
}
