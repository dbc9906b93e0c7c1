package dev.recon.engine.match;

import dev.recon.engine.table.Bitmap;
import dev.recon.engine.table.Limits;
import dev.recon.engine.table.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The matches while they are made: who is taken, by whom, under which label.
///
/// Threads may write at the same time as long as no two of them handle the same row.
final class Pairs {
    /// For each left row its right row + 1; 0 when open, -n in the n-th group.
    final int[] rightOf;

    /// For each right row its left row + 1; 0 when open, -n in the n-th group.
    final int[] leftOf;

    /// For each left row of a pair, the index of its label.
    final LabelColumn labelOf;

    private final List<Label> labels = new ArrayList<>(List.of(Label.BY_HAND));
    private final Groups groups = new Groups();
    private final Map<Integer, Stops> stops = new TreeMap<>();
    private final Decisions decisions;
    private final Bitmap surplusLeft;
    private final Bitmap surplusRight;

    Pairs(int leftRows, int rightRows, Decisions decisions) {
        this.rightOf = new int[leftRows];
        this.leftOf = new int[rightRows];
        this.labelOf = new LabelColumn(leftRows);
        this.decisions = decisions;
        this.surplusLeft = new Bitmap(leftRows);
        this.surplusRight = new Bitmap(rightRows);
        Groups byHand = new Groups();
        for (Decisions.Pin pin : decisions.pins()) {
            pin.left().forEach(row -> byHand.add(Side.LEFT, row));
            pin.right().forEach(row -> byHand.add(Side.RIGHT, row));
            byHand.close(0, Label.BY_HAND.confidence());
        }
        take(byHand);
    }

    boolean isOpen(Side side, int row) {
        return (side == Side.LEFT ? rightOf[row] : leftOf[row]) == 0;
    }

    /// For each row of a side 0 when it is open.
    int[] partners(Side side) {
        return side == Side.LEFT ? rightOf : leftOf;
    }

    void take(int left, int right, int label) {
        rightOf[left] = right + 1;
        leftOf[right] = left + 1;
        labelOf.set(left, label);
    }

    /// Takes all entries of finished groups. One thread at a time.
    void take(Groups found) {
        int before = groups.count();
        groups.addAll(found);
        for (Side side : Side.values()) {
            int[] partners = partners(side);
            for (int group = before; group < groups.count(); group++) {
                for (int row : groups.rows(side, group)) {
                    require(partners[row] == 0);
                    partners[row] = -group - 1;
                }
            }
        }
    }

    /// What people decided before.
    Decisions decisions() {
        return decisions;
    }

    /// The index of a label that matches of one pass share.
    int add(Label label) {
        require(labels.size() < Limits.LABELS_MAX);
        labels.add(label);
        return labels.size() - 1;
    }

    /// Says more exactly what an index stands for, once a pass knows its confidence.
    void set(int index, Label label) {
        labels.set(index, label);
    }

    List<Label> labels() {
        return List.copyOf(labels);
    }

    Groups groups() {
        return groups;
    }

    /// Says where a pass stopped looking.
    void add(int pass, Stops where) {
        if (where.count() > 0) {
            stops.merge(pass, where, Stops::plus);
        }
    }

    /// Where passes stopped, by the index of the pass.
    Map<Integer, Stops> stops() {
        return stops;
    }

    Bitmap surplus(Side side) {
        return side == Side.LEFT ? surplusLeft : surplusRight;
    }

    /// Every entry is in exactly one place: each pair is known to both of its rows, no row is in
    /// two pairs, and every entry of a group is counted once. One pass over each side.
    void requireConserved() {
        long pairs = 0;
        long grouped = 0;
        for (int row = 0; row < rightOf.length; row++) {
            int right = rightOf[row];
            if (right > 0) {
                pairs++;
                require(leftOf[right - 1] == row + 1);
            } else {
                grouped -= right < 0 ? 1 : 0;
            }
        }
        for (int left : leftOf) {
            pairs -= left > 0 ? 1 : 0;
            grouped -= left < 0 ? 1 : 0;
        }
        grouped += (long) groups.entries(Side.LEFT) + groups.entries(Side.RIGHT);
        require(pairs == 0 && grouped == 0);
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new IllegalStateException("an entry is in two matches, or lost");
        }
    }
}
