package dev.recon.engine.propose;

import dev.recon.engine.read.FieldSource;
import dev.recon.engine.rules.Tolerance;
import dev.recon.engine.table.Table;
import java.math.BigDecimal;
import java.util.Arrays;

/// How far the amounts of paired entries differ: as far as a key that is no reference is trusted
/// with other amounts.
record AmountReach(Draft draft) {
    private static final int PAIRS_MIN = 50;
    private static final double REACH = 0.9;

    Tolerance percent() {
        boolean single =
                draft.leftFields.get(Table.AMOUNT) instanceof FieldSource.Amount
                        && draft.rightFields.get(Table.AMOUNT) instanceof FieldSource.Amount;
        if (!single || draft.pairs.count() < PAIRS_MIN) {
            return new Tolerance.Any();
        }
        double[] percents = new double[draft.pairs.count()];
        for (int pair = 0; pair < percents.length; pair++) {
            double a = Math.abs((double) draft.leftUnits[draft.pairs.left()[pair]]);
            double b = Math.abs((double) draft.rightUnits[draft.pairs.right()[pair]]);
            percents[pair] = a + b == 0 ? 0 : Math.abs(a - b) / Math.max(a, b) * 100;
        }
        Arrays.sort(percents);
        double reach = percents[(int) (percents.length * REACH)];
        return new Tolerance.Percent(BigDecimal.valueOf((long) Math.ceil(reach)));
    }
}
