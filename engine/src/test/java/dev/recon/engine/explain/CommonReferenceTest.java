package dev.recon.engine.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.engine.Outcome;
import dev.recon.engine.match.Stops;
import dev.recon.engine.report.ExplanationText;
import dev.recon.engine.table.Side;
import org.junit.jupiter.api.Test;

/// A reference that more than a million pairs share matches nothing, and that is said.
class CommonReferenceTest {
    private static final int SHARED = 1_000;

    private static SmallRun run(int lefts) {
        return SmallRun.parse(
                """
                # A common reference
                passes:
                  - {name: in-text, kind: reference, find: reference, in: text, key: []}
                left reference,amount
                RARE-1234567,5.00
                %sright amount,text
                5.00,paid RARE-1234567
                %s\
                """
                        .formatted(
                                "COMMON-123456,10.00\n".repeat(lefts),
                                "10.00,paid COMMON-123456\n".repeat(SHARED)));
    }

    @Test
    void onePairFewerIsMatched() {
        try (Outcome outcome = run(SHARED).outcome()) {
            assertThat(outcome.matching().count()).isEqualTo(SHARED + 1);
            assertThat(outcome.matching().stops(0)).isEqualTo(Stops.NONE);
        }
    }

    @Test
    void entriesOfACommonOneAreCountedAndExplained() {
        try (Outcome outcome = run(SHARED + 1).outcome()) {
            assertThat(outcome.matching().count()).isEqualTo(1);
            Stops stops = outcome.matching().stops(0);
            assertThat(stops).isEqualTo(new Stops(2 * SHARED + 1, Side.LEFT, 1, SHARED, 2));

            Scope scope = Scope.of(outcome);
            Explainer explainer = new Explainer(scope, Learnt.of(scope, 1));
            assertThat(ExplanationText.of(explainer.entry(Side.LEFT, 1, 1)))
                    .contains("pass in-text: too many entries share it to tell");
            assertThat(ExplanationText.of(explainer.entry(Side.RIGHT, 1, 1)))
                    .contains("pass in-text: too many entries share it to tell");
        }
    }
}
