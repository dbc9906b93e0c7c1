package dev.recon.engine.classify;

import dev.recon.engine.fee.BatchNet;
import dev.recon.engine.rules.BatchFee;
import dev.recon.engine.rules.Pass;
import dev.recon.engine.table.Side;
import java.util.Optional;

/// Which fee a batch differs by from the one entry that it was matched with.
final class BatchFees {
    private BatchFees() {}

    /// The fee that the pass states, where the difference is that to the unit.
    static Optional<String> of(Facts facts, int match, Facts.Members members) {
        int pass = facts.matching().pass(match);
        if (pass < 0 || !(facts.rules().passes().get(pass) instanceof Pass.Batch batch)) {
            return Optional.empty();
        }
        return batch.fee()
                .filter(fee -> isKept(facts, batch.of(), members, fee))
                .map(fee -> fee.words(facts.left().decimals()));
    }

    private static boolean isKept(Facts facts, Side of, Facts.Members members, BatchFee fee) {
        int[] batch = of == Side.LEFT ? members.left() : members.right();
        int[] other = of == Side.LEFT ? members.right() : members.left();
        long[] units = facts.table(of).amounts().units();
        return other.length == 1
                && BatchNet.find(fee, facts.currency(members), facts.left().decimals())
                        .filter(net -> net.of(batch, units) == facts.units(of.other(), other[0]))
                        .isPresent();
    }
}
