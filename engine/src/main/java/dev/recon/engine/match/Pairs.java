package dev.recon.engine.match;

import dev.recon.engine.table.Bitmap;
import dev.recon.engine.table.Side;
import java.util.ArrayList;
import java.util.List;

/// The matches while they are made: who is taken, by whom, under which label.
///
/// Threads may write at the same time as long as no two of them handle the same row.
final class Pairs {
    /// For each left row its right row + 1; 0 when open, -n in group n by hand.
    final int[] rightOf;

    /// For each right row its left row + 1; 0 when open, -n in group n by hand.
    final int[] leftOf;

    /// For each left row that is taken, the index of its label.
    final byte[] labelOf;

    private final List<Label> labels = new ArrayList<>(List.of(Label.BY_HAND));
    private final List<Decisions.Pin> groups;
    private final Bitmap surplusLeft;
    private final Bitmap surplusRight;

    Pairs(int leftRows, int rightRows, Decisions decisions) {
        this.rightOf = new int[leftRows];
        this.leftOf = new int[rightRows];
        this.labelOf = new byte[leftRows];
        this.surplusLeft = new Bitmap(leftRows);
        this.surplusRight = new Bitmap(rightRows);
        this.groups = decisions.pins();
        for (int group = 0; group < groups.size(); group++) {
            for (int row : groups.get(group).left()) {
                rightOf[row] = -group - 1;
            }
            for (int row : groups.get(group).right()) {
                leftOf[row] = -group - 1;
            }
        }
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
        labelOf[left] = (byte) label;
    }

    /// The index of a label that matches of one pass share.
    int add(Label label) {
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

    List<Decisions.Pin> groups() {
        return groups;
    }

    Bitmap surplus(Side side) {
        return side == Side.LEFT ? surplusLeft : surplusRight;
    }

    /// Every entry is in exactly one place: each pair is known to both of its rows, no row is in
    /// two pairs, and the groups by hand are as they came. One pass over each side.
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
        for (Decisions.Pin group : groups) {
            grouped += group.left().size() + group.right().size();
        }
        require(pairs == 0 && grouped == 0);
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new IllegalStateException("an entry is in two matches, or lost");
        }
    }
}
