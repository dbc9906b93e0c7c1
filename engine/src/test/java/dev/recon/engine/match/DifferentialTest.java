package dev.recon.engine.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.engine.Seeds;
import dev.recon.engine.table.Side;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The fast matchers against the obvious one, on worlds that are full of ties.
class DifferentialTest {
    private static final int SEEDS = Seeds.share(4_000);

    @Test
    void theFastMatchersDoWhatTheObviousOneDoes() {
        int matches = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            Scene scene = Scene.of(seed);
            PlainMatcher plain = scene.runPlainly();
            Matching fast = scene.run(1);
            assertThat(lines(scene, fast))
                    .as("seed %d: %s", seed, scene)
                    .isEqualTo(lines(scene, plain));
            matches += plain.matches.size();
        }
        assertThat(matches).isGreaterThan(SEEDS);
    }

    /// What each row became: its partner's values, not its number, because twins are equal.
    private static List<String> lines(Scene scene, Matching matching) {
        List<String> lines = new ArrayList<>();
        for (int match = 1; match <= matching.count(); match++) {
            if (matching.pass(match) >= 0) {
                int left = matching.firstRow(Side.LEFT, match);
                int right = matching.firstRow(Side.RIGHT, match);
                lines.add(
                        scene.left().get(left).line()
                                + " = "
                                + scene.right().get(right).line()
                                + " "
                                + matching.pass(match)
                                + matching.status(match).word());
            }
        }
        for (Side side : Side.values()) {
            for (int row = 0; row < scene.entries(side).size(); row++) {
                if (matching.isSurplus(side, row)) {
                    lines.add("surplus " + side + scene.entries(side).get(row).line());
                }
            }
        }
        return lines.stream().sorted().toList();
    }

    private static List<String> lines(Scene scene, PlainMatcher plain) {
        List<String> lines = new ArrayList<>();
        for (PlainMatcher.Match match : plain.matches) {
            lines.add(
                    scene.left().get(match.left()).line()
                            + " = "
                            + scene.right().get(match.right()).line()
                            + " "
                            + match.pass()
                            + (match.isSuggested() ? "suggested" : "matched"));
        }
        plain.surplusLeft.forEach(row -> lines.add("surplus LEFT" + scene.left().get(row).line()));
        plain.surplusRight.forEach(
                row -> lines.add("surplus RIGHT" + scene.right().get(row).line()));
        return lines.stream().sorted().toList();
    }
}
