package dev.recon.engine.match;

import dev.recon.engine.rules.Ambiguity;
import dev.recon.engine.rules.Pass;
import dev.recon.engine.table.Column;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;

/// The reference of one side stands in a text of the other, and the key agrees.
///
/// A candidate is a pair that [ReferenceEdges] finds. A pair whose entries have no other candidate
/// is a *clear* match. The others go by rank, as in [Greedy]: difference of amounts, distance of
/// dates, then the sum of places in the order date, amount, content among the entries that have a
/// choice. `best` matches them, `suggest` suggests them, `leave` leaves them open. Where the amount
/// belongs to the key, an entry left over whose partner went to another of its amount, day and
/// reference is surplus: a twin too many.
///
/// Cost: 8 bytes a token and a row while they are joined, 8 bytes a candidate, 2 bytes a row for
/// the number of candidates. Measured as in [ExactMatcher]: 1 M references in 1 M texts of three
/// tokens in 1.2 CPU seconds warm, 1.7 cold.
final class ReferenceMatcher {
    private final Stage stage;
    private final Pass.Reference pass;
    private final int label;

    private ReferenceMatcher(Stage stage, Pass.Reference pass) {
        this.stage = stage;
        this.pass = pass;
        this.label = stage.addLabels();
    }

    static void run(Stage stage, Pass.Reference pass) {
        new ReferenceMatcher(stage, pass).choose(ReferenceEdges.find(stage, pass.search()));
    }

    private void choose(EdgeList list) {
        RowPairs unclear = new RowPairs();
        for (int at = 0; at < list.count(); at++) {
            if (list.isClear(at)) {
                stage.pairs().take(list.left(at), list.right(at), label);
            } else {
                unclear.add(list.left(at), list.right(at));
            }
        }
        if (pass.ambiguous() == Ambiguity.LEAVE || unclear.count == 0) {
            return;
        }
        new EdgeRank(stage, unclear).sort();
        double right = 0;
        int taken = 0;
        for (int at = 0; at < unclear.count; at++) {
            int leftRow = unclear.left[at];
            int rightRow = unclear.right[at];
            boolean open = stage.pairs().isOpen(Side.LEFT, leftRow);
            if (open && stage.pairs().isOpen(Side.RIGHT, rightRow)) {
                stage.pairs().take(leftRow, rightRow, label + 1);
                right += 1.0 / list.candidates(leftRow, rightRow);
                taken++;
            }
        }
        boolean suggests = pass.ambiguous() == Ambiguity.SUGGEST;
        Status status = suggests ? Status.SUGGESTED : Status.MATCHED;
        stage.pairs().set(label + 1, new Label(stage.index(), status, (float) (right / taken)));
        if (pass.key().contains(Table.AMOUNT)) {
            markSurplus(unclear);
        }
    }

    /// The amount of both is that of the entry which they wanted.
    private void markSurplus(RowPairs unclear) {
        for (int at = 0; at < unclear.count; at++) {
            int leftRow = unclear.left[at];
            int rightRow = unclear.right[at];
            if (stage.pairs().isOpen(Side.LEFT, leftRow)) {
                markSurplus(Side.LEFT, leftRow, stage.pairs().partners(Side.RIGHT)[rightRow]);
            } else if (stage.pairs().isOpen(Side.RIGHT, rightRow)) {
                markSurplus(Side.RIGHT, rightRow, stage.pairs().partners(Side.LEFT)[leftRow]);
            }
        }
    }

    /// @param twin who took what the row wanted, plus 1; of a group nobody is its twin
    private void markSurplus(Side side, int row, int twin) {
        if (twin <= 0) {
            return;
        }
        Table table = stage.table(side);
        int[] days = table.dates().days();
        Column references = table.texts().get(pass.find());
        boolean isSame = references == null || references.hash(row) == references.hash(twin - 1);
        if (isSame && days[twin - 1] == days[row]) {
            stage.pairs().surplus(side).set(row);
        }
    }
}
