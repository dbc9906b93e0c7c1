package dev.recon.engine.propose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.engine.rules.Pass;
import dev.recon.engine.rules.RuleSetYaml;
import dev.recon.engine.table.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ContraPlanTest {
    private static final int ROWS = 300;

    /// @param reversed every which entry of the ledger comes back with the other sign
    /// @param cents what is missing of it then
    private static Proposal propose(int reversed, int cents) {
        Random random = new Random(1);
        StringBuilder left = new StringBuilder("reference,date,amount\n");
        StringBuilder right = new StringBuilder("reference,date,amount\n");
        for (int row = 0; row < ROWS; row++) {
            String head = "INV%06d,2026-03-%02d,".formatted(row * 37 + 100_000, 1 + row % 28);
            long units = 500L + random.nextInt(1_000_000);
            left.append(head + money(units) + "\n");
            if (row % reversed == 0) {
                left.append(head + money(cents - units) + "\n");
            } else {
                right.append(head + money(units) + "\n");
            }
        }
        return Proposer.propose(
                LedgerAndBank.inspect("ledger.csv", left.toString()),
                LedgerAndBank.inspect("bank.csv", right.toString()),
                Map.of());
    }

    private static String money(long cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }

    private static List<Pass.Contra> contras(Proposal proposal) {
        return proposal.rules().passes().stream()
                .filter(Pass.Contra.class::isInstance)
                .map(Pass.Contra.class::cast)
                .toList();
    }

    @Test
    void reversalsWithTheirReferenceAreMatchedOnTheirSide() {
        Proposal proposal = propose(20, 0);
        assertThat(contras(proposal))
                .singleElement()
                .satisfies(pass -> {
                    assertThat(pass.sides()).containsExactly(Side.LEFT);
                    assertThat(pass.key()).contains("reference");
                });
        assertThat(RuleSetYaml.parse(RuleSetYaml.write(proposal.rules())))
                .isEqualTo(new RuleSetYaml.Result.Valid(proposal.rules()));
    }

    @Test
    void negativeEntriesThatDoNotCancelAreNoReversals() {
        assertThat(contras(propose(20, 3))).isEmpty();
    }

    @Test
    void twoReversalsMayBeChance() {
        assertThat(contras(propose(200, 0))).isEmpty();
    }
}
