package dev.recon.engine.match;

import dev.recon.engine.rules.Pass;
import dev.recon.engine.table.Side;
import java.util.ArrayList;
import java.util.List;

/// Searches the blocks of one thread for several entries of one side that come to several of the
/// other: it meets in the middle, at the sums of the subsets of each side.
///
/// A find is minimal: no part of its left entries comes to a part of its right ones, so that a
/// whole that is put together from smaller matches is none. Every right date lies in the window of
/// every left one, and no veto separates two of its entries.
///
/// A block lists at most [SideSubsets#SUBSETS_MAX] subsets a side: where those of three entries are
/// more, it looks at pairs alone; where those are more, too, at nothing. It compares at most
/// [#COMPARES_MAX] subsets with equal sums, and keeps at most [#FINDS_MAX] finds; with more of
/// either its amounts tell nothing, and it finds nothing. All of this is counted in its [Stops].
final class SeveralBlock implements Join.Solver {
    static final long COMPARES_MAX = 1_000_000;
    static final int FINDS_MAX = 500;

    private final Stage stage;
    private final Nearness nearness;
    private final int sizeMax;
    private final SumSide left;
    private final SumSide right;
    private final SideSubsets lefts = new SideSubsets();
    private final SideSubsets rights = new SideSubsets();
    private long compares;

    final List<SeveralFind> finds = new ArrayList<>();

    /// The blocks that were searched, each sign on its own.
    long blocks;

    /// How many of them have a find.
    long solved;

    /// How many of them would have one by accident, in parts of [SumBlock#WHOLE].
    long accidents;

    Stops stops = Stops.NONE;

    SeveralBlock(Stage stage, Pass.Sum pass, Nearness nearness) {
        this.stage = stage;
        this.nearness = nearness;
        this.sizeMax = pass.againstMax();
        this.left = new SumSide(stage, Side.LEFT);
        this.right = new SumSide(stage, Side.RIGHT);
    }

    @Override
    public void pairs(RowPairs found) {}

    @Override
    public void block(Block block) {
        if (block.count(Side.LEFT) < 2 || block.count(Side.RIGHT) < 2) {
            return;
        }
        left.fill(block);
        right.fill(block);
        for (int sign = -1; sign <= 1; sign += 2) {
            lefts.fill(left, sign);
            rights.fill(right, sign);
            if (lefts.entries > 1 && rights.entries > 1) {
                search();
            }
        }
    }

    private void search() {
        long span = nearness.daysMax() - nearness.daysMin();
        int size = sizeMax;
        while (size > 1 && !isListable(size, span)) {
            size--;
        }
        boolean isWhole = size == sizeMax;
        if (!isWhole) {
            stop(size + 1);
        }
        if (size < 2) {
            return;
        }
        blocks++;
        lefts.list(size, span);
        rights.list(size, span);
        double chance = new SeveralChance(lefts, rights, nearness).get();
        accidents += (long) ((1 - Math.exp(-chance)) * SumBlock.WHOLE);
        List<SeveralFind> found = new ArrayList<>();
        compares = 0;
        boolean tells = meet(chance, isWhole, found);
        solved += tells && found.isEmpty() ? 0 : 1;
        if (tells) {
            addAll(found);
        } else if (isWhole) {
            stop(2);
        }
    }

    private boolean isListable(int size, long span) {
        return lefts.count(size, span) <= SideSubsets.SUBSETS_MAX
                && rights.count(size, span) <= SideSubsets.SUBSETS_MAX;
    }

    private void stop(int size) {
        long entries = (long) lefts.entries + rights.entries;
        stops = stops.plus(new Stops(entries, Side.LEFT, lefts.firstRow(), rights.entries, size));
    }

    /// Walks both lists of sums; false when too many are equal.
    private boolean meet(double chance, boolean isWhole, List<SeveralFind> found) {
        int from = 0;
        int other = 0;
        while (from < lefts.count && other < rights.count) {
            long sum = lefts.sums[from];
            if (sum != rights.sums[other]) {
                from += sum < rights.sums[other] ? 1 : 0;
                other += sum > rights.sums[other] ? 1 : 0;
                continue;
            }
            int to = end(lefts, from);
            int otherTo = end(rights, other);
            compares += (long) (to - from) * (otherTo - other);
            if (compares > COMPARES_MAX) {
                return false;
            }
            for (int at = from; at < to; at++) {
                int[] ours = lefts.places(at);
                for (int place = other; place < otherTo; place++) {
                    int[] theirs = rights.places(place);
                    if (fits(ours, theirs)) {
                        found.add(find(ours, theirs, chance, isWhole));
                    }
                }
            }
            if (found.size() > FINDS_MAX) {
                return false;
            }
            from = to;
            other = otherTo;
        }
        return true;
    }

    private static int end(SideSubsets subsets, int from) {
        int end = from + 1;
        while (end < subsets.count && subsets.sums[end] == subsets.sums[from]) {
            end++;
        }
        return end;
    }

    private boolean fits(int[] ours, int[] theirs) {
        for (int one : ours) {
            for (int other : theirs) {
                if (!nearness.holds(lefts.day(one), rights.day(other))
                        || stage.vetoes().forbids(lefts.row(one), rights.row(other))) {
                    return false;
                }
            }
        }
        return isMinimal(ours, theirs);
    }

    private boolean isMinimal(int[] ours, int[] theirs) {
        for (int part = 1; part < (1 << ours.length) - 1; part++) {
            long sum = sum(lefts, ours, part);
            for (int other = 1; other < (1 << theirs.length) - 1; other++) {
                if (sum == sum(rights, theirs, other)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static long sum(SideSubsets side, int[] places, int part) {
        long sum = 0;
        for (int at = 0; at < places.length; at++) {
            sum += (part >> at & 1) * side.amount(places[at]);
        }
        return sum;
    }

    private SeveralFind find(int[] ours, int[] theirs, double chance, boolean isWhole) {
        int[] leftRows = lefts.rows(ours);
        int[] rightRows = rights.rows(theirs);
        long days = new DaySpan().plus(lefts, ours).plus(rights, theirs).days();
        long content = content(Side.LEFT, leftRows) + content(Side.RIGHT, rightRows);
        return new SeveralFind(leftRows, rightRows, days, content, 1, chance, isWhole);
    }

    /// The same for both sides, and whatever the order.
    private long content(Side side, int[] rows) {
        long content = 0;
        for (int row : rows) {
            content += stage.inputs().content(side).hash(row);
        }
        return content;
    }

    private void addAll(List<SeveralFind> found) {
        for (SeveralFind find : found) {
            long solutions = found.stream().filter(find::shares).count();
            finds.add(find.withSolutions((int) solutions));
        }
    }
}
