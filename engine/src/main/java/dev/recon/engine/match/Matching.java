package dev.recon.engine.match;

import dev.recon.engine.table.Bitmap;
import dev.recon.engine.table.Side;
import java.util.List;

/// Which entries belong together: the outcome of a cascade, as columns.
///
/// Matches are numbered from 1 in the order of their first left row. A match of a pass holds one
/// entry of each side; a match by hand may hold any number. 9.3 bytes a pair of rows: the partner
/// of each row (4 + 4), a label (1), and the numbering.
public final class Matching {
    private final int[] rightOf;
    private final int[] leftOf;
    private final byte[] labelOf;
    private final List<Label> labels;
    private final List<Decisions.Pin> groups;
    private final Bitmap surplusLeft;
    private final Bitmap surplusRight;
    private final Ranks ranks;

    /// Takes over the arrays of `pairs`, which is not used any more.
    Matching(Pairs pairs) {
        this.rightOf = pairs.rightOf;
        this.leftOf = pairs.leftOf;
        this.labelOf = pairs.labelOf;
        this.labels = pairs.labels();
        this.groups = pairs.groups();
        this.surplusLeft = pairs.surplus(Side.LEFT);
        this.surplusRight = pairs.surplus(Side.RIGHT);
        this.ranks = new Ranks(heads());
    }

    /// One bit for the first left row of each match.
    private long[] heads() {
        long[] heads = new long[(rightOf.length + Long.SIZE - 1) / Long.SIZE];
        for (int row = 0; row < rightOf.length; row++) {
            int right = rightOf[row];
            if (right > 0 || (right < 0 && groups.get(-right - 1).left().getFirst() == row)) {
                heads[row >>> 6] |= 1L << row;
            }
        }
        return heads;
    }

    /// The number of matches.
    public int count() {
        return ranks.count();
    }

    /// The number of entries of a side.
    public int entries(Side side) {
        return side == Side.LEFT ? rightOf.length : leftOf.length;
    }

    /// The match that holds an entry, or 0 when it is open.
    public int matchOf(Side side, int row) {
        int partner = side == Side.LEFT ? rightOf[row] : leftOf[row];
        if (partner == 0) {
            return 0;
        }
        if (partner < 0) {
            return ranks.rank(groups.get(-partner - 1).left().getFirst());
        }
        return ranks.rank(side == Side.LEFT ? row : partner - 1);
    }

    /// The entry of the other side that an entry is paired with, -1 when it is open or lies in a
    /// group that a person made. For loops over all entries: one read of memory.
    public int partner(Side side, int row) {
        return Math.max((side == Side.LEFT ? rightOf[row] : leftOf[row]) - 1, -1);
    }

    /// What the matches have in common: a few labels, and for each match one of them.
    public List<Label> labels() {
        return List.copyOf(labels);
    }

    /// The index in [#labels] of the match that holds a left entry; it must not be open.
    public int labelOf(int leftRow) {
        return labelOf[leftRow] & 0xFF;
    }

    public boolean isOpen(Side side, int row) {
        return (side == Side.LEFT ? rightOf[row] : leftOf[row]) == 0;
    }

    /// The index of the pass that made a match, -1 when a person did.
    public int pass(int match) {
        return label(match).pass();
    }

    public Status status(int match) {
        return label(match).status();
    }

    /// The probability that a match is right, above 0 and at most 1.
    public float confidence(int match) {
        return label(match).confidence();
    }

    /// The entries of one side of a match, ascending.
    public int[] rows(Side side, int match) {
        int left = first(match);
        int right = rightOf[left];
        if (right > 0) {
            return new int[] {side == Side.LEFT ? left : right - 1};
        }
        Decisions.Pin group = groups.get(-right - 1);
        List<Integer> rows = side == Side.LEFT ? group.left() : group.right();
        return rows.stream().mapToInt(Integer::intValue).toArray();
    }

    /// Does a match hold one entry of each side?
    public boolean isPair(int match) {
        return rightOf[first(match)] > 0;
    }

    /// The first entry of one side of a match; the only one when it [#isPair].
    public int firstRow(Side side, int match) {
        int left = first(match);
        if (side == Side.LEFT) {
            return left;
        }
        int right = rightOf[left];
        return right > 0 ? right - 1 : groups.get(-right - 1).right().getFirst();
    }

    /// Is an entry open although entries with the same key were matched: a twin too many?
    public boolean isSurplus(Side side, int row) {
        return isOpen(side, row) && (side == Side.LEFT ? surplusLeft : surplusRight).get(row);
    }

    private int first(int match) {
        if (match < 1 || match > ranks.count()) {
            throw new IndexOutOfBoundsException("match " + match + " of " + ranks.count());
        }
        return ranks.select(match);
    }

    private Label label(int match) {
        return labels.get(labelOf[first(match)] & 0xFF);
    }
}
