package dev.recon.engine.propose;

import static dev.recon.engine.propose.LedgerAndBank.money;
import static dev.recon.engine.propose.LedgerAndBank.passes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.engine.rules.Ambiguity;
import dev.recon.engine.rules.Pass;
import dev.recon.engine.rules.RuleSetYaml;
import java.util.Map;
import java.util.Random;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

class FeePlanTest {
    private static final int ROWS = 80;

    private static Proposal propose(LongUnaryOperator fee) {
        Random random = new Random(1);
        StringBuilder left = new StringBuilder("reference,account,date,amount\n");
        StringBuilder right = new StringBuilder("reference,account,date,amount\n");
        for (int row = 0; row < ROWS; row++) {
            long cents = 500 + (long) Math.pow(10, 2 + 3 * random.nextDouble());
            String head = "INV%06d,ACC%02d,".formatted(row * 37 + 100_000, row % 4);
            int day = 1 + random.nextInt(25);
            left.append(head + "2026-03-%02d,".formatted(day) + money(cents) + "\n");
            long net = cents - fee.applyAsLong(cents);
            right.append(head + "2026-03-%02d,".formatted(day + 1) + money(net) + "\n");
        }
        return new LedgerAndBank(left.toString(), right.toString()).propose(Map.of());
    }

    @Test
    void feesThatFollowAScheduleAreMatchedBy() {
        Proposal proposal = propose(cents -> Math.round(cents * 0.029) + 30);
        assertThat(passes(proposal, Pass.Fee.class))
                .singleElement()
                .satisfies(pass -> {
                    assertThat(pass.schedules()).isEmpty();
                    assertThat(pass.ambiguous()).isEqualTo(Ambiguity.SUGGEST);
                });
        assertThat(RuleSetYaml.parse(RuleSetYaml.write(proposal.rules())))
                .isEqualTo(new RuleSetYaml.Result.Valid(proposal.rules()));
    }

    @Test
    void differencesWithoutARuleAreNot() {
        Random random = new Random(2);
        assertThat(passes(propose(_ -> 1 + random.nextInt(300)), Pass.Fee.class)).isEmpty();
        assertThat(passes(propose(_ -> 0), Pass.Fee.class)).isEmpty();
    }
}
