package dev.recon.engine.match;

import dev.recon.engine.rules.Pass;
import dev.recon.engine.rules.TextSearch;
import dev.recon.engine.rules.Unequal;
import dev.recon.engine.table.DateColumn;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import java.util.List;
import java.util.function.Supplier;

/// All open entries of one key belong together, when their sums agree.
///
/// Where the pass searches a text, what belongs together are the entries that references in texts
/// tie to each other within a key ([ReferenceEdges], [NamedGroups]): a payment and the invoices
/// that it names.
///
/// n left and m right entries of one key are a match when the sums of both sides are as near as the
/// pass allows (a percent counts of the larger sum), every right date lies within the window of
/// every left one, and no veto separates a left entry from a right one. The currency belongs to the
/// key, so no group mixes two. Such a match has confidence 1: key and sum say so.
///
/// Of a group whose sums are further apart, `leave` leaves every entry open. `suggest` suggests the
/// group as it is; its confidence is the share (a + 1/2) / (n + 1) of the n groups of this pass
/// whose sums agree. `allocate` matches the side with the smaller sum whole, with entries of the
/// other side in order of date (absent last), amount without sign, content, as far as it reaches:
/// the last one is used in part, the rest of it and all behind it stay open. Amounts of both signs
/// cannot be allocated: such a group stays open.
///
/// Cost: beside the join (see [ExactMatcher]) one look at each entry of a group, 4 bytes an entry
/// and 14 a group. It never becomes quadratic: no two entries are compared, but those of a veto.
final class GroupMatcher implements Join.Solver {
    private final Stage stage;
    private final ByCurrency<Nearness> nearness;
    private final Unequal unequal;
    private final int label;
    private final Groups groups = new Groups();
    private final Groups suggested = new Groups();
    private final Total leftTotal = new Total();
    private final Total rightTotal = new Total();
    private final Allocation allocation;
    private long agreeing;

    /// @param stage with the dates that its window counts in
    /// @param allocation by the dates of the entries
    private GroupMatcher(Stage stage, Pass.Group pass, int label, Allocation allocation) {
        this.stage = stage;
        this.nearness = nearness(stage, pass);
        this.unequal = pass.unequal();
        this.label = label;
        this.allocation = allocation;
    }

    private static ByCurrency<Nearness> nearness(Stage stage, Pass.Group pass) {
        int decimals = stage.table(Side.LEFT).decimals();
        return ByCurrency.of(pass.amount())
                .map(tolerance -> Nearness.of(tolerance, pass.days(), decimals));
    }

    private Nearness nearness(int leftRow) {
        return nearness.of(stage.table(Side.LEFT).currencies().packed()[leftRow]);
    }

    static void run(Stage stage, Pass.Group pass) {
        int label = stage.addLabels();
        Stage seen = BusinessDates.seen(stage, pass.days());
        Supplier<GroupMatcher> solver =
                () -> new GroupMatcher(seen, pass, label, new Allocation(stage));
        List<GroupMatcher> parts =
                pass.search()
                        .map(search -> List.of(searched(stage, search, solver.get())))
                        .orElseGet(() -> stage.join().solve(solver));
        long agreeing = 0;
        long others = 0;
        for (GroupMatcher part : parts) {
            stage.pairs().take(part.groups);
            agreeing += part.agreeing;
            others += part.suggested.count();
        }
        float share = (float) ((agreeing + 0.5) / (agreeing + others + 1.0));
        stage.pairs().set(label + 1, new Label(stage.index(), Status.SUGGESTED, share));
        for (GroupMatcher part : parts) {
            stage.pairs().take(part.suggested.withConfidence(share));
        }
    }

    /// The groups that references in texts make.
    private static GroupMatcher searched(Stage stage, TextSearch search, GroupMatcher solver) {
        new NamedGroups(stage, ReferenceEdges.find(stage, search)).solve(solver);
        return solver;
    }

    @Override
    public void pairs(RowPairs found) {
        long[] lefts = stage.table(Side.LEFT).amounts().units();
        long[] rights = stage.table(Side.RIGHT).amounts().units();
        for (int at = 0; at < found.count; at++) {
            int left = found.left[at];
            int right = found.right[at];
            if (stage.vetoes().forbids(left, right) || !datesHold(left, right)) {
                continue;
            }
            if (nearness(left).holds(lefts[left], rights[right])) {
                stage.pairs().take(left, right, label);
                agreeing++;
            } else {
                Block pair = new Block();
                pair.add(Side.LEFT, left);
                pair.add(Side.RIGHT, right);
                solveUnequal(pair, lefts[left], rights[right]);
            }
        }
    }

    @Override
    public void block(Block block) {
        if (block.count(Side.LEFT) == 0 || block.count(Side.RIGHT) == 0 || !isFree(block)) {
            return;
        }
        sum(block, Side.LEFT, leftTotal);
        sum(block, Side.RIGHT, rightTotal);
        if (!leftTotal.isBounded() || !rightTotal.isBounded() || !datesHold(block)) {
            return;
        }
        Nearness near = nearness(block.rows(Side.LEFT)[0]);
        if (near.holds(leftTotal.units(), rightTotal.units())) {
            agreeing++;
            write(block, groups, label);
        } else {
            solveUnequal(block, leftTotal.units(), rightTotal.units());
        }
    }

    private void solveUnequal(Block block, long left, long right) {
        switch (unequal) {
            case LEAVE -> {}
            case SUGGEST -> write(block, suggested, label + 1);
            case ALLOCATE -> {
                if (allocation.run(block, left, right, groups)) {
                    groups.close(label, 1);
                }
            }
        }
    }

    private static void write(Block block, Groups target, int label) {
        for (Side side : Side.values()) {
            for (int at = 0; at < block.count(side); at++) {
                target.add(side, block.rows(side)[at]);
            }
        }
        target.close(label, 1);
    }

    private void sum(Block block, Side side, Total total) {
        long[] units = stage.table(side).amounts().units();
        total.clear();
        for (int at = 0; at < block.count(side); at++) {
            total.add(units[block.rows(side)[at]]);
        }
    }

    /// Does no veto separate two entries of the block?
    private boolean isFree(Block block) {
        if (stage.vetoes().isEmpty()) {
            return true;
        }
        for (int at = 0; at < block.count(Side.LEFT); at++) {
            int left = block.rows(Side.LEFT)[at];
            if (!stage.vetoes().binds(Side.LEFT, left)) {
                continue;
            }
            for (int other = 0; other < block.count(Side.RIGHT); other++) {
                if (stage.vetoes().forbids(left, block.rows(Side.RIGHT)[other])) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean datesHold(int left, int right) {
        Table lefts = stage.table(Side.LEFT);
        Table rights = stage.table(Side.RIGHT);
        return nearness(left).holds(lefts.dates().days()[left], rights.dates().days()[right]);
    }

    /// All dates hold when the earliest of each side and the latest of the other do.
    private boolean datesHold(Block block) {
        int leftFirst = extreme(block, Side.LEFT, false);
        int leftLast = extreme(block, Side.LEFT, true);
        int rightFirst = extreme(block, Side.RIGHT, false);
        int rightLast = extreme(block, Side.RIGHT, true);
        Nearness near = nearness(block.rows(Side.LEFT)[0]);
        return near.holds(leftFirst, rightLast) && near.holds(leftLast, rightFirst);
    }

    private int extreme(Block block, Side side, boolean latest) {
        int[] days = stage.table(side).dates().days();
        int found = DateColumn.ABSENT;
        for (int at = 0; at < block.count(side); at++) {
            int day = days[block.rows(side)[at]];
            boolean better = found == DateColumn.ABSENT || (latest ? day > found : day < found);
            found = day != DateColumn.ABSENT && better ? day : found;
        }
        return found;
    }
}
