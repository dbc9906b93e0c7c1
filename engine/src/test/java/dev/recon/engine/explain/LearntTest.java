package dev.recon.engine.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.engine.Outcome;
import dev.recon.engine.table.Side;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/// What fields weigh comes from the entries, and what it comes to is a probability.
class LearntTest {
    private static final int ROWS = 400;

    /// Every reference is there once, each account for half of the entries; no pass asks for the
    /// account.
    private static SmallRun run() {
        StringBuilder left = new StringBuilder("left reference,account,date,currency,amount\n");
        StringBuilder right = new StringBuilder("right reference,account,date,currency,amount\n");
        for (int row = 0; row < ROWS; row++) {
            String rest = ",A%d,2026-10-%02d,EUR,%d.50\n".formatted(row % 2, 1 + row % 28, row + 7);
            left.append("INV-").append(row * 7919 % 90_001).append(rest);
            right.append("INV-").append(row == 5 ? "XX" : row * 7919 % 90_001).append(rest);
        }
        return SmallRun.parse(
                "passes:\n  - {name: one, kind: exact, key: [reference, amount]}\n"
                        + left
                        + "\n"
                        + right);
    }

    private static List<Evidence> evidenceOf(int row) {
        try (Outcome outcome = run().outcome()) {
            Scope scope = Scope.of(outcome);
            Explainer explainer = new Explainer(scope, Learnt.of(scope, 1));
            return explainer.findMatch(Side.LEFT, row, 0).orElseThrow().evidence();
        }
    }

    private static double weight(List<Evidence> evidence, String field) {
        return evidence.stream()
                .filter(one -> one.field().equals(field))
                .findFirst()
                .orElseThrow()
                .weight();
    }

    @Test
    void aRareValueWeighsMoreThanACommonOne() {
        List<Evidence> evidence = evidenceOf(3);

        assertThat(weight(evidence, "reference")).isGreaterThan(8);
        assertThat(weight(evidence, "account")).isBetween(0.5, 1.5);
    }

    @Test
    void aFieldThatNoPassAsksForIsEvidenceAllTheSame() {
        assertThat(evidenceOf(3).stream().map(Evidence::field).collect(Collectors.toSet()))
                .contains("account", "date");
    }

    @Test
    void theEntryThatBelongsToAnOpenOneIsNearlyCertain() {
        try (Outcome outcome = run().outcome()) {
            Scope scope = Scope.of(outcome);
            Explainer explainer = new Explainer(scope, Learnt.of(scope, 1));

            List<Candidate> candidates = explainer.entry(Side.LEFT, 5, 3).candidates();

            assertThat(candidates.getFirst().entry().row()).isEqualTo(5);
            assertThat(candidates.getFirst().taken()).isEmpty();
            assertThat(candidates.getFirst().confidence()).isGreaterThan(0.5);
            assertThat(candidates.get(1).confidence()).isLessThan(0.01);
        }
    }

    @Test
    void aChangeThatMatchesStrangersIsNotProposed() {
        String rows =
                run().left()
                        .replace("INV-39595,A1,2026-10-06,EUR,12.50", "Z,A9,2025-01-01,EUR,999");
        SmallRun strangers = new SmallRun(run().rules(), rows, run().right());
        try (Outcome outcome = strangers.outcome()) {
            Scope scope = Scope.of(outcome);

            var explained = new Explainer(scope, Learnt.of(scope, 1)).entry(Side.LEFT, 5, 3);

            assertThat(explained.candidates()).isNotEmpty();
            assertThat(explained.change()).isEmpty();
        }
    }

    @Test
    void theConfidencesOfAllCandidatesAreNeverMoreThanOne() {
        double[] scores = {20, 20, 3, -40};
        Odds odds = Odds.of(DoubleStream.of(scores), 1_000);

        double all =
                DoubleStream.of(scores)
                        .map(score -> odds.confidence(score, OptionalDouble.empty()))
                        .sum();

        assertThat(all).isBetween(0.99, 1.0);
        assertThat(odds.confidence(20, OptionalDouble.empty())).isBetween(0.49, 0.5);
        assertThat(odds.confidence(20, OptionalDouble.of(10))).isLessThan(0.001);
    }
}
