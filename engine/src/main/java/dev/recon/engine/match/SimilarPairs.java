package dev.recon.engine.match;

import dev.recon.engine.read.InputProblem;
import dev.recon.engine.read.Problem;
import dev.recon.engine.table.Limits;
import dev.recon.engine.table.Side;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Counts the pairs whose texts a close pass would compare, before it compares any.
///
/// Texts keep a search from stopping at the first entry that is near enough: where amounts and
/// dates leave much of a large block, every pair of it may be looked at. The count takes all
/// entries whose amounts are near and whose buckets of days the window reaches (see [Grid]), so it
/// is at most twice what a search would meet. It costs one join and a sort of each block, and is
/// made only when all open entries together could be too many pairs.
final class SimilarPairs implements Join.Solver {
    private final Stage stage;
    private final ByCurrency<Fit> fits;
    private final Map<Fit, Ground> grounds = new HashMap<>();
    private long pairs;

    /// Where the entries of blocks of one currency are laid out.
    private record Ground(Grid grid, CellPair cells) {}

    private SimilarPairs(Stage stage, ByCurrency<Fit> fits) {
        this.stage = stage;
        this.fits = fits;
    }

    /// @param stage the stage with the columns that are compared
    /// @throws InputProblem with the count and the pass, when there are too many
    static void requireFew(Stage stage, Join join, ByCurrency<Fit> fits) {
        long lefts = open(stage, Side.LEFT);
        long rights = open(stage, Side.RIGHT);
        long pairsMax = Limits.PAIRS_FREE + (lefts + rights) * Limits.PAIRS_PER_ENTRY_MAX;
        if (lefts * rights <= pairsMax) {
            return;
        }
        long pairs = 0;
        for (SimilarPairs part : join.solve(() -> new SimilarPairs(stage, fits))) {
            pairs = Math.addExact(pairs, part.pairs);
        }
        if (pairs > pairsMax) {
            throw new InputProblem(
                    new Problem(
                            "pass " + stage.pass().name(),
                            pairs + " pairs whose texts would be compared",
                            "at most " + pairsMax + " pairs",
                            "Add a field to the key of the pass, or narrow its amount or days."));
        }
    }

    private static long open(Stage stage, Side side) {
        long open = 0;
        for (int partner : stage.pairs().partners(side)) {
            open += partner == 0 ? 1 : 0;
        }
        return open;
    }

    @Override
    public void pairs(RowPairs found) {
        pairs += found.count;
    }

    @Override
    public void block(Block block) {
        if (block.count(Side.LEFT) == 0 || block.count(Side.RIGHT) == 0) {
            return;
        }
        short currency = stage.table(Side.LEFT).currencies().packed()[block.rows(Side.LEFT)[0]];
        Fit fit = fits.of(currency);
        Ground ground = grounds.computeIfAbsent(fit, this::ground);
        Cells left = ground.cells.left();
        Cells right = ground.cells.right();
        ground.grid.measure(block);
        left.fill(block, ground.grid);
        right.fill(block, ground.grid);
        for (int at = 0; at < left.bucketCount; at++) {
            count(fit.nearness(), ground, at);
        }
    }

    private Ground ground(Fit fit) {
        return new Ground(
                new Grid(stage.table(Side.LEFT), stage.table(Side.RIGHT), fit.nearness()),
                new CellPair(
                        Pairing.cells(stage, fit, Side.LEFT),
                        Pairing.cells(stage, fit, Side.RIGHT)));
    }

    /// The pairs of one bucket of the left.
    private void count(Nearness nearness, Ground ground, int leftBucket) {
        Cells left = ground.cells.left();
        Cells right = ground.cells.right();
        Grid grid = ground.grid;
        int bucket = left.buckets[leftBucket];
        boolean undated = bucket == grid.bucketUndated();
        int first = undated ? 0 : grid.bucketMin(bucket, nearness.daysMin());
        int last = undated ? bucket : grid.bucketMax(bucket, nearness.daysMax());
        for (int facing = 0; facing < right.bucketCount; facing++) {
            int other = right.buckets[facing];
            if ((other >= first && other <= last) || other == grid.bucketUndated()) {
                int end = left.bucketStarts[leftBucket + 1];
                for (int cell = left.bucketStarts[leftBucket]; cell < end; cell++) {
                    pairs +=
                            (long) left.size(cell)
                                    * near(nearness, left.amounts[cell], right, facing);
                }
            }
        }
    }

    /// How many entries of one bucket have an amount near this one: one stretch around it.
    private static int near(Nearness nearness, long amount, Cells right, int bucket) {
        int start = right.bucketStarts[bucket];
        int end = right.bucketStarts[bucket + 1];
        int place = Arrays.binarySearch(right.amounts, start, end, amount);
        int split = place < 0 ? -place - 1 : place;
        while (split > start && right.amounts[split - 1] == amount) {
            split--;
        }
        int low = start;
        for (int high = split; low < high; ) {
            int middle = (low + high) >>> 1;
            boolean holds = nearness.holds(amount, right.amounts[middle]);
            high = holds ? middle : high;
            low = holds ? low : middle + 1;
        }
        int up = split;
        for (int high = end; up < high; ) {
            int middle = (up + high) >>> 1;
            boolean holds = nearness.holds(amount, right.amounts[middle]);
            up = holds ? middle + 1 : up;
            high = holds ? high : middle;
        }
        return right.starts[up] - right.starts[low];
    }
}
