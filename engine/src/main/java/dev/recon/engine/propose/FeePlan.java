package dev.recon.engine.propose;

import dev.recon.engine.fee.FeeLearner;
import dev.recon.engine.read.FieldSource;
import dev.recon.engine.rules.Ambiguity;
import dev.recon.engine.rules.DayWindow;
import dev.recon.engine.rules.Pass;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Proposes to match by fees where the differences of paired entries follow a schedule.
///
/// @param key what entries that belong together agree on
/// @param days how far their dates are apart
record FeePlan(Draft draft, List<String> key, Optional<DayWindow> days) {
    private static final double SHARE_MIN = 0.5;
    private static final int CURRENCY_DECIMALS = 2;

    Optional<Pass> find() {
        boolean known =
                draft.leftFields.get(Table.AMOUNT) instanceof FieldSource.Amount
                        && draft.rightFields.get(Table.AMOUNT) instanceof FieldSource.Amount;
        if (!known || days.isEmpty() || !isRegular()) {
            return Optional.empty();
        }
        return Optional.of(
                new Pass.Fee(
                        "fees-as-seen",
                        key,
                        List.of(),
                        Side.LEFT,
                        days.orElseThrow(),
                        Ambiguity.SUGGEST));
    }

    /// Do most of the differences of one direction follow one schedule?
    private boolean isRegular() {
        long[] left = draft.leftUnits;
        long[] right = draft.rightUnits;
        RowPairs pairs = draft.pairs;
        long[] ours =
                Arrays.stream(pairs.left()).limit(pairs.count()).mapToLong(r -> left[r]).toArray();
        long[] theirs =
                Arrays.stream(pairs.right())
                        .limit(pairs.count())
                        .mapToLong(r -> right[r])
                        .toArray();
        return isRegular(ours, theirs) || isRegular(theirs, ours);
    }

    private boolean isRegular(long[] gross, long[] net) {
        int[] some =
                IntStream.range(0, gross.length)
                        .filter(at -> net[at] != Long.MIN_VALUE && gross[at] != Long.MIN_VALUE)
                        .filter(at -> net[at] != 0 && Math.abs(gross[at]) > Math.abs(net[at]))
                        .toArray();
        long step = (long) Math.pow(10, draft.left.scale() - CURRENCY_DECIMALS);
        return FeeLearner.isRegular(
                Arrays.stream(some).mapToLong(at -> Math.abs(gross[at])).toArray(),
                Arrays.stream(some)
                        .mapToLong(at -> Math.abs(gross[at]) - Math.abs(net[at]))
                        .toArray(),
                new FeeLearner.Bar(step, SHARE_MIN));
    }
}
