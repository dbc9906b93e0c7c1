package dev.recon.engine.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.engine.Outcome;
import dev.recon.engine.report.ExplanationText;
import dev.recon.engine.table.Side;
import org.junit.jupiter.api.Test;

/// Lines that are read again say what their run said.
class LinesAgainTest {
    private static final String FIELDS =
            """
              fields:
                reference: {column: ref}
                amount: {column: amount}
                date: {column: date, format: yyyy-MM-dd}
                party: {column: party}
            """;

    private static String rules(String side, String rest) {
        return "version: 1\ndecimals: 2\nleft:\n"
                + side
                + FIELDS
                + "right:\n"
                + side
                + FIELDS
                + "passes:\n  - {name: ex, kind: exact, key: [reference, amount]}\n"
                + rest;
    }

    private static String entry(SmallRun run, Side side, int row) {
        try (Outcome outcome = run.outcome()) {
            Scope scope = Scope.of(outcome);
            Explainer explainer = new Explainer(scope, Learnt.of(scope, 1));
            return ExplanationText.of(explainer.entry(side, row, 3));
        }
    }

    @Test
    void anAbsentWordIsNoValueInTheWordsOfABreak() {
        SmallRun run =
                new SmallRun(
                        rules("  absent: [\"NULL\"]\n", "compare:\n  party: {absent: differs}\n"),
                        "ref,amount,date,party\nA1,10.00,2026-01-05,NULL\n",
                        "ref,amount,date,party\nA1,10.00,2026-01-05,Bob\n");
        try (Outcome outcome = run.outcome()) {
            assertThat(outcome.written().text(Side.LEFT, 0, "party")).isEmpty();
        }
    }

    @Test
    void aDateThatIsAbsentIsEmptyInTheWordsOfABreak() {
        String due = rules("", "compare:\n  due: {absent: differs}\n");
        SmallRun run =
                new SmallRun(
                        due.replace(
                                "party: {column: party}", "due: {column: due, format: yyyy-MM-dd}"),
                        "ref,amount,date,due\nA1,10.00,2026-01-05,\n",
                        "ref,amount,date,due\nA1,10.00,2026-01-05,2026-02-05\n");
        try (Outcome outcome = run.outcome()) {
            assertThat(outcome.breaks().reason(1, outcome.written()))
                    .startsWith("due is empty on the left, 2026-02-05 on the right");
        }
    }

    @Test
    void anAbsentWordIsNoValueOfAnEntryThatIsExplained() {
        SmallRun run =
                new SmallRun(
                        rules("  absent: [\"NULL\"]\n", ""),
                        "ref,amount,date,party\nA1,10.00,2026-01-05,NULL\n",
                        "ref,amount,date,party\nA1,11.00,2026-01-05,NULL\n");
        assertThat(entry(run, Side.LEFT, 0)).contains("A1").doesNotContain("NULL", "party");
    }

    @Test
    void anEntryWithoutADateIsNoTotalOfTheLinesThatItIsExplainedWith() {
        String totals = "  totals: {of: [amount], without: [date]}\n";
        SmallRun run =
                new SmallRun(
                        rules(totals, ""),
                        "ref,amount,date,party\nA1,10.00,2026-01-05,x\nA2,3.00,2026-01-06,x\n",
                        """
                        ref,amount,date,party
                        B1,10.00,2026-01-05,x
                        B2,4.00,2026-01-05,x
                        B3,10.00,,x
                        """);
        assertThat(entry(run, Side.LEFT, 0)).contains("right:1", "right:3");
    }
}
