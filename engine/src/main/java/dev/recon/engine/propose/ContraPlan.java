package dev.recon.engine.propose;

import dev.recon.engine.rules.Ambiguity;
import dev.recon.engine.rules.DayWindow;
import dev.recon.engine.rules.Offset;
import dev.recon.engine.rules.Pass;
import dev.recon.engine.rules.Tolerance;
import dev.recon.engine.table.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Do entries of one side with the same reference cancel each other, far beyond chance? Counted
/// among the entries of the sample that the key does not pair, each entry once, and against what
/// chance would give: the same count for amounts that are a little larger.
///
/// @param by the common key
/// @param key that field, and what goes with it
record ContraPlan(Draft draft, Key by, List<String> key) {
    private static final int HITS_MIN = 3;
    private static final int BEYOND = 20;
    private static final long[] DECOYS = {1_000_000, 7_000_000, 13_000_000, 29_000_000};

    /// The pass, for the sides on which the data bears it out.
    Optional<Pass> find() {
        List<Side> sides = Arrays.stream(Side.values()).filter(this::isBorneOut).toList();
        return sides.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Pass.Contra(
                                "reversals",
                                key,
                                sides,
                                Offset.PAIR,
                                Tolerance.Absolute.EQUAL,
                                DayWindow.ANY,
                                List.of(),
                                Ambiguity.SUGGEST));
    }

    private boolean isBorneOut(Side side) {
        long hits = 0;
        long accidents = 0;
        for (List<Long> amounts : open(side).values()) {
            if (amounts.size() > 1) {
                hits += cancelling(amounts, 0);
                for (long decoy : DECOYS) {
                    accidents += cancelling(amounts, decoy);
                }
            }
        }
        return hits >= HITS_MIN && hits * DECOYS.length > BEYOND * accidents;
    }

    /// How many entries above zero have one below it that is larger by `more`, each taken once.
    private static long cancelling(List<Long> amounts, long more) {
        Map<Long, Integer> below = new HashMap<>();
        amounts.stream()
                .filter(units -> units < 0)
                .forEach(units -> below.merge(-units, 1, Integer::sum));
        long count = 0;
        for (long units : amounts) {
            if (units > 0 && below.getOrDefault(units + more, 0) > 0) {
                below.merge(units + more, -1, Integer::sum);
                count++;
            }
        }
        return count;
    }

    /// The amounts of the entries that the key does not pair, by their reference and currency.
    private Map<String, List<Long>> open(Side side) {
        SampleSide sample = draft.sample(side);
        String[] references = by.values(sample, side);
        String[] currencies = new RowCurrencies(draft).of(side);
        boolean[] paired = new boolean[sample.rows()];
        for (int row : side == Side.LEFT ? draft.pairs.left() : draft.pairs.right()) {
            paired[row] = true;
        }
        long[] units = draft.units(side);
        Map<String, List<Long>> open = new HashMap<>();
        for (int row = 0; row < paired.length; row++) {
            if (!paired[row] && !references[row].isEmpty() && units[row] != Long.MIN_VALUE) {
                open.computeIfAbsent(
                                references[row] + "\n" + currencies[row], _ -> new ArrayList<>())
                        .add(units[row]);
            }
        }
        return open;
    }
}
