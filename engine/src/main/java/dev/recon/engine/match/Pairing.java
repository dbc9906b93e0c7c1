package dev.recon.engine.match;

import dev.recon.engine.table.Side;
import java.util.List;

/// Pairs the entries of a block: the best-ranked pair is taken, both leave, and so on (see [Greedy]
/// for the rank).
///
/// Where few candidates can be listed by a sweep they are; dense blocks are searched instead. One
/// object serves the blocks of one thread; it grows with the largest of them.
final class Pairing {
    private final Grid grid;
    private final CellPair cells;
    private final Candidates candidates;
    private final List<Candidates> decoys;
    private final Greedy greedy = new Greedy();
    private final NearestChain chain;

    /// @param decoys where coincidences are counted
    Pairing(Stage stage, Fit fit, List<Nearness> decoys) {
        this.grid = new Grid(stage.table(Side.LEFT), stage.table(Side.RIGHT), fit.nearness());
        this.cells = new CellPair(cells(stage, fit, Side.LEFT), cells(stage, fit, Side.RIGHT));
        this.candidates = new Candidates(fit, fit.nearness());
        this.decoys = decoys.stream().map(moved -> new Candidates(fit, moved)).toList();
        this.chain = new NearestChain(stage.work(), fit, cells, grid);
    }

    static Cells cells(Stage stage, Fit fit, Side side) {
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
        cells.left().fill(block, grid);
        cells.right().fill(block, grid);
        if (candidates.find(cells, grid)) {
            greedy.run(candidates, cells, chosen);
        } else {
            chain.run(chosen);
        }
        evidence.count(chosen);
        for (Candidates decoy : decoys) {
            if (decoy.find(cells, grid)) {
                evidence.countDecoys(decoy, cells);
            } else {
                int fewer = Math.min(block.count(Side.LEFT), block.count(Side.RIGHT));
                evidence.unclearDecoys += fewer;
            }
        }
    }
}
