package dev.recon.engine.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.engine.probable.Model;
import dev.recon.engine.rules.Pass;
import dev.recon.engine.table.Progress;
import dev.recon.engine.table.Side;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What holds for every probable pass, tried on generated payments.
class ProbableLawTest {
    private static final int SEEDS = 6;
    private static final int PAYMENTS = 700;

    @Test
    void theOrderOfTheInputDoesNotMatter() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Scene scene = LikelyScenes.payments(PAYMENTS, seed);
            Scene shuffled = scene.shuffled(seed + 1);
            assertThat(values(shuffled, Side.LEFT)).isEqualTo(values(scene, Side.LEFT));
        }
    }

    @Test
    void swappingTheSidesMirrorsTheResult() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Scene scene = LikelyScenes.payments(PAYMENTS, seed);
            assertThat(values(scene.mirrored(), Side.RIGHT)).isEqualTo(values(scene, Side.LEFT));
        }
    }

    @Test
    void oneThreadDoesWhatFourDo() {
        Scene scene = LikelyScenes.payments(4_000, 1);
        assertThat(values(scene, Side.LEFT, 4)).isEqualTo(values(scene, Side.LEFT, 1));
    }

    @Test
    void findsWhatBelongsTogetherAndKnowsHowSureItIs() {
        double doubt = 0;
        double wrong = 0;
        int pairs = 0;
        int right = 0;
        int truths = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            Scene scene = LikelyScenes.payments(PAYMENTS, seed);
            Matching matching = scene.run(1);
            for (int match = 1; match <= matching.count(); match++) {
                boolean isRight =
                        name(scene, matching, match, Side.LEFT)
                                .equals(name(scene, matching, match, Side.RIGHT));
                doubt += 1 - matching.confidence(match);
                wrong += isRight ? 0 : 1;
                right += isRight ? 1 : 0;
                pairs++;
            }
            List<String> names = scene.right().stream().map(TestEntry::name).toList();
            truths += (int) scene.left().stream().filter(e -> names.contains(e.name())).count();
        }
        assertThat(2.0 * right / (pairs + truths)).as("F1").isGreaterThan(0.95);
        assertThat(Math.abs(doubt - wrong) / pairs).as("calibration").isLessThan(0.02);
    }

    @Test
    void whatAPersonForbadeIsNotMatched() {
        Scene scene = LikelyScenes.payments(PAYMENTS, 1);
        Matching before = scene.run(1);
        List<Decisions.Veto> vetoes = new ArrayList<>();
        for (int match = 1; match <= before.count(); match += 7) {
            vetoes.add(
                    new Decisions.Veto(
                            before.firstRow(Side.LEFT, match), before.firstRow(Side.RIGHT, match)));
        }
        Scene vetoed =
                new Scene(
                        scene.left(),
                        scene.right(),
                        scene.passes(),
                        new Decisions(List.of(), vetoes));
        Matching after = vetoed.run(1);
        for (Decisions.Veto veto : vetoes) {
            assertThat(after.partner(Side.LEFT, veto.left())).isNotEqualTo(veto.right());
        }
    }

    private static Model model(Cascade.Inputs inputs) {
        int left = inputs.left().rows();
        int right = inputs.right().rows();
        Pass.Probable pass = (Pass.Probable) inputs.passes().getFirst();
        Stage stage =
                new Stage(
                        inputs,
                        new Pairs(left, right, Decisions.NONE),
                        new Vetoes(List.of(), left, right),
                        0,
                        new Join.Work(pass.name(), Progress.NONE, 1));
        return ProbableMatcher.find(stage, pass).orElseThrow().model();
    }

    @Test
    void theEvidenceOfAPairIsTheSumOfItsFields() {
        Scene scene = LikelyScenes.payments(PAYMENTS, 1);
        Cascade.Inputs inputs = scene.inputs();
        Matching matching = scene.run(1);
        Model model = model(inputs);
        double matched = 0;
        double unlike = 0;
        for (int match = 1; match < matching.count(); match++) {
            int left = matching.firstRow(Side.LEFT, match);
            List<Model.Evidence> found =
                    model.evidence(
                            inputs.left(),
                            left,
                            inputs.right(),
                            matching.firstRow(Side.RIGHT, match));
            assertThat(found)
                    .extracting(Model.Evidence::field)
                    .containsExactly("amount", "date", "party");
            matched += sum(found);
            unlike +=
                    sum(
                            model.evidence(
                                    inputs.left(),
                                    left,
                                    inputs.right(),
                                    matching.firstRow(Side.RIGHT, match + 1)));
        }
        assertThat(matched / matching.count() + model.prior()).isGreaterThan(2);
        assertThat(unlike / matching.count() + model.prior()).isLessThan(-10);
        assertThat(model.levels()).allMatch(Model.Level::taught);
    }

    @Test
    void blocksThatAPersonNamesBindTheComparison() {
        Scene scene = LikelyScenes.payments(PAYMENTS, 1);
        Pass blocked =
                new Pass.Probable(
                        "same-party",
                        List.of(),
                        List.of("amount", "date", "party"),
                        List.of(List.of("party")),
                        Pass.Probable.PRECISION,
                        Pass.Probable.FLOOR);
        Scene named = new Scene(scene.left(), scene.right(), List.of(blocked), scene.decisions());
        Matching matching = named.run(1);
        assertThat(matching.count()).isGreaterThan(PAYMENTS / 4);
        for (int match = 1; match <= matching.count(); match++) {
            assertThat(entry(scene, matching, match, Side.LEFT).texts())
                    .isEqualTo(entry(scene, matching, match, Side.RIGHT).texts());
        }
    }

    private static double sum(List<Model.Evidence> evidence) {
        return evidence.stream().mapToDouble(Model.Evidence::weight).sum();
    }

    private static TestEntry entry(Scene scene, Matching matching, int match, Side side) {
        return scene.entries(side).get(matching.firstRow(side, match));
    }

    private static String name(Scene scene, Matching matching, int match, Side side) {
        return entry(scene, matching, match, side).name();
    }

    private static List<String> values(Scene scene, Side left) {
        return values(scene, left, 1);
    }

    /// Every match by the values of its entries, with status and confidence, in a fixed order.
    private static List<String> values(Scene scene, Side left, int threads) {
        Matching matching = scene.run(threads);
        List<String> values = new ArrayList<>();
        for (int match = 1; match <= matching.count(); match++) {
            values.add(
                    entry(scene, matching, match, left).line()
                            + " = "
                            + entry(scene, matching, match, left.other()).line()
                            + " "
                            + matching.status(match)
                            + " "
                            + matching.confidence(match));
        }
        values.sort(null);
        assertThat(values).hasSizeGreaterThan(scene.left().size() / 2);
        return values;
    }
}
