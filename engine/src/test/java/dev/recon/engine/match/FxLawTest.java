package dev.recon.engine.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.engine.Outcome;
import dev.recon.engine.Seeds;
import dev.recon.engine.classify.BreakKind;
import dev.recon.engine.report.FileHash;
import dev.recon.engine.report.Proof;
import dev.recon.engine.report.Provenance;
import dev.recon.engine.report.Report;
import dev.recon.engine.rules.CurrencyPair;
import dev.recon.engine.table.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What holds for every reconciliation across currencies, tried on thousands of random ones.
class FxLawTest {
    private static final int SEEDS = Seeds.share(1_500);

    /// The fast pass against the obvious one, which looks at every rate for every entry.
    @Test
    void theFastPassDoesWhatTheObviousOneDoes() {
        int across = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            Scene scene = FxScenes.small(seed);
            PlainMatcher plain = scene.runPlainly();
            List<String> expected = new ArrayList<>();
            for (PlainMatcher.Match match : plain.matches) {
                String status = match.isSuggested() ? "SUGGESTED" : "MATCHED";
                expected.add(words(scene, match.left(), match.right(), match.pass() + status));
            }
            Matching fast = scene.run(1);
            List<String> found = new ArrayList<>();
            for (int match = 1; match <= fast.count(); match++) {
                if (fast.pass(match) >= 0) {
                    int left = fast.firstRow(Side.LEFT, match);
                    int right = fast.firstRow(Side.RIGHT, match);
                    String how = "" + fast.pass(match) + fast.status(match);
                    found.add(words(scene, left, right, how));
                    across += isMixed(scene, left, right) ? 1 : 0;
                }
            }
            assertThat(found.stream().sorted())
                    .as("seed %d: %s", seed, scene)
                    .isEqualTo(expected.stream().sorted().toList());
        }
        assertThat(across).isGreaterThan(SEEDS / 2);
    }

    private static String words(Scene scene, int left, int right, String how) {
        return scene.left().get(left).line() + " = " + scene.right().get(right).line() + how;
    }

    private static boolean isMixed(Scene scene, int left, int right) {
        return !scene.left().get(left).currency().equals(scene.right().get(right).currency());
    }

    @Test
    void everyEntryEndsInExactlyOnePlace() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Scene scene = FxScenes.small(seed);
            OnePlace.require(scene, scene.run(1));
        }
    }

    /// Added up by hand: what is converted leaves its currency and comes into the other.
    @Test
    void theProofHoldsInEveryCurrencyToTheUnit() {
        int converted = 0;
        int byHand = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            Scene scene = FxScenes.small(seed);
            Outcome outcome = SceneOutcome.of(scene, List.of());
            FileHash none = new FileHash("none", 0, "0".repeat(64));
            Report report = Report.of(outcome, new Provenance(none, none, none, List.of()));
            assertThat(report.holds()).as("seed %d: %s", seed, report.proofs()).isTrue();
            Map<String, Long> expected = converted(scene, outcome.matching());
            for (Proof proof : report.proofs()) {
                String code = proof.currency().code();
                assertThat(proof.converted().units())
                        .as("seed %d %s", seed, code)
                        .isEqualTo(expected.getOrDefault(code, 0L));
                assertThat(proof.inMatches().units())
                        .isEqualTo(inMatches(scene, outcome.matching(), code));
                converted += proof.converted().isZero() ? 0 : 1;
            }
            byHand += outcome.matching().count() > 0 && outcome.matching().pass(1) < 0 ? 1 : 0;
        }
        assertThat(converted).isGreaterThan(SEEDS / 2);
        assertThat(byHand).isGreaterThan(50);
    }

    /// The currency of a match: that of its entries on the side that amounts are converted into.
    private static String currency(Scene scene, Matching matching, int match) {
        Side into = scene.rates().into();
        return scene.entries(into).get(matching.firstRow(into, match)).currency();
    }

    private static long worth(Scene scene, TestEntry entry, String into) {
        if (entry.currency().equals(into)) {
            return entry.units();
        }
        CurrencyPair pair = CurrencyPair.find(entry.currency() + "/" + into).orElseThrow();
        return new PlainFx(scene.rates(), pair, new HashMap<>()).worth(entry).orElseThrow();
    }

    private static Map<String, Long> converted(Scene scene, Matching matching) {
        Map<String, Long> sums = new HashMap<>();
        for (int match = 1; match <= matching.count(); match++) {
            String into = currency(scene, matching, match);
            for (Side side : Side.values()) {
                long sign = side == Side.LEFT ? 1 : -1;
                for (int row : matching.rows(side, match)) {
                    TestEntry entry = scene.entries(side).get(row);
                    if (!entry.currency().equals(into)) {
                        sums.merge(entry.currency(), sign * entry.units(), Long::sum);
                        sums.merge(into, -sign * worth(scene, entry, into), Long::sum);
                    }
                }
            }
        }
        return sums;
    }

    private static long inMatches(Scene scene, Matching matching, String code) {
        long sum = 0;
        for (int match = 1; match <= matching.count(); match++) {
            String into = currency(scene, matching, match);
            for (Side side : into.equals(code) ? Side.values() : new Side[0]) {
                for (int row : matching.rows(side, match)) {
                    long worth = worth(scene, scene.entries(side).get(row), into);
                    sum += side == Side.LEFT ? worth : -worth;
                }
            }
        }
        return sum;
    }

    @Test
    void aDifferenceAcrossCurrenciesIsABreakInThatOfTheStatedSide() {
        int differences = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            Scene scene = FxScenes.small(seed);
            Outcome outcome = SceneOutcome.of(scene, List.of());
            for (int number = 1; number <= outcome.breaks().count(); number++) {
                int match = outcome.breaks().match(number);
                if (match > 0) {
                    assertThat(outcome.breaks().kind(number)).isEqualTo(BreakKind.AMOUNT_DIFFERS);
                    assertThat(outcome.breaks().currency(number).code())
                            .isEqualTo(currency(scene, outcome.matching(), match));
                    assertThat(outcome.breaks().differenceUnits(number)).isNotZero();
                    assertThat(outcome.breaks().reason(number, outcome.written())).isNotBlank();
                    differences++;
                }
            }
        }
        assertThat(differences).isGreaterThan(SEEDS / 2);
    }

    @Test
    void theOrderOfTheInputDoesNotMatter() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Scene scene = FxScenes.small(seed).withoutVetoesOnTwins();
            Scene shuffled = scene.shuffled(seed + 1);
            assertThat(values(shuffled, shuffled.run(1), Side.LEFT))
                    .as("seed %d", seed)
                    .isEqualTo(values(scene, scene.run(1), Side.LEFT));
        }
    }

    @Test
    void swappingTheSidesMirrorsTheResult() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Scene scene = FxScenes.small(seed).withoutVetoesOnTwins();
            assertThat(values(scene, scene.mirrored().run(1), Side.RIGHT))
                    .as("seed %d", seed)
                    .isEqualTo(values(scene, scene.run(1), Side.LEFT));
        }
    }

    @Test
    void oneThreadDoesWhatEightDo() {
        for (long seed = 0; seed < 3; seed++) {
            Scene scene = FxScenes.large(seed);
            Matching one = scene.run(1);
            assertThat(one.count()).isGreaterThan(100);
            assertThat(values(scene, scene.run(8), Side.LEFT))
                    .isEqualTo(values(scene, one, Side.LEFT));
        }
    }

    @Test
    void decisionsHoldAcrossCurrencies() {
        int decisions = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            Scene scene = FxScenes.small(seed);
            Matching matching = scene.run(1);
            for (Decisions.Pin pin : scene.decisions().pins()) {
                int match = matching.matchOf(Side.LEFT, pin.left().getFirst());
                assertThat(matching.pass(match)).isEqualTo(-1);
                assertThat(matching.size(Side.RIGHT, match)).isEqualTo(pin.right().size());
                decisions++;
            }
            for (Decisions.Veto veto : scene.decisions().vetoes()) {
                int match = matching.matchOf(Side.LEFT, veto.left());
                if (match > 0 && matching.pass(match) >= 0) {
                    assertThat(matching.matchOf(Side.RIGHT, veto.right())).isNotEqualTo(match);
                }
                decisions++;
            }
        }
        assertThat(decisions).isGreaterThan(SEEDS / 4);
    }

    /// Every match by the values of its entries, in a fixed order.
    ///
    /// @param left the side of the matching that is the left one of the scene
    private static List<String> values(Scene scene, Matching matching, Side left) {
        List<String> values = new ArrayList<>();
        for (int match = 1; match <= matching.count(); match++) {
            StringBuilder words = new StringBuilder();
            for (Side side : Side.values()) {
                Side seen = left == Side.LEFT ? side : side.other();
                List<String> lines = new ArrayList<>();
                for (int row : matching.rows(seen, match)) {
                    lines.add(scene.entries(side).get(row).line());
                }
                words.append(lines.stream().sorted().toList());
            }
            words.append(matching.pass(match)).append(matching.status(match));
            values.add(words.append(matching.confidence(match)).toString());
        }
        return values.stream().sorted().toList();
    }
}
