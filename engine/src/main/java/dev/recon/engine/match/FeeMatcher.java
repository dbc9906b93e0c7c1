package dev.recon.engine.match;

import dev.recon.engine.fee.Differences;
import dev.recon.engine.fee.FeeLearner;
import dev.recon.engine.fee.FeeSchedules;
import dev.recon.engine.fee.FittedSchedule;
import dev.recon.engine.fee.Formula;
import dev.recon.engine.rules.Pass;
import dev.recon.engine.rules.Schedule;
import dev.recon.engine.rules.Tolerance;
import dev.recon.engine.table.AmountColumn;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import java.util.List;

/// The key agrees, and the net amount is what a schedule leaves of the gross one, to the unit.
///
/// Each schedule in turn makes of every gross amount the net one that it leaves; with these the
/// pass is a [CloseMatcher] that allows no difference, with its rank, its clear matches and its
/// confidence by decoys. Stated schedules go in the order of the rule set. Learnt ones come from
/// the differences inside the matches of earlier passes (see [FeeLearner]): an entry tries those of
/// its currency, account, party and so on, in the order in which they were learnt, at most
/// [#ROUNDS_MAX] of them. The direction whose schedules fit more goes first.
///
/// Cost: 12 bytes a row for the amounts after the fee and the rows that take part; each round one
/// join and one close pass, so what bounds that ([NearestChain]) bounds this.
final class FeeMatcher {
    static final int ROUNDS_MAX = 4;

    private final Stage stage;
    private final Pass.Fee pass;
    private final Pass.Close close;
    private final int label;
    private final Evidence evidence = new Evidence();
    private boolean hasDecoys = true;

    private FeeMatcher(Stage stage, Pass.Fee pass) {
        this.stage = stage;
        this.pass = pass;
        this.label = stage.addLabels();
        this.close = Pass.Close.of(pass, Tolerance.Absolute.EQUAL, pass.days(), List.of());
    }

    static void run(Stage stage, Pass.Fee pass) {
        FeeMatcher matcher = new FeeMatcher(stage, pass);
        if (pass.schedules().isEmpty()) {
            matcher.runLearnt();
        } else {
            matcher.runStated();
        }
        CloseMatcher.label(
                stage, matcher.label, new CloseMatcher.Found(matcher.evidence, matcher.hasDecoys));
    }

    /// The formula for a gross entry in one round, null when it takes no part.
    private interface Formulas {
        @org.jspecify.annotations.Nullable
        Formula of(int row);
    }

    private void runStated() {
        Table table = stage.table(pass.gross());
        for (Schedule schedule : pass.schedules()) {
            ByPacked formulas = new ByPacked(schedule, table.decimals());
            runRound(pass.gross(), row -> formulas.of(table.currencies().packed()[row]));
        }
    }

    /// One formula for each currency, made when it is met.
    private static final class ByPacked {
        private final Schedule schedule;
        private final int decimals;
        private final java.util.Map<Short, Formula> made = new java.util.HashMap<>();

        ByPacked(Schedule schedule, int decimals) {
            this.schedule = schedule;
            this.decimals = decimals;
        }

        @org.jspecify.annotations.Nullable
        Formula of(short packed) {
            var currency = new dev.recon.engine.money.Currency(packed);
            return Formula.isCountable(currency, decimals)
                    ? made.computeIfAbsent(packed, _ -> Formula.of(schedule, currency, decimals))
                    : null;
        }
    }

    private void runLearnt() {
        FeeSchedules schedules = FeeLearner.learn(differences(), List.of());
        boolean leftFirst = fits(schedules, Side.LEFT) >= fits(schedules, Side.RIGHT);
        for (Side gross : leftFirst ? Side.values() : new Side[] {Side.RIGHT, Side.LEFT}) {
            for (int round = 0; round < ROUNDS_MAX && fits(schedules, gross) > 0; round++) {
                int number = round;
                runRound(
                        gross,
                        row -> {
                            List<Formula> all = schedules.formulas(gross, row);
                            return number < all.size() ? all.get(number) : null;
                        });
            }
        }
    }

    private static long fits(FeeSchedules schedules, Side gross) {
        return schedules.all().stream()
                .filter(one -> one.gross() == gross)
                .mapToLong(FittedSchedule::fits)
                .sum();
    }

    /// The pairs that earlier passes made.
    private Differences differences() {
        Differences pairs = new Differences(stage.table(Side.LEFT), stage.table(Side.RIGHT));
        int[] partners = stage.pairs().partners(Side.LEFT);
        for (int row = 0; row < partners.length; row++) {
            if (partners[row] > 0) {
                pairs.add(row, partners[row] - 1);
            }
        }
        return pairs;
    }

    private void runRound(Side gross, Formulas formulas) {
        Table table = stage.table(gross);
        int[] partners = stage.pairs().partners(gross).clone();
        long[] units = table.amounts().units().clone();
        int taking = 0;
        for (int row = 0; row < table.rows(); row++) {
            if (partners[row] != 0) {
                continue;
            }
            Formula formula = formulas.of(row);
            long net = formula == null ? units[row] : formula.net(units[row]);
            boolean takes = Formula.isKept(units[row], net);
            partners[row] = takes ? 0 : 1;
            taking += takes ? 1 : 0;
            units[row] = net;
        }
        if (taking == 0) {
            return;
        }
        Table seen = table.withAmounts(new AmountColumn(units, table.rows()));
        boolean left = gross == Side.LEFT;
        Stage viewed =
                stage.seen(
                        left ? seen : stage.table(Side.LEFT),
                        left ? stage.table(Side.RIGHT) : seen);
        Join join =
                stage.join(
                        left ? partners : stage.pairs().partners(Side.LEFT),
                        left ? stage.pairs().partners(Side.RIGHT) : partners);
        CloseMatcher.Found found =
                CloseMatcher.match(BusinessDates.seen(viewed, pass.days()), join, label, close);
        evidence.add(found.evidence());
        hasDecoys &= found.hasDecoys();
    }
}
