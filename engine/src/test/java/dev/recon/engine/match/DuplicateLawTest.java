package dev.recon.engine.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.engine.classify.BreakKind;
import dev.recon.engine.classify.Breaks;
import dev.recon.engine.classify.Classifier;
import dev.recon.engine.read.Dialect;
import dev.recon.engine.read.Layout;
import dev.recon.engine.rules.Ambiguity;
import dev.recon.engine.rules.Pass;
import dev.recon.engine.rules.RuleSet;
import dev.recon.engine.table.Side;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Twins are counted: as many as both sides have belong together, and what one side has more is a
/// duplicate each.
class DuplicateLawTest {
    private static final int SEEDS = 2_000;
    private static final Layout LAYOUT =
            new Layout(
                    new Dialect(',', '"', StandardCharsets.UTF_8, true, 0), new LinkedHashMap<>());

    @Test
    void twinsOnBothSidesAreMatchesAndEveryCopyTooManyIsOneDuplicate() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            List<TestEntry> left = new ArrayList<>();
            List<TestEntry> right = new ArrayList<>();
            int matches = 0;
            int more = 0;
            int fewer = 0;
            for (int key = random.nextInt(5); key >= 0; key--) {
                int twins = 1 + random.nextInt(4);
                int extra = random.nextInt(3) - 1;
                addTwins(left, key, twins + Math.max(0, extra));
                addTwins(right, key, twins + Math.max(0, -extra));
                matches += twins;
                more += Math.max(0, extra);
                fewer += Math.max(0, -extra);
            }
            Collections.shuffle(left, random);
            Collections.shuffle(right, random);
            Scene scene = new Scene(left, right, List.of(exact()), Decisions.NONE);
            Matching matching = scene.run(1);
            assertThat(matching.count()).as("seed %d", seed).isEqualTo(matches);
            Breaks breaks = classify(scene, matching);
            assertThat(breaks.count()).as("seed %d", seed).isEqualTo(more + fewer);
            assertThat(duplicates(breaks, Side.LEFT)).as("seed %d", seed).isEqualTo(more);
            assertThat(duplicates(breaks, Side.RIGHT)).as("seed %d", seed).isEqualTo(fewer);
        }
    }

    private static Pass exact() {
        return new Pass.Exact("exact", List.of("reference", "amount"), Ambiguity.BEST);
    }

    private static void addTwins(List<TestEntry> entries, int key, int count) {
        for (int twin = 0; twin < count; twin++) {
            Map<String, String> texts = Map.of("reference", "REF" + key);
            entries.add(new TestEntry("E", 100L + key, "EUR", 20_000, texts));
        }
    }

    private static Breaks classify(Scene scene, Matching matching) {
        RuleSet rules = new RuleSet(2, LAYOUT, LAYOUT, scene.passes(), List.of());
        return Classifier.classify(scene.inputs().left(), scene.inputs().right(), matching, rules);
    }

    private static int duplicates(Breaks breaks, Side side) {
        int count = 0;
        for (int number = 1; number <= breaks.count(); number++) {
            boolean here = breaks.leftRow(number) >= 0 == (side == Side.LEFT);
            count += breaks.kind(number) == BreakKind.DUPLICATE && here ? 1 : 0;
        }
        return count;
    }
}
