package dev.recon.engine.propose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.engine.Outcome;
import dev.recon.engine.rules.RuleSetYaml;
import dev.recon.engine.table.Side;
import org.junit.jupiter.api.Test;

/// A debit below zero is a reversal, unless the file writes all debits so.
class NegativeDebitsTest {
    private static final int REVERSAL = 8;

    @Test
    void aReversalCountsWithItsSign() {
        String right = right("");
        UnknownRun run = UnknownRun.of(left(), right);
        assertThat(yaml(run)).contains("{debit: Debit, credit: Credit, decimal: \".\"}");
        assertThat(run.matched()).containsExactlyInAnyOrderElementsOf(UnknownRun.sameLines());
        assertThat(run.breaks()).isEmpty();
        try (Outcome outcome = UnknownRun.run(run.proposal(), left(), right, 1)) {
            assertThat(outcome.read(Side.RIGHT).table().amounts().units()[REVERSAL]).isPositive();
        }
    }

    @Test
    void debitsWithTheirMinusAreToldAndCountAsTheyStand() {
        UnknownRun run = UnknownRun.of(left(), right("-"));
        assertThat(yaml(run)).contains("{debit: Debit, credit: Credit, debits: negative, decimal");
        assertThat(run.matched()).containsExactlyInAnyOrderElementsOf(UnknownRun.sameLines());
        assertThat(run.breaks()).isEmpty();
    }

    private static String yaml(UnknownRun run) {
        return RuleSetYaml.write(run.proposal().rules());
    }

    /// Every second entry goes out; one of these comes back.
    private static String left() {
        return UnknownRun.file(
                "invoice,amount",
                n -> no(n) + "," + (n % 2 == 0 && n != REVERSAL ? "-" : "") + amount(n));
    }

    /// @param minus what debits begin with
    private static String right(String minus) {
        String back = minus.isEmpty() ? "-" : "";
        return UnknownRun.file(
                "ref,Debit,Credit",
                n -> {
                    String debit = (n == REVERSAL ? back : minus) + amount(n) + ",";
                    return no(n) + "," + (n % 2 == 0 ? debit : "," + amount(n));
                });
    }

    private static String no(int n) {
        return "INV-" + (7_000 + n * 3);
    }

    private static String amount(int n) {
        return LedgerAndBank.money(1_250 + n * 977L % 8_000);
    }
}
