package dev.recon.engine.match;

import dev.recon.engine.table.DateColumn;
import dev.recon.engine.table.Side;
import java.util.Arrays;

/// Finds the best-ranked cell of the other side for one cell, among those that remain.
///
/// In each bucket of days that the window reaches it walks outward from the cell's own amount, and
/// within one amount outward from its own day, and stops where everything further ranks behind.
/// Where no texts are compared it seldom looks at more than ten cells. Where the window is open to
/// one end, cells on the wrong side of its other end are jumped over.
final class NearestSearch {
    private static final int ENOUGH = 2;

    private final Fit fit;
    private final Side from;
    private final Cells ours;
    private final Cells others;
    private final Grid grid;
    private final Remaining remaining = new Remaining();

    /// Where the window is open to one end: those that remain, and all.
    private final DayTree within = new DayTree();

    private final DayTree allWithin = new DayTree();
    private boolean isOpen;
    private int bound;
    private int cell;
    private long bestDifference;
    private long bestDistance;
    private int bestOrdinal;
    private long steps;

    /// The best cell found, -1 for none.
    int best;

    /// Has another cell the same difference and distance as the best?
    boolean isTied;

    /// @param from the side whose cells look for a partner
    NearestSearch(Fit fit, Side from, CellPair cells, Grid grid) {
        this.fit = fit;
        this.from = from;
        this.ours = cells.of(from);
        this.others = cells.of(from.other());
        this.grid = grid;
    }

    /// The first cell from `place` on that remains; not one that the window leaves out, where it is
    /// open to one end.
    private int next(int place) {
        return isOpen ? within.from(place, bound) : remaining.from(place);
    }

    private int previous(int place) {
        return isOpen ? within.upTo(place, bound) : remaining.upTo(place);
    }

    /// Begins a block.
    void begin() {
        steps = 0;
        isOpen = grid.isHalfOpen();
        if (isOpen) {
            within.fill(others, grid.end(from));
            allWithin.fill(others, grid.end(from));
        } else {
            remaining.fill(others.count);
        }
    }

    /// Takes a used-up cell of the other side out of all searches.
    void remove(int other) {
        if (isOpen) {
            within.remove(other);
        } else {
            remaining.remove(other);
        }
    }

    /// How many cells were looked at in this block.
    long steps() {
        return steps;
    }

    /// Finds the best partner of a cell.
    void find(int wanted) {
        cell = wanted;
        bound = isOpen ? within.bound(ours.days[cell]) : 0;
        best = -1;
        isTied = false;
        bestDifference = Long.MAX_VALUE;
        int end = bucketEnd();
        for (int bucket = bucketStart(); bucket < others.bucketCount; bucket++) {
            if (bucket < end || others.buckets[bucket] == grid.bucketUndated()) {
                walk(others.bucketStarts[bucket], others.bucketStarts[bucket + 1]);
            } else {
                bucket = Math.max(bucket, others.bucketCount - 2);
            }
        }
    }

    /// How many candidates an entry of a cell had when the block began: 0, 1, or 2 for more.
    int count(int wanted) {
        cell = wanted;
        bound = isOpen ? within.bound(ours.days[cell]) : 0;
        int count = 0;
        int end = bucketEnd();
        for (int bucket = bucketStart(); bucket < others.bucketCount && count < ENOUGH; bucket++) {
            if (bucket < end || others.buckets[bucket] == grid.bucketUndated()) {
                int start = others.bucketStarts[bucket];
                count += countWithin(start, others.bucketStarts[bucket + 1]);
            } else {
                bucket = Math.max(bucket, others.bucketCount - 2);
            }
        }
        return Math.min(count, ENOUGH);
    }

    /// The place of the first bucket within reach.
    private int bucketStart() {
        if (ours.days[cell] == DateColumn.ABSENT) {
            return 0;
        }
        long days = from == Side.LEFT ? fit.nearness().daysMin() : -fit.nearness().daysMax();
        int first = grid.bucketOf(ours.days[cell] + days);
        int place = Arrays.binarySearch(others.buckets, 0, others.bucketCount, first);
        return place < 0 ? -place - 1 : place;
    }

    /// The place behind the last dated bucket within reach.
    private int bucketEnd() {
        if (ours.days[cell] == DateColumn.ABSENT) {
            return others.bucketCount;
        }
        long days = from == Side.LEFT ? fit.nearness().daysMax() : -fit.nearness().daysMin();
        int last = Math.min(grid.bucketOf(ours.days[cell] + days), grid.bucketUndated() - 1);
        int place = Arrays.binarySearch(others.buckets, 0, others.bucketCount, last + 1);
        return place < 0 ? -place - 1 : place;
    }

    private int countWithin(int start, int end) {
        int split = firstFrom(start, end, ours.amounts[cell]);
        int count = 0;
        int up = isOpen ? allWithin.from(split, bound) : split;
        while (up < end && isNear(up) && count < ENOUGH) {
            count += isCandidate(up) ? others.size(up) : 0;
            up = isOpen ? allWithin.from(up + 1, bound) : up + 1;
        }
        int down = isOpen ? allWithin.upTo(split - 1, bound) : split - 1;
        while (down >= start && isNear(down) && count < ENOUGH) {
            count += isCandidate(down) ? others.size(down) : 0;
            down = isOpen ? allWithin.upTo(down - 1, bound) : down - 1;
        }
        return Math.min(count, ENOUGH);
    }

    /// Walks outward from the cell's amount through one bucket.
    private void walk(int start, int end) {
        long amount = ours.amounts[cell];
        int split = firstFrom(start, end, amount);
        int up = next(split);
        int down = previous(split - 1);
        while (up < end || down >= start) {
            long above = up < end ? others.amounts[up] - amount : Long.MAX_VALUE;
            long below = down >= start ? amount - others.amounts[down] : Long.MAX_VALUE;
            if (Math.min(above, below) > bestDifference) {
                return;
            }
            if (above <= below) {
                int levelEnd = firstFrom(up, end, others.amounts[up] + 1);
                boolean near = isNear(up);
                if (near) {
                    visit(up, levelEnd, above);
                }
                up = near ? next(levelEnd) : end;
            } else {
                int levelStart = firstFrom(start, down, others.amounts[down]);
                boolean near = isNear(down);
                if (near) {
                    visit(levelStart, down + 1, below);
                }
                down = near ? previous(levelStart - 1) : start - 1;
            }
        }
    }

    /// Walks outward from the cell's day through the cells of one amount.
    private void visit(int start, int end, long difference) {
        int day = ours.days[cell];
        boolean apart = day == DateColumn.ABSENT || others.days[start] == DateColumn.ABSENT;
        int split = apart ? start : firstDayFrom(start, end, day);
        int up = next(split);
        int down = previous(split - 1);
        boolean offered = false;
        while (up < end || down >= start) {
            long later = up < end ? distance(up) : Long.MAX_VALUE;
            long earlier = down >= start ? distance(down) : Long.MAX_VALUE;
            long nearer = Math.min(later, earlier);
            boolean behind = difference == bestDifference && nearer > bestDistance;
            if (behind || (apart && offered && isTied)) {
                break;
            }
            int other = later <= earlier ? up : down;
            if (isCandidate(other)) {
                offer(other, difference, nearer);
                offered = true;
            }
            if (later <= earlier) {
                up = next(up + 1);
            } else {
                down = previous(down - 1);
            }
        }
    }

    private void offer(int other, long difference, long distance) {
        int ordinal = others.ordinal(other);
        boolean same = difference == bestDifference && distance == bestDistance;
        if (same && best >= 0) {
            isTied = true;
            if (ordinal > bestOrdinal) {
                return;
            }
        } else {
            isTied = false;
        }
        best = other;
        bestDifference = difference;
        bestDistance = distance;
        bestOrdinal = ordinal;
    }

    private long distance(int other) {
        return Nearness.distance(ours.days[cell], others.days[other]);
    }

    private boolean isNear(int other) {
        long amount = ours.amounts[cell];
        long found = others.amounts[other];
        return from == Side.LEFT
                ? fit.nearness().holds(amount, found)
                : fit.nearness().holds(found, amount);
    }

    private boolean isCandidate(int other) {
        steps++;
        int row = ours.row(cell);
        int otherRow = others.row(other);
        int day = ours.days[cell];
        int otherDay = others.days[other];
        return from == Side.LEFT
                ? fit.nearness().holds(day, otherDay) && fit.isFree(row, otherRow)
                : fit.nearness().holds(otherDay, day) && fit.isFree(otherRow, row);
    }

    /// The first place from `start` whose amount is at least `amount`.
    private int firstFrom(int start, int end, long amount) {
        int low = start;
        int high = end;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (others.amounts[middle] < amount) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int firstDayFrom(int start, int end, int day) {
        int low = start;
        int high = end;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (others.days[middle] < day) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
