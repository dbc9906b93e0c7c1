package dev.recon.engine.match;

import dev.recon.engine.rules.Pass;
import dev.recon.engine.table.Limits;
import dev.recon.engine.table.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Searches the blocks of one thread: each entry of both sides for several of the other side that
/// come to it.
///
/// A block may take [Limits#SUM_STEPS_MAX] steps, which its targets share evenly: what one finds
/// does not depend on which was searched before. Where a share is used up, or too small to look at
/// all candidates, the target was not searched to the end, and is counted.
final class SumBlock implements Join.Solver {
    private final Stage stage;
    private final Nearness nearness;
    private final int entriesMax;
    private final SumSide left;
    private final SumSide right;

    /// Where the targets are that are searched now, and their side's entries, and the others'.
    private Side side = Side.LEFT;

    private SumSide ours;
    private SumSide theirs;
    private final SubsetSums search = new SubsetSums();
    private final Radix radix = new Radix();
    private long[] amounts = new long[64];
    private int[] places = new int[64];
    private int[] distances = new int[64];
    private int candidates;
    private long share;

    final List<SumFind> finds = new ArrayList<>();

    /// The targets that had candidates.
    long targets;

    /// How many of them would have a solution by accident, in parts of [#WHOLE]: whole numbers, as
    /// sums of floating point depend on their order.
    long accidents;

    static final long WHOLE = 1L << 32;

    Stops stops = Stops.NONE;

    SumBlock(Stage stage, Pass.Sum pass, Nearness nearness) {
        this.stage = stage;
        this.nearness = nearness;
        this.entriesMax = pass.entriesMax();
        this.left = new SumSide(stage, Side.LEFT);
        this.right = new SumSide(stage, Side.RIGHT);
        this.ours = left;
        this.theirs = right;
    }

    @Override
    public void pairs(RowPairs found) {}

    @Override
    public void block(Block block) {
        int lefts = block.count(Side.LEFT);
        int rights = block.count(Side.RIGHT);
        if (lefts == 0 || rights == 0 || lefts + rights < 3) {
            return;
        }
        left.fill(block);
        right.fill(block);
        share = Limits.SUM_STEPS_MAX / ((long) lefts + rights);
        searchAll(Side.LEFT);
        searchAll(Side.RIGHT);
    }

    private void searchAll(Side targets) {
        side = targets;
        ours = side == Side.LEFT ? left : right;
        theirs = side == Side.LEFT ? right : left;
        if (theirs.count < 2) {
            return;
        }
        for (int place = 0; place < ours.count; place++) {
            search(place);
        }
    }

    /// Searches one target, if its share of the steps is enough to look at its candidates.
    private void search(int place) {
        int day = ours.day(place);
        boolean any = place >= ours.dated;
        long first = side == Side.LEFT ? day + nearness.daysMin() : day - nearness.daysMax();
        long last = side == Side.LEFT ? day + nearness.daysMax() : day - nearness.daysMin();
        int from = any ? 0 : theirs.from(first);
        int to = any ? theirs.count : theirs.from(last + 1);
        int undated = any ? theirs.count : theirs.dated;
        int seen = to - from + theirs.count - undated;
        if (seen < 2) {
            return;
        }
        if (seen > share) {
            targets++;
            stops = stops.plus(side, ours.rows[place], seen, 2);
            return;
        }
        candidates = 0;
        gather(place, from, to);
        gather(place, undated, theirs.count);
        if (candidates >= 2) {
            targets++;
            sort(day);
            search(place, share - seen);
        }
    }

    /// Collects what may be a part of a target: of its sign, at most its amount, and under no veto
    /// with it.
    private void gather(int place, int from, int to) {
        for (int at = from; at < to; at++) {
            add(place, at);
        }
    }

    private void sort(int day) {
        radix.sort(amounts, places, 0, candidates);
        for (int at = 0; at < candidates; at++) {
            long distance = Nearness.distance(day, theirs.day(places[at]));
            distances[at] = (int) Math.min(distance, Integer.MAX_VALUE / Pass.Sum.ENTRIES_MAX);
        }
    }

    private void add(int place, int at) {
        long target = ours.units(place);
        long units = theirs.units(at);
        boolean fits = Math.abs(units) <= Math.abs(target) && units != 0;
        if (!fits
                || Long.signum(units) != Long.signum(target)
                || forbids(ours.rows[place], theirs.rows[at])) {
            return;
        }
        if (candidates == places.length) {
            amounts = Arrays.copyOf(amounts, candidates * 2);
            places = Arrays.copyOf(places, candidates * 2);
            distances = Arrays.copyOf(distances, candidates * 2);
        }
        amounts[candidates] = Math.abs(units);
        places[candidates++] = at;
    }

    private boolean forbids(int target, int part) {
        return side == Side.LEFT
                ? stage.vetoes().forbids(target, part)
                : stage.vetoes().forbids(part, target);
    }

    private void search(int place, long steps) {
        long target = Math.abs(ours.units(place));
        if (target > Long.MAX_VALUE / 4 / (candidates + 2)) {
            stops = stops.plus(side, ours.rows[place], candidates, 2);
            return;
        }
        search.fill(amounts, distances, candidates);
        search.search(target, entriesMax, steps);
        boolean isWhole = search.stoppedAt == 0;
        if (!isWhole) {
            stops = stops.plus(side, ours.rows[place], candidates, search.stoppedAt);
        }
        accidents += (long) ((1 - Math.exp(-search.chance())) * WHOLE);
        if (search.solutions > 0) {
            int[] found = new int[search.bestSize];
            for (int at = 0; at < found.length; at++) {
                found[at] = places[search.best(at)];
            }
            finds.add(
                    new SumFind(
                            side,
                            ours.rows[place],
                            theirs.rows(found),
                            search.solutions,
                            search.chance(),
                            isWhole));
        }
    }
}
