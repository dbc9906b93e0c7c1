package dev.recon.engine.match;

import dev.recon.engine.read.InputProblem;
import dev.recon.engine.read.Problem;
import dev.recon.engine.rules.TextSearch;
import dev.recon.engine.table.Bitmap;
import dev.recon.engine.table.Limits;
import dev.recon.engine.table.Side;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/// Finds the pairs with the same key in which the reference of one entry is a token of the text of
/// the other, in either direction, and that no veto forbids.
///
/// A reference that, with one key, more than a thousand entries of one side share with more than a
/// thousand of the other (more than [Limits#REFERENCE_PAIRS_MAX] pairs) tells nothing: such pairs
/// are passed over, and the entries are counted ([Stops]). Of the others there may be as many as
/// [Limits#PAIRS_FREE] and [Limits#PAIRS_PER_ENTRY_MAX] for each entry; more are counted, not kept,
/// and the pass is refused. So it never becomes quadratic.
final class ReferenceEdges {
    private final Stage stage;
    private final RowPairs edges = new RowPairs();
    private final Map<Side, Bitmap> passedOver = new EnumMap<>(Side.class);

    private ReferenceEdges(Stage stage) {
        this.stage = stage;
    }

    static EdgeList find(Stage stage, TextSearch search) {
        ReferenceEdges found = new ReferenceEdges(stage);
        for (Side finding : Side.values()) {
            ReferenceKeys.of(stage, finding, search).ifPresent(found::find);
        }
        found.tellPassedOver();
        return new EdgeList(stage, found.edges);
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
            addPassedOver(Side.LEFT, found.commonLeft);
            addPassedOver(Side.RIGHT, found.commonRight);
        }
    }

    private void addPassedOver(Side side, RowList rows) {
        if (!rows.isEmpty()) {
            int all = stage.table(side).rows();
            rows.setIn(passedOver.computeIfAbsent(side, _ -> new Bitmap(all)));
        }
    }

    /// A common reference is on both sides, so the first of its entries is of the left.
    private void tellPassedOver() {
        Bitmap lefts = passedOver.get(Side.LEFT);
        Bitmap rights = passedOver.get(Side.RIGHT);
        if (lefts == null || rights == null) {
            return;
        }
        int first = 0;
        while (!lefts.get(first)) {
            first++;
        }
        long count = (long) lefts.count() + rights.count();
        stage.pairs().add(stage.index(), new Stops(count, Side.LEFT, first, rights.count(), 2));
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
        private final RowList commonLeft = new RowList();
        private final RowList commonRight = new RowList();
        private int[] rightRows = new int[0];

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
                add(keys.toRow(Side.LEFT, found.left[at]), keys.toRow(Side.RIGHT, found.right[at]));
            }
        }

        /// The row of an entry is looked up once, not once a pair: for a token that is a search.
        @Override
        public void block(Block block) {
            int lefts = block.count(Side.LEFT);
            int rights = block.count(Side.RIGHT);
            long all = (long) lefts * rights;
            if (TextSearch.isCommon(lefts, rights)) {
                addAll(block, Side.LEFT, commonLeft);
                addAll(block, Side.RIGHT, commonRight);
                return;
            }
            if (counted.addAndGet(all) > max) {
                return;
            }
            if (rightRows.length < rights) {
                rightRows = new int[Math.max(rights, 2 * rightRows.length)];
            }
            for (int other = 0; other < rights; other++) {
                rightRows[other] = keys.toRow(Side.RIGHT, block.rows(Side.RIGHT)[other]);
            }
            for (int at = 0; at < lefts; at++) {
                int left = keys.toRow(Side.LEFT, block.rows(Side.LEFT)[at]);
                for (int other = 0; other < rights; other++) {
                    add(left, rightRows[other]);
                }
            }
        }

        private void addAll(Block block, Side side, RowList rows) {
            for (int at = 0; at < block.count(side); at++) {
                rows.add(keys.toRow(side, block.rows(side)[at]));
            }
        }

        private void add(int left, int right) {
            if (!vetoes.forbids(left, right)) {
                pairs.add(left, right);
            }
        }
    }
}
