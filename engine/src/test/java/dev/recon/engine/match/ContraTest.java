package dev.recon.engine.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.engine.Seeds;
import dev.recon.engine.rules.Ambiguity;
import dev.recon.engine.rules.DayWindow;
import dev.recon.engine.rules.Offset;
import dev.recon.engine.rules.Pass;
import dev.recon.engine.rules.Tolerance;
import dev.recon.engine.table.Side;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/// Entries of one side that cancel. What holds for every match holds here too: see [GroupLawTest].
class ContraTest {
    private static final int SEEDS = Seeds.share(2_500);

    @Test
    void theFastMatcherDoesWhatTheObviousOneDoes() {
        int matches = 0;
        int groups = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            Scene scene = GroupScenes.reversals(seed);
            Matching matching = scene.run(1);
            for (Side side : Side.values()) {
                PlainContra plain = new PlainContra(scene, side);
                plain.run();
                assertThat(lines(scene, side, matching))
                        .as("seed %d %s: %s", seed, side, scene)
                        .isEqualTo(plain.matches.stream().sorted().toList());
                matches += plain.matches.size();
            }
            for (int match = 1; match <= matching.count(); match++) {
                groups += matching.size(Side.LEFT, match) > 2 ? 1 : 0;
            }
        }
        assertThat(matches).isGreaterThan(SEEDS);
        assertThat(groups).isGreaterThan(SEEDS / 100);
    }

    private static List<String> lines(Scene scene, Side side, Matching matching) {
        List<String> lines = new ArrayList<>();
        for (int match = 1; match <= matching.count(); match++) {
            int[] rows = matching.rows(side, match);
            if (rows.length > 0 && matching.pass(match) >= 0) {
                assertThat(matching.rows(side.other(), match)).isEmpty();
                List<String> entries =
                        Arrays.stream(rows)
                                .mapToObj(row -> scene.entries(side).get(row).line())
                                .sorted()
                                .toList();
                lines.add(entries + " " + matching.pass(match) + matching.status(match).word());
            }
        }
        return lines.stream().sorted().toList();
    }

    @Test
    void theOrderOfTheInputDoesNotMatter() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Scene scene = GroupScenes.reversals(seed).withoutVetoesOnTwins();
            Scene shuffled = scene.shuffled(seed + 1);
            for (Side side : Side.values()) {
                assertThat(lines(shuffled, side, shuffled.run(1)))
                        .as("seed %d", seed)
                        .isEqualTo(lines(scene, side, scene.run(1)));
            }
        }
    }

    @Test
    void swappingTheSidesMirrorsTheResult() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Scene scene = GroupScenes.reversals(seed).withoutVetoesOnTwins();
            Scene mirrored = scene.mirrored();
            for (Side side : Side.values()) {
                assertThat(lines(mirrored, side.other(), mirrored.run(1)))
                        .as("seed %d", seed)
                        .isEqualTo(lines(scene, side, scene.run(1)));
            }
        }
    }

    /// All in one account: 200,000 entries, each of which comes back.
    @Test
    void oneAccountThatHoldsEverythingIsNoCliff() {
        Random random = new Random(1);
        List<TestEntry> left = new ArrayList<>();
        for (int row = 0; row < 100_000; row++) {
            long units = 1L + random.nextInt(50_000);
            int day = 20_000 + random.nextInt(300);
            Map<String, String> texts = Map.of("account", "A");
            left.add(new TestEntry("L", units, "EUR", day, texts));
            left.add(new TestEntry("L", -units, "EUR", day + 1, texts));
        }
        Collections.shuffle(left, random);
        Pass pass =
                new Pass.Contra(
                        "contra",
                        List.of("account"),
                        List.of(Side.LEFT),
                        Offset.PAIR,
                        new Tolerance.Absolute(BigDecimal.ONE),
                        new DayWindow(0, 30),
                        List.of(),
                        Ambiguity.BEST);
        Scene scene = new Scene(left, List.of(), List.of(pass), Decisions.NONE);
        Matching matching =
                Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> scene.run(2));
        assertThat(matching.count()).isGreaterThan(95_000);
    }
}
