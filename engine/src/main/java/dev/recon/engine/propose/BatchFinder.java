package dev.recon.engine.propose;

import dev.recon.engine.propose.AmountColumns.Found;
import dev.recon.engine.rules.BatchFee;
import dev.recon.engine.table.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/// Finds what the entries of one side have in common that come together to single entries of the
/// other: the payout of a transaction, the month of a salary, the day of a sale.
///
/// Nothing on the other side names it, so only the amounts can bear it out: what the entries of a
/// batch come to is an amount of the other side, to the cent, for a good part of the batches, and
/// far more often than what is a little larger. The same sums tell which of several amounts is
/// meant. Two columns together are tried only where none alone makes batches.
final class BatchFinder {
    private static final int HITS_MIN = 2;
    private static final double SHARE_MIN = 0.3;

    /// Of large files the sample holds few batches whole: fewer sums agree.
    private static final double SHARE_PARTIAL_MIN = 0.08;

    private static final int BEYOND = 5;
    private static final long[] DECOYS = {1_000_000, 7_000_000, 13_000_000, 29_000_000};

    private final Draft draft;

    BatchFinder(Draft draft) {
        this.draft = draft;
    }

    /// What makes batches.
    ///
    /// @param fee what is kept of each, if anything
    record Batch(BatchBy by, Optional<BatchFee> fee) {}

    /// What makes batches, and the amounts whose sums bear it out.
    record Batches(Batch batch, Sums sums) {}

    /// The entries of one side in batches, and what they may come to.
    private record Tried(BatchBy by, List<List<Integer>> rows, Summed ours, Single theirs) {}

    /// An amount, and what each batch comes to by it.
    private record Summed(Found found, long[] sums) {
        static Summed of(Found found, List<List<Integer>> rows) {
            return new Summed(
                    found,
                    rows.stream()
                            .mapToLong(group -> AmountColumns.sum(group, found.units()))
                            .toArray());
        }
    }

    /// The amounts of single entries.
    ///
    /// @param rows the row of each amount without its sign, -1 where several have it
    private record Single(Found found, Map<Long, Integer> rows) {
        static Single of(Found found) {
            Map<Long, Integer> rows = new HashMap<>();
            long[] units = found.units();
            for (int row = 0; row < units.length; row++) {
                if (AmountColumns.isFilled(units[row])) {
                    rows.merge(Math.abs(units[row]), row, (_, _) -> -1);
                }
            }
            return new Single(found, rows);
        }
    }

    /// That most of whose batches come to an entry of the other side.
    Optional<Batches> find() {
        return find(BatchBy::ones).or(() -> find(BatchBy::twos));
    }

    private Optional<Batches> find(BiFunction<Draft, Side, List<BatchBy>> candidates) {
        Optional<Batches> best = Optional.empty();
        for (Side of : Side.values()) {
            List<Found> amounts = new AmountColumns(draft, of).find();
            List<Single> others =
                    new AmountColumns(draft, of.other()).find().stream().map(Single::of).toList();
            for (BatchBy by : candidates.apply(draft, of)) {
                List<List<Integer>> rows = rows(by);
                for (Found amount : rows.size() < HITS_MIN ? List.<Found>of() : amounts) {
                    Summed ours = Summed.of(amount, rows);
                    for (Single theirs : others) {
                        best = better(best, judged(new Tried(by, rows, ours, theirs)));
                    }
                }
            }
        }
        return best;
    }

    private static Optional<Batches> better(Optional<Batches> one, Optional<Batches> other) {
        int hits = one.map(found -> found.sums.pairs().count()).orElse(0);
        return other.isPresent() && other.get().sums.pairs().count() > hits ? other : one;
    }

    /// The rows of each batch of several entries, in an order that their cells decide.
    private List<List<Integer>> rows(BatchBy by) {
        Map<String, List<Integer>> rows = by.rows(draft);
        return rows.keySet().stream()
                .sorted(RowPairs.SCATTERED)
                .map(rows::get)
                .filter(group -> group.size() > 1)
                .toList();
    }

    private Optional<Batches> judged(Tried tried) {
        Map<Long, Integer> amounts = tried.theirs.rows;
        long[] units = tried.theirs.found.units();
        List<int[]> pairs = new ArrayList<>();
        int accidents = 0;
        int opposite = 0;
        for (int batch = 0; batch < tried.rows.size(); batch++) {
            long sum = tried.ours.sums[batch];
            int other = amounts.getOrDefault(Math.abs(sum), -1);
            if (sum != 0 && other >= 0) {
                pairs.add(new int[] {tried.rows.get(batch).getFirst(), other});
                opposite += sum > 0 == units[other] > 0 ? 0 : 1;
            }
            for (long decoy : DECOYS) {
                accidents += amounts.containsKey(Math.abs(sum) + decoy) ? 1 : 0;
            }
        }
        double shareMin = draft.isComplete() ? SHARE_MIN : SHARE_PARTIAL_MIN;
        boolean borneOut =
                pairs.size() >= HITS_MIN
                        && pairs.size() >= tried.rows.size() * shareMin
                        && pairs.size() * DECOYS.length > BEYOND * accidents;
        return borneOut
                ? Optional.of(batches(tried, pairs, opposite * 2 > pairs.size()))
                : Optional.empty();
    }

    private static Batches batches(Tried tried, List<int[]> pairs, boolean opposite) {
        boolean left = tried.by.of() == Side.LEFT;
        RowPairs found = RowPairs.of(pairs);
        return new Batches(
                new Batch(tried.by, Optional.empty()),
                new Sums(
                        left
                                ? new AmountFinder.Choice(tried.ours.found, tried.theirs.found)
                                : new AmountFinder.Choice(tried.theirs.found, tried.ours.found),
                        opposite,
                        (double) pairs.size() / tried.rows.size(),
                        left ? found : found.swapped(),
                        "sums of one " + tried.by.told() + " on the " + tried.by.of().word()));
    }
}
