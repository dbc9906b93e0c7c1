package dev.recon.engine.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.engine.rules.Pass;
import dev.recon.engine.table.Progress;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The search through dense blocks and the list of all candidates choose the same pairs.
class NearestChainTest {
    @Test
    void searchingChoosesWhatListingChooses() {
        int pairs = 0;
        for (long seed = 0; seed < 10_000; seed++) {
            Scene scene = Scene.of(seed);
            for (Pass pass : scene.passes()) {
                if (pass instanceof Pass.Close close) {
                    List<String> listed = choose(scene, close, false);
                    assertThat(choose(scene, close, true)).as("seed %d", seed).isEqualTo(listed);
                    pairs += listed.size();
                }
            }
        }
        assertThat(pairs).isGreaterThan(10_000);
    }

    /// All entries as one block, whatever their key.
    private static List<String> choose(Scene scene, Pass.Close pass, boolean search) {
        Table left = TestEntry.table(scene.left(), Scene.FIELDS);
        Table right = TestEntry.table(scene.right(), Scene.FIELDS);
        Cascade.Inputs inputs =
                new Cascade.Inputs(
                        left,
                        right,
                        List.of(pass),
                        scene.decisions(),
                        TestEntry.content(scene.left()),
                        TestEntry.content(scene.right()));
        Stage stage =
                new Stage(
                        inputs,
                        new Pairs(left.rows(), right.rows(), Decisions.NONE),
                        new Vetoes(scene.decisions().vetoes(), left.rows(), right.rows()),
                        0,
                        new Join.Work(pass.name(), Progress.NONE, 1));
        Nearness nearness = Nearness.of(ByCurrency.of(pass.amount()).other(), pass.days(), 2);
        Fit fit = new Fit(nearness, stage.similarity(pass.similar()), stage.vetoes());
        Chosen chosen = new Chosen();
        choose(stage, fit, search, chosen);
        List<String> lines = new ArrayList<>();
        for (int at = 0; at < chosen.pairs.count; at++) {
            lines.add(
                    scene.left().get(chosen.pairs.left[at]).line()
                            + scene.right().get(chosen.pairs.right[at]).line()
                            + (chosen.candidates[at] == 1));
        }
        return lines.stream().sorted().toList();
    }

    private static void choose(Stage stage, Fit fit, boolean search, Chosen chosen) {
        Grid grid = new Grid(stage.table(Side.LEFT), stage.table(Side.RIGHT), fit.nearness());
        CellPair cells =
                new CellPair(
                        Pairing.cells(stage, fit, Side.LEFT),
                        Pairing.cells(stage, fit, Side.RIGHT));
        Block block = new Block();
        for (Side side : Side.values()) {
            for (int row = 0; row < stage.table(side).rows(); row++) {
                block.add(side, row);
            }
        }
        grid.measure(block);
        cells.left().fill(block, grid);
        cells.right().fill(block, grid);
        if (search) {
            new NearestChain(stage.work(), fit, cells, grid).run(chosen);
        } else {
            Candidates candidates = new Candidates(fit, fit.nearness());
            assertThat(candidates.find(cells, grid)).isTrue();
            new Greedy().run(candidates, cells, chosen);
        }
    }
}
