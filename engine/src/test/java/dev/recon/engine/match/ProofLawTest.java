package dev.recon.engine.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recon.engine.Seeds;
import dev.recon.engine.classify.BreakKind;
import dev.recon.engine.classify.Breaks;
import dev.recon.engine.classify.Classifier;
import dev.recon.engine.classify.Written;
import dev.recon.engine.read.Dialect;
import dev.recon.engine.read.Layout;
import dev.recon.engine.rules.Comparison;
import dev.recon.engine.rules.DayWindow;
import dev.recon.engine.rules.RuleSet;
import dev.recon.engine.table.Progress;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/// What holds for the breaks of every reconciliation, and at the doors of the stages.
class ProofLawTest {
    private static final int SEEDS = Seeds.share(1_000);
    private static final Layout LAYOUT =
            new Layout(
                    new Dialect(',', '"', StandardCharsets.UTF_8, true, 0), new LinkedHashMap<>());

    @Test
    void breaksAddUpToLeftMinusRightInEveryCurrency() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Scene scene = Scene.of(seed);
            Breaks breaks = classify(scene);
            Map<String, Long> difference = new HashMap<>();
            scene.left().forEach(e -> difference.merge(e.currency(), e.units(), Long::sum));
            scene.right().forEach(e -> difference.merge(e.currency(), -e.units(), Long::sum));
            for (int number = 1; number <= breaks.count(); number++) {
                String currency = breaks.currency(number).code();
                difference.merge(currency, -breaks.differenceUnits(number), Long::sum);
            }
            assertThat(difference.values()).as("seed %d", seed).allMatch(units -> units == 0);
        }
    }

    @Test
    void breaksComeInTheOrderOfTheirEntries() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Breaks breaks = classify(Scene.of(seed));
            for (int number = 2; number <= breaks.count(); number++) {
                int left = breaks.leftRow(number);
                int before = breaks.leftRow(number - 1);
                if (left >= 0) {
                    assertThat(before).isBetween(0, left - 1);
                } else if (before < 0) {
                    assertThat(breaks.rightRow(number - 1)).isLessThan(breaks.rightRow(number));
                }
            }
        }
    }

    @Test
    void everyOpenEntryIsOneBreakAndEveryMatchAtMostOne() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Scene scene = Scene.of(seed);
            Matching matching = scene.run(1);
            Breaks breaks = classify(scene);
            Written written =
                    TestEntry.written(scene.entries(Side.LEFT), scene.entries(Side.RIGHT));
            long open = 0;
            for (Side side : Side.values()) {
                for (int row = 0; row < scene.entries(side).size(); row++) {
                    open += matching.isOpen(side, row) ? 1 : 0;
                }
            }
            int[] within = new int[matching.count() + 1];
            for (int number = 1; number <= breaks.count(); number++) {
                within[breaks.match(number)]++;
                assertThat(breaks.reason(number, written)).isNotBlank();
                assertThat(breaks.kind(number) == BreakKind.DUPLICATE)
                        .isEqualTo(isSurplus(matching, breaks, number));
            }
            assertThat(within[0]).isEqualTo((int) open);
            for (int match = 1; match < within.length; match++) {
                assertThat(within[match]).isLessThanOrEqualTo(1);
            }
        }
    }

    @Test
    void aMatchByHandAcrossCurrenciesIsRefused() {
        TestEntry euro = new TestEntry("L", 100, "EUR", 1, Map.of());
        TestEntry dollar = new TestEntry("R", 100, "USD", 1, Map.of());
        Decisions pinned =
                new Decisions(List.of(new Decisions.Pin(List.of(0), List.of(0))), List.of());
        Scene scene = new Scene(List.of(euro), List.of(dollar), List.of(), pinned);
        assertThatThrownBy(() -> scene.run(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("currenc");
    }

    @Test
    void aRunThatIsCancelledEnds() {
        Scene scene = Scene.of(1);
        Progress cancelled =
                new Progress() {
                    @Override
                    public void report(String stage, long done, long total) {}

                    @Override
                    public boolean isCancelled() {
                        return true;
                    }
                };
        assertThatThrownBy(() -> Cascade.run(scene.inputs(), cancelled, 2))
                .isInstanceOf(CancellationException.class);
    }

    private static boolean isSurplus(Matching matching, Breaks breaks, int number) {
        if (breaks.match(number) > 0) {
            return false;
        }
        return breaks.leftRow(number) >= 0
                ? matching.isSurplus(Side.LEFT, breaks.leftRow(number))
                : matching.isSurplus(Side.RIGHT, breaks.rightRow(number));
    }

    private static Breaks classify(Scene scene) {
        Table left = TestEntry.table(scene.left(), Scene.FIELDS);
        Table right = TestEntry.table(scene.right(), Scene.FIELDS);
        List<Comparison> compare =
                List.of(
                        new Comparison("date", new DayWindow(1, 1)),
                        new Comparison("party", DayWindow.ANY));
        RuleSet rules = new RuleSet(2, LAYOUT, LAYOUT, scene.passes(), compare);
        return Classifier.classify(left, right, scene.run(1), rules);
    }
}
