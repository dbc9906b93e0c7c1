package dev.recon.engine.match;

import dev.recon.engine.read.InputProblem;
import dev.recon.engine.read.Problem;
import dev.recon.engine.table.Limits;
import dev.recon.engine.table.Side;
import java.util.Arrays;

/// Pairs dense blocks, where candidates are too many to be listed.
///
/// It follows the best partner of a cell, the best partner of that, and so on: ranks only improve,
/// so the walk ends at two cells that are best for each other. Whatever else is taken, these two
/// are taken, so the outcome is that of [Greedy]. They pair off, and the walk goes on from where it
/// was before them. Each entry costs about two searches. Measured cold, 1 M x 1 M entries in one
/// account: any amount and any date 2.5 CPU seconds, within 1.5 % and 3 days 3.8, any date and only
/// 1,000 amounts 2.0, one amount within 3 days 1.3, on one day within 0.05 2.2. A million equal
/// ones take 0.6 by [Greedy]. Only where texts are compared, or most of a bucket lies outside of a
/// wide window, does a search look at many cells; the steps of a block are bounded.
final class NearestChain {
    private static final int SEARCHES_A_CHECK = 4096;

    private final Join.Work work;
    private final CellPair cells;
    private final NearestSearch fromLeft;
    private final NearestSearch fromRight;
    private int[] path = new int[64];
    private boolean[] ties = new boolean[64];
    private int length;
    private int searches;

    NearestChain(Join.Work work, Fit fit, CellPair cells, Grid grid) {
        this.work = work;
        this.cells = cells;
        this.fromLeft = new NearestSearch(fit, Side.LEFT, cells, grid);
        this.fromRight = new NearestSearch(fit, Side.RIGHT, cells, grid);
    }

    /// Adds the pairs of one block to `chosen`.
    ///
    /// @throws InputProblem when the block takes too many steps
    void run(Chosen chosen) {
        fromLeft.begin();
        fromRight.begin();
        for (int cell = 0; cell < cells.left().count; cell++) {
            boolean found = true;
            while (found && cells.left().left(cell) > 0) {
                found = follow(cell, chosen);
            }
        }
    }

    /// Walks from a left cell until the walk has used itself up; false when the cell has no
    /// partner.
    private boolean follow(int start, Chosen chosen) {
        length = 0;
        push(start);
        boolean found = false;
        while (length > 0) {
            NearestSearch search = length % 2 == 1 ? fromLeft : fromRight;
            search.find(path[length - 1]);
            requireSteps();
            if (search.best < 0) {
                length--;
                continue;
            }
            ties[length - 1] = search.isTied;
            if (length > 1 && search.best == path[length - 2]) {
                pairOff(chosen);
                length -= 2;
                found = true;
            } else {
                push(search.best);
            }
        }
        return found;
    }

    private void push(int cell) {
        if (length == path.length) {
            path = Arrays.copyOf(path, length * 2);
            ties = Arrays.copyOf(ties, length * 2);
        }
        path[length++] = cell;
    }

    /// Pairs the last two cells of the walk: whole, or one entry each where another cell is as
    /// near.
    private void pairOff(Chosen chosen) {
        boolean leftLast = length % 2 == 1;
        int leftCell = path[leftLast ? length - 1 : length - 2];
        int rightCell = path[leftLast ? length - 2 : length - 1];
        Cells left = cells.left();
        Cells right = cells.right();
        boolean tied = ties[length - 1] || ties[length - 2];
        int count = tied ? 1 : Math.min(left.left(leftCell), right.left(rightCell));
        int candidates = Math.max(fromLeft.count(leftCell), fromRight.count(rightCell));
        for (int taken = 0; taken < count; taken++) {
            chosen.add(left.take(leftCell), right.take(rightCell), candidates);
        }
        if (left.left(leftCell) == 0) {
            fromRight.remove(leftCell);
        }
        if (right.left(rightCell) == 0) {
            fromLeft.remove(rightCell);
        }
    }

    private void requireSteps() {
        if (++searches % SEARCHES_A_CHECK == 0) {
            work.progress().check();
        }
        if (fromLeft.steps() + fromRight.steps() > Limits.SEARCH_STEPS_MAX) {
            throw new InputProblem(
                    new Problem(
                            "pass " + work.stage(),
                            cells.rows()
                                    + " open entries with the same key, and more than "
                                    + Limits.SEARCH_STEPS_MAX
                                    + " comparisons",
                            "fewer entries with one key",
                            "Add a field to the key of the pass, or narrow its amount or days."));
        }
    }
}
