package dev.recon.engine.match;

import dev.recon.engine.table.Side;
import java.util.List;

/// Pairs the entries of a block: the best-ranked pair is taken, both leave, and so on (see [Greedy]
/// for the rank).
///
/// One object serves the blocks of one thread; it grows with the largest of them.
final class Pairing {
    private static final long STEPS_PER_ROW = 64;
    private static final long STEPS_SPARE = 1 << 16;

    private final Grid grid;
    private final Cells left;
    private final Cells right;
    private final Candidates candidates;
    private final List<Candidates> decoys;
    private final Greedy greedy = new Greedy();

    /// @param decoys where coincidences are counted
    Pairing(Stage stage, Fit fit, List<Nearness> decoys) {
        this.grid = new Grid(stage.table(Side.LEFT), stage.table(Side.RIGHT), fit.nearness());
        this.left = cells(stage, fit, Side.LEFT);
        this.right = cells(stage, fit, Side.RIGHT);
        this.candidates = new Candidates(fit, fit.nearness());
        this.decoys = decoys.stream().map(moved -> new Candidates(fit, moved)).toList();
    }

    private static Cells cells(Stage stage, Fit fit, Side side) {
        Content content =
                new Content(
                        stage.table(side),
                        fit.similarity().columns(side),
                        stage.inputs().content(side));
        return new Cells(stage.table(side), side, content, stage.vetoes());
    }

    /// Adds the pairs of one block to `chosen`, and what it says about coincidence to `evidence`.
    void run(Block block, Chosen chosen, Evidence evidence) {
        grid.measure(block);
        left.fill(block, grid);
        right.fill(block, grid);
        long steps = STEPS_SPARE + STEPS_PER_ROW * (left.rowCount + right.rowCount);
        if (!candidates.find(left, right, grid, Long.MAX_VALUE)) {
            throw new IllegalStateException("too many");
        }
        greedy.run(candidates, left, right, chosen);
        evidence.count(chosen);
        for (Candidates decoy : decoys) {
            if (decoy.find(left, right, grid, steps)) {
                evidence.countDecoys(decoy, left, right);
            } else {
                evidence.unclearDecoys += Math.min(left.rowCount, right.rowCount);
            }
        }
    }
}
