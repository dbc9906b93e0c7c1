package dev.recon.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.engine.Outcome;
import dev.recon.engine.Reconciler;
import dev.recon.engine.read.ArrayBytes;
import dev.recon.engine.table.Progress;
import dev.recon.engine.table.Side;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What of a file is kept, and which file is read first.
class NeedsTest {
    private static final String TEXT = ", text: {column: text}";
    private static final ArrayBytes REFERENCES =
            ArrayBytes.of("references.csv", "reference,amount\nINV-201,5\nINV-202,7\nINV-203,9\n");
    private static final ArrayBytes TEXTS =
            ArrayBytes.of(
                    "texts.csv",
                    "reference,amount,text\n,7,pays INV-202 of 2026\n,9,INV-203\n,5,INV-999\n");

    @Test
    void theSideWhoseTextsAreSearchedIsReadSecond() {
        assertThat(Needs.first(rules("", TEXT))).isEqualTo(Side.LEFT);
        assertThat(Needs.first(rules(TEXT, ""))).isEqualTo(Side.RIGHT);
        assertThat(Needs.first(rules(TEXT, TEXT))).isEqualTo(Side.LEFT);
    }

    @Test
    void ofATextOnlyReferencesOfTheOtherSideAreKept() {
        Outcome outcome = run(new Reconciler.Inputs(REFERENCES, TEXTS, rules("", TEXT), nothing()));

        assertThat(outcome.right().table().tokens().values())
                .singleElement()
                .satisfies(kept -> assertThat(kept.tokens().rows()).isEqualTo(2));
    }

    @Test
    void theSameIsFoundWhicheverSideHasTheTexts() {
        Outcome left = run(new Reconciler.Inputs(REFERENCES, TEXTS, rules("", TEXT), nothing()));
        Outcome right = run(new Reconciler.Inputs(TEXTS, REFERENCES, rules(TEXT, ""), nothing()));

        assertThat(partners(left, Side.LEFT)).containsExactly(-1, 0, 1);
        assertThat(partners(right, Side.RIGHT)).isEqualTo(partners(left, Side.LEFT));
        assertThat(partners(right, Side.LEFT)).isEqualTo(partners(left, Side.RIGHT));
    }

    @Test
    void aRunTellsItsStagesInTheOrderInWhichItReads() {
        List<String> stages = new ArrayList<>();
        Progress told =
                new Progress() {
                    @Override
                    public void report(String stage, long done, long total) {
                        stages.add(stage);
                    }

                    @Override
                    public boolean isCancelled() {
                        return false;
                    }
                };
        Reconciler.run(
                new Reconciler.Inputs(TEXTS, REFERENCES, rules(TEXT, ""), nothing()), told, 1);

        assertThat(stages.stream().distinct().limit(2)).containsExactly("read right", "read left");
    }

    private static Outcome run(Reconciler.Inputs inputs) {
        return Reconciler.run(inputs, Progress.NONE, 2);
    }

    private static Reconciler.Decided nothing() {
        return Reconciler.Decided.NOTHING;
    }

    private static List<Integer> partners(Outcome outcome, Side side) {
        List<Integer> partners = new ArrayList<>();
        for (int row = 0; row < outcome.read(side).table().rows(); row++) {
            partners.add(outcome.matching().partner(side, row));
        }
        return partners;
    }

    private static RuleSet rules(String left, String right) {
        String yaml =
                """
                version: 1
                decimals: 2
                left:
                  fields: {reference: {column: reference}, amount: {column: amount}%s}
                right:
                  fields: {reference: {column: reference}, amount: {column: amount}%s}
                passes:
                  - {name: in-text, kind: reference, find: reference, in: text, key: [amount]}
                """
                        .formatted(left, right);
        return TestRules.of(yaml);
    }
}
