package dev.recon.engine.explain;

import dev.recon.engine.fee.Formula;
import dev.recon.engine.money.Currency;
import dev.recon.engine.rules.Pass;
import dev.recon.engine.rules.Schedule;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;

/// Is one amount what a schedule leaves of the other?
final class FeeCondition {
    private FeeCondition() {}

    static Condition of(Pass.Fee pass, EntryPair pair) {
        if (pass.schedules().isEmpty()) {
            return fails("no schedule learnt from earlier matches leaves this amount");
        }
        EntryFields gross = pass.gross() == Side.LEFT ? pair.left() : pair.right();
        EntryFields net = pass.gross() == Side.LEFT ? pair.right() : pair.left();
        int decimals = gross.table().decimals();
        Currency currency = gross.table().currency(gross.row());
        if (!Formula.isCountable(currency, decimals)) {
            return fails("fees in " + currency + " are not counted with so many decimals");
        }
        for (Schedule schedule : pass.schedules()) {
            long left = Formula.of(schedule, currency, decimals).net(gross.units());
            if (left == net.units() && Formula.isKept(gross.units(), left)) {
                return Condition.holds(
                        Table.AMOUNT, "the fee of " + schedule.words(decimals) + " fits exactly");
            }
        }
        Schedule first = pass.schedules().getFirst();
        long left = Formula.of(first, currency, decimals).net(gross.units());
        String fee = "the fee of " + first.words(decimals);
        return fails(
                Formula.isKept(gross.units(), left)
                        ? "after " + fee + " the amount is " + Wording.amount(gross, left)
                        : "nothing is kept of the amount by " + fee + ", or all of it");
    }

    private static Condition fails(String text) {
        return Condition.fails(Table.AMOUNT, text, new Mend.None());
    }
}
