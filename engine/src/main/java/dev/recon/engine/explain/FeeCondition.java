package dev.recon.engine.explain;

import dev.recon.engine.fee.Formula;
import dev.recon.engine.rules.Pass;
import dev.recon.engine.rules.Schedule;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;

/// Is one amount what a schedule leaves of the other?
final class FeeCondition {
    private FeeCondition() {}

    static Condition of(Pass.Fee pass, EntryPair pair) {
        if (pass.schedules().isEmpty()) {
            return Condition.fails(
                    Table.AMOUNT,
                    "no schedule learnt from earlier matches leaves this amount",
                    new Mend.None());
        }
        EntryFields gross = pass.gross() == Side.LEFT ? pair.left() : pair.right();
        EntryFields net = pass.gross() == Side.LEFT ? pair.right() : pair.left();
        int decimals = gross.table().decimals();
        for (Schedule schedule : pass.schedules()) {
            Formula formula = Formula.of(schedule, gross.table().currency(gross.row()), decimals);
            if (formula.net(gross.units()) == net.units()) {
                return Condition.holds(
                        Table.AMOUNT, "the fee of " + schedule.words(decimals) + " fits exactly");
            }
        }
        Schedule first = pass.schedules().getFirst();
        long left =
                Formula.of(first, gross.table().currency(gross.row()), decimals).net(gross.units());
        return Condition.fails(
                Table.AMOUNT,
                "after the fee of "
                        + first.words(decimals)
                        + " the amount is "
                        + Wording.amount(gross, left),
                new Mend.None());
    }
}
