package dev.recon.engine.match;

import dev.recon.engine.read.InputProblem;
import dev.recon.engine.read.Problem;
import dev.recon.engine.rules.Ambiguity;
import dev.recon.engine.rules.Pass;
import dev.recon.engine.table.Limits;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.TextColumn;
import dev.recon.engine.table.TokenColumn;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/// The reference of one side stands in a text of the other, and the key agrees.
///
/// A candidate is a pair with the same key in which the reference of one entry is a token of the
/// text of the other, in either direction, and that no veto forbids. A pair whose entries have no
/// other candidate is a *clear* match. The others go by rank, as in [Greedy]: difference of
/// amounts, distance of dates, then the sum of places in the order date, amount, content among the
/// entries that have a choice. `best` matches them, `suggest` suggests them, `leave` leaves them
/// open.
///
/// A reference that, with one key, more than a thousand entries of one side share with more than a
/// thousand of the other (more than [Limits#REFERENCE_PAIRS_MAX] pairs) tells nothing: such pairs
/// are no candidates. Of the others there may be as many as [Limits#PAIRS_FREE] and
/// [Limits#PAIRS_PER_ENTRY_MAX] for each entry; more are counted, not kept, and the pass is
/// refused. So it never becomes quadratic.
///
/// Cost: 8 bytes a token and a row while they are joined, 8 bytes a candidate, 2 bytes a row for
/// the number of candidates. Measured as in [ExactMatcher]: 1 M references in 1 M texts of three
/// tokens in 1.2 CPU seconds warm, 1.7 cold.
final class ReferenceMatcher {
    private final Stage stage;
    private final int label;
    private final RowPairs edges = new RowPairs();

    private ReferenceMatcher(Stage stage) {
        this.stage = stage;
        this.label = stage.addLabels();
    }

    static void run(Stage stage, Pass.Reference pass) {
        ReferenceMatcher matcher = new ReferenceMatcher(stage);
        for (Side finding : Side.values()) {
            if (stage.table(finding).texts().get(pass.find()) instanceof TextColumn references) {
                TokenColumn tokens = stage.table(finding.other()).tokens().get(pass.in());
                if (tokens != null) {
                    matcher.find(new ReferenceKeys(stage, finding, references, tokens));
                }
            }
        }
        matcher.choose();
    }

    /// Collects the candidates of one direction.
    private void find(ReferenceKeys keys) {
        long max = pairsMax() - edges.count;
        AtomicLong counted = new AtomicLong();
        List<Edges> parts = keys.join().solve(() -> new Edges(keys, stage.vetoes(), counted, max));
        if (counted.get() > max) {
            throw new InputProblem(tooMany(edges.count + counted.get()));
        }
        for (Edges found : parts) {
            for (int at = 0; at < found.pairs.count; at++) {
                edges.add(found.pairs.left[at], found.pairs.right[at]);
            }
        }
    }

    private long pairsMax() {
        long rows = (long) stage.table(Side.LEFT).rows() + stage.table(Side.RIGHT).rows();
        return Limits.PAIRS_FREE + rows * Limits.PAIRS_PER_ENTRY_MAX;
    }

    private Problem tooMany(long pairs) {
        return new Problem(
                "pass " + stage.pass().name(),
                pairs + " pairs whose reference stands in the other's text",
                "at most " + pairsMax() + " pairs",
                "Add a field to the key of the pass, or raise the shortest length.");
    }

    /// Keeps the pairs as long as all threads together have found no more than may be.
    private static final class Edges implements Join.Solver {
        private final ReferenceKeys keys;
        private final Vetoes vetoes;
        private final AtomicLong counted;
        private final long max;
        private final RowPairs pairs = new RowPairs();

        Edges(ReferenceKeys keys, Vetoes vetoes, AtomicLong counted, long max) {
            this.keys = keys;
            this.vetoes = vetoes;
            this.counted = counted;
            this.max = max;
        }

        @Override
        public void pairs(RowPairs found) {
            if (counted.addAndGet(found.count) > max) {
                return;
            }
            for (int at = 0; at < found.count; at++) {
                add(found.left[at], found.right[at]);
            }
        }

        @Override
        public void block(Block block) {
            int lefts = block.count(Side.LEFT);
            int rights = block.count(Side.RIGHT);
            long all = (long) lefts * rights;
            if (all > Limits.REFERENCE_PAIRS_MAX || counted.addAndGet(all) > max) {
                return;
            }
            for (int at = 0; at < lefts; at++) {
                for (int other = 0; other < rights; other++) {
                    add(block.rows(Side.LEFT)[at], block.rows(Side.RIGHT)[other]);
                }
            }
        }

        private void add(int leftNumber, int rightNumber) {
            int left = keys.toRow(Side.LEFT, leftNumber);
            int right = keys.toRow(Side.RIGHT, rightNumber);
            if (!vetoes.forbids(left, right)) {
                pairs.add(left, right);
            }
        }
    }

    private void choose() {
        EdgeList list = new EdgeList(stage, edges);
        RowPairs unclear = new RowPairs();
        for (int at = 0; at < list.count(); at++) {
            if (list.isClear(at)) {
                stage.pairs().take(list.left(at), list.right(at), label);
            } else {
                unclear.add(list.left(at), list.right(at));
            }
        }
        if (stage.pass().ambiguous() == Ambiguity.LEAVE || unclear.count == 0) {
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
        boolean suggests = stage.pass().ambiguous() == Ambiguity.SUGGEST;
        Status status = suggests ? Status.SUGGESTED : Status.MATCHED;
        stage.pairs().set(label + 1, new Label(stage.index(), status, (float) (right / taken)));
    }
}
