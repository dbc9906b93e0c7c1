package dev.recon.engine.propose;

import static dev.recon.engine.propose.LedgerAndBank.money;
import static dev.recon.engine.propose.LedgerAndBank.passes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.engine.rules.Pass;
import dev.recon.engine.rules.RuleSetYaml;
import dev.recon.engine.table.Side;
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
        return new LedgerAndBank(left.toString(), right.toString()).propose(Map.of());
    }

    @Test
    void reversalsWithTheirReferenceAreMatchedOnTheirSide() {
        Proposal proposal = propose(20, 0);
        assertThat(passes(proposal, Pass.Contra.class))
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
        assertThat(passes(propose(20, 3), Pass.Contra.class)).isEmpty();
    }

    @Test
    void twoReversalsMayBeChance() {
        assertThat(passes(propose(200, 0), Pass.Contra.class)).isEmpty();
    }
}
