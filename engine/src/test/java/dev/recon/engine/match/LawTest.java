package dev.recon.engine.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.engine.Seeds;
import dev.recon.engine.table.Side;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What holds for every reconciliation, tried on thousands of random ones.
class LawTest {
    private static final int SEEDS = Seeds.share(1_500);

    @Test
    void everyEntryEndsInExactlyOnePlace() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Scene scene = Scene.of(seed);
            OnePlace.require(scene, scene.run(1));
        }
    }

    @Test
    void matchesAreNumberedByTheirFirstLeftEntry() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Matching matching = Scene.of(seed).run(1);
            for (int match = 2; match <= matching.count(); match++) {
                assertThat(matching.firstRow(Side.LEFT, match))
                        .isGreaterThan(matching.firstRow(Side.LEFT, match - 1));
            }
        }
    }

    @Test
    void theOrderOfTheInputDoesNotMatter() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Scene scene = Scene.of(seed).withoutVetoesOnTwins();
            Scene shuffled = scene.shuffled(seed + 1);
            assertThat(values(shuffled, shuffled.run(1)))
                    .as("seed %d", seed)
                    .isEqualTo(values(scene, scene.run(1)));
        }
    }

    @Test
    void swappingTheSidesMirrorsTheResult() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Scene scene = Scene.of(seed).withoutVetoesOnTwins();
            Scene mirrored = scene.mirrored();
            assertThat(values(mirrored.mirrored(), mirrored.run(1), Side.RIGHT))
                    .as("seed %d", seed)
                    .isEqualTo(values(scene, scene.run(1)));
        }
    }

    @Test
    void oneThreadDoesWhatEightDo() {
        for (long seed = 0; seed < 3; seed++) {
            Scene scene = Scenes.large(seed);
            Matching one = scene.run(1);
            Matching eight = scene.run(8);
            assertThat(rows(scene, eight)).as("seed %d", seed).isEqualTo(rows(scene, one));
        }
    }

    @Test
    void decisionsHoldAgainstEveryPass() {
        int decisions = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            Scene scene = Scene.of(seed);
            Matching matching = scene.run(1);
            for (Decisions.Pin pin : scene.decisions().pins()) {
                int match = matching.matchOf(Side.LEFT, pin.left().getFirst());
                assertThat(matching.pass(match)).isEqualTo(-1);
                assertThat(matching.rows(Side.LEFT, match)).containsExactly(rows(pin.left()));
                assertThat(matching.rows(Side.RIGHT, match)).containsExactly(rows(pin.right()));
                decisions++;
            }
            for (Decisions.Veto veto : scene.decisions().vetoes()) {
                int match = matching.matchOf(Side.LEFT, veto.left());
                if (match > 0 && matching.pass(match) >= 0) {
                    assertThat(matching.rows(Side.RIGHT, match)).doesNotContain(veto.right());
                }
                decisions++;
            }
        }
        assertThat(decisions).isGreaterThan(SEEDS / 2);
    }

    private static int[] rows(List<Integer> rows) {
        return rows.stream().mapToInt(Integer::intValue).toArray();
    }

    private static List<String> values(Scene scene, Matching matching) {
        return values(scene, matching, Side.LEFT);
    }

    /// Every match and every surplus by the values of its entries, in a fixed order.
    ///
    /// @param left the side of the matching that is the left one of the scene
    private static List<String> values(Scene scene, Matching matching, Side left) {
        List<String> values = new ArrayList<>();
        for (int match = 1; match <= matching.count(); match++) {
            values.add(
                    lines(scene.left(), matching.rows(left, match))
                            + " = "
                            + lines(scene.right(), matching.rows(left.other(), match))
                            + " "
                            + matching.pass(match)
                            + " "
                            + matching.status(match)
                            + " "
                            + (scene.passes().isEmpty() ? 0 : matching.confidence(match)));
        }
        for (Side side : Side.values()) {
            Side seen = left == Side.LEFT ? side : side.other();
            for (int row = 0; row < scene.entries(side).size(); row++) {
                if (matching.isSurplus(seen, row)) {
                    values.add("surplus " + side + " " + scene.entries(side).get(row).line());
                }
            }
        }
        return values.stream().sorted().toList();
    }

    private static List<String> lines(List<TestEntry> entries, int[] rows) {
        List<String> lines = new ArrayList<>();
        for (int row : rows) {
            lines.add(entries.get(row).line());
        }
        return lines.stream().sorted().toList();
    }

    /// Every match by its rows, in its own order.
    private static List<String> rows(Scene scene, Matching matching) {
        List<String> rows = new ArrayList<>();
        for (int match = 1; match <= matching.count(); match++) {
            rows.add(
                    matching.firstRow(Side.LEFT, match)
                            + " "
                            + matching.firstRow(Side.RIGHT, match)
                            + " "
                            + matching.pass(match)
                            + matching.status(match)
                            + matching.confidence(match));
        }
        for (Side side : Side.values()) {
            for (int row = 0; row < scene.entries(side).size(); row++) {
                if (matching.isSurplus(side, row)) {
                    rows.add(side + " " + row);
                }
            }
        }
        return rows;
    }
}
