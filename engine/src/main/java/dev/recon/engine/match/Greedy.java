package dev.recon.engine.match;

import java.util.Arrays;

/// Takes the best-ranked pair, lets both entries leave, and repeats: over a list of candidates.
///
/// The rank of a pair: the difference of the amounts, then the distance of the dates (known before
/// unknown), then the sum of the places that both entries have in the order date, amount, content
/// of their side of the block. Pairs with one sum never share an entry, so the rank leaves nothing
/// to arrival, and it is the same when the sides are swapped.
///
/// Pairs of cells are sorted by amount and days (radix, 12 bytes a pair and round). Of those that
/// tie, cells that have one partner only are paired off whole; the others go through a heap.
final class Greedy {
    /// A distance of days, or [Nearness#DAYS_UNKNOWN].
    private static final int DISTANCE_BITS = 34;

    private final Radix radix = new Radix();
    private long[] ranks = new long[64];
    private int[] order = new int[64];
    private int[] leftTies = new int[16];
    private int[] rightTies = new int[16];
    private final TieHeap heap = new TieHeap();

    /// Adds the pairs of one block to `chosen`.
    void run(Candidates candidates, CellPair cells, Chosen chosen) {
        Cells left = cells.left();
        Cells right = cells.right();
        RowPairs pairs = candidates.pairs;
        if (leftTies.length < left.count) {
            leftTies = new int[Math.max(left.count, 2 * leftTies.length)];
        }
        if (rightTies.length < right.count) {
            rightTies = new int[Math.max(right.count, 2 * rightTies.length)];
        }
        Round round = new Round(candidates, left, right, chosen);
        sort(round, pairs.count);
        int from = 0;
        while (from < pairs.count) {
            int to = from + 1;
            while (to < pairs.count && ranks[to] == ranks[from]) {
                to++;
            }
            if (to - from == 1) {
                round.pairOff(order[from]);
            } else {
                settle(from, to, round);
            }
            from = to;
        }
    }

    /// What a run over one block works on.
    record Round(Candidates candidates, Cells left, Cells right, Chosen chosen) {
        int leftCell(int pair) {
            return candidates.pairs.left[pair];
        }

        int rightCell(int pair) {
            return candidates.pairs.right[pair];
        }

        long difference(int pair) {
            return Math.abs(left.amounts[leftCell(pair)] - right.amounts[rightCell(pair)]);
        }

        long distance(int pair) {
            return Nearness.distance(left.days[leftCell(pair)], right.days[rightCell(pair)]);
        }

        boolean isTied(int pair, int other) {
            return difference(pair) == difference(other) && distance(pair) == distance(other);
        }

        boolean isSpent(int pair) {
            return left.left(leftCell(pair)) == 0 || right.left(rightCell(pair)) == 0;
        }

        int ordinals(int pair) {
            return left.ordinal(leftCell(pair)) + right.ordinal(rightCell(pair));
        }

        void takeOne(int pair) {
            int leftCell = leftCell(pair);
            int rightCell = rightCell(pair);
            int candidatesMax =
                    Math.max(candidates.leftCounts[leftCell], candidates.rightCounts[rightCell]);
            chosen.add(left.take(leftCell), right.take(rightCell), candidatesMax);
        }

        void pairOff(int pair) {
            int count = Math.min(left.left(leftCell(pair)), right.left(rightCell(pair)));
            for (int taken = 0; taken < count; taken++) {
                takeOne(pair);
            }
        }
    }

    /// Sorts the pairs by difference and distance; equal ranks are ties.
    private void sort(Round round, int count) {
        if (ranks.length < count) {
            ranks = new long[Math.max(count, 2 * ranks.length)];
            order = new int[ranks.length];
        }
        long largest = 0;
        for (int pair = 0; pair < count; pair++) {
            long difference = round.difference(pair);
            largest = Math.max(largest, difference);
            order[pair] = pair;
            ranks[pair] = difference << DISTANCE_BITS | round.distance(pair);
        }
        if (largest < 1L << (Long.SIZE - DISTANCE_BITS)) {
            radix.sort(ranks, order, 0, count);
        } else {
            sortTwice(round, count);
        }
    }

    /// For differences that do not fit one key with the distances.
    private void sortTwice(Round round, int count) {
        for (int pair = 0; pair < count; pair++) {
            ranks[pair] = round.distance(pair);
        }
        radix.sort(ranks, order, 0, count);
        for (int at = 0; at < count; at++) {
            ranks[at] = round.difference(order[at]);
        }
        radix.sort(ranks, order, 0, count);
        long rank = 0;
        for (int at = 0; at < count; at++) {
            boolean tied = at > 0 && round.isTied(order[at - 1], order[at]);
            rank += tied ? 0 : 1;
            ranks[at] = rank;
        }
    }

    /// Pairs of one rank, `from` to `to` - 1 of the order.
    private void settle(int from, int to, Round round) {
        for (int at = from; at < to; at++) {
            leftTies[round.leftCell(order[at])]++;
            rightTies[round.rightCell(order[at])]++;
        }
        heap.clear();
        for (int at = from; at < to; at++) {
            int pair = order[at];
            if (leftTies[round.leftCell(pair)] == 1 && rightTies[round.rightCell(pair)] == 1) {
                round.pairOff(pair);
            } else if (!round.isSpent(pair)) {
                heap.add(pair, round.ordinals(pair));
            }
        }
        for (int at = from; at < to; at++) {
            leftTies[round.leftCell(order[at])] = 0;
            rightTies[round.rightCell(order[at])] = 0;
        }
        while (!heap.isEmpty()) {
            int rank = heap.rank();
            int pair = heap.remove();
            if (round.isSpent(pair)) {
                continue;
            }
            if (round.ordinals(pair) == rank) {
                round.takeOne(pair);
            }
            if (!round.isSpent(pair)) {
                heap.add(pair, round.ordinals(pair));
            }
        }
    }

    /// A binary heap of pairs, the smallest rank first.
    private static final class TieHeap {
        private long[] items = new long[64];
        private int count;

        void clear() {
            count = 0;
        }

        boolean isEmpty() {
            return count == 0;
        }

        int rank() {
            return (int) (items[0] >>> Integer.SIZE);
        }

        void add(int pair, int rank) {
            if (count == items.length) {
                items = Arrays.copyOf(items, count * 2);
            }
            long item = (long) rank << Integer.SIZE | pair;
            int at = count++;
            while (at > 0 && items[(at - 1) >>> 1] > item) {
                items[at] = items[(at - 1) >>> 1];
                at = (at - 1) >>> 1;
            }
            items[at] = item;
        }

        int remove() {
            long first = items[0];
            long item = items[--count];
            int at = 0;
            for (int child = 1; child < count; child = 2 * at + 1) {
                if (child + 1 < count && items[child + 1] < items[child]) {
                    child++;
                }
                if (items[child] >= item) {
                    break;
                }
                items[at] = items[child];
                at = child;
            }
            items[at] = item;
            return (int) first;
        }
    }
}
