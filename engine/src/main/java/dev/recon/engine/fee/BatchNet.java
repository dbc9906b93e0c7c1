package dev.recon.engine.fee;

import dev.recon.engine.money.Currency;
import dev.recon.engine.rules.BatchFee;

/// What a fee leaves of a batch of one currency.
public record BatchNet(Formula formula, BatchFee.Per per) {
    /// The fee of a pass, for amounts of one currency with so many decimals.
    public static BatchNet of(BatchFee fee, Currency currency, int decimals) {
        return new BatchNet(Formula.of(fee.schedule(), currency, decimals), fee.per());
    }

    /// What is left of some rows.
    ///
    /// @param units the amounts of a side, of which those of `rows` are the batch
    public long of(int[] rows, long[] units) {
        long left = 0;
        for (int row : rows) {
            long unit = units[row];
            left += per == BatchFee.Per.ENTRY ? formula.net(unit) : unit;
        }
        return per == BatchFee.Per.ENTRY ? left : formula.net(left);
    }
}
