package dev.recon.engine.match;

import dev.recon.engine.table.Bitmap;
import dev.recon.engine.table.Side;
import java.util.List;
import java.util.Map;

/// Which entries belong together: the outcome of a cascade, as columns.
///
/// Most matches are pairs: one entry of each side. Every other match is a group, of any number of
/// entries of each side, also of one side alone; a group may use a part of an entry and leave the
/// rest open. Matches are numbered from 1: first those with a left entry, in the order of their
/// first one, then those of the right alone, in the order of theirs. 9.3 bytes a pair of rows: the
/// partner of each row (4 + 4), a label (1, seldom 2), and the numbering; groups cost what [Groups]
/// says.
public final class Matching {
    private final int[] rightOf;
    private final int[] leftOf;
    private final LabelColumn labelOf;
    private final List<Label> labels;
    private final Groups groups;
    private final Map<Integer, Stops> stops;
    private final Decisions decisions;
    private final Allocations leftParts;
    private final Allocations rightParts;
    private final Bitmap surplusLeft;
    private final Bitmap surplusRight;
    private final Ranks ranks;
    private final Ranks rightOnly;

    /// Takes over the arrays of `pairs`, which is not used any more.
    Matching(Pairs pairs) {
        this.rightOf = pairs.rightOf;
        this.leftOf = pairs.leftOf;
        this.labelOf = pairs.labelOf;
        this.labels = pairs.labels();
        this.groups = pairs.groups();
        this.stops = Map.copyOf(pairs.stops());
        this.decisions = pairs.decisions();
        this.leftParts = groups.parts(Side.LEFT).sorted();
        this.rightParts = groups.parts(Side.RIGHT).sorted();
        this.surplusLeft = pairs.surplus(Side.LEFT);
        this.surplusRight = pairs.surplus(Side.RIGHT);
        this.ranks = new Ranks(heads());
        this.rightOnly = new Ranks(rightOnlyHeads());
    }

    /// One bit for the first left row of each match that has one.
    private long[] heads() {
        long[] heads = words(rightOf.length);
        for (int row = 0; row < rightOf.length; row++) {
            int right = rightOf[row];
            if (right > 0 || (right < 0 && groups.first(Side.LEFT, -right - 1) == row)) {
                heads[row >>> 6] |= 1L << row;
            }
        }
        return heads;
    }

    /// One bit for the first right row of each match without a left entry; mostly there are none.
    private long[] rightOnlyHeads() {
        long[] heads = new long[0];
        for (int group = 0; group < groups.count(); group++) {
            if (groups.first(Side.LEFT, group) < 0) {
                heads = heads.length == 0 ? words(leftOf.length) : heads;
                int row = groups.first(Side.RIGHT, group);
                heads[row >>> 6] |= 1L << row;
            }
        }
        return heads;
    }

    private static long[] words(int rows) {
        return new long[(rows + Long.SIZE - 1) / Long.SIZE];
    }

    /// What people had decided, which bound every pass.
    public Decisions decisions() {
        return decisions;
    }

    /// The number of matches.
    public int count() {
        return ranks.count() + rightOnly.count();
    }

    /// The number of matches that have a left entry; the others are numbered behind them.
    public int withLeft() {
        return ranks.count();
    }

    /// The number of entries of a side.
    public int entries(Side side) {
        return partners(side).length;
    }

    /// The match that holds an entry, or 0 when it is open.
    public int matchOf(Side side, int row) {
        int partner = partners(side)[row];
        if (partner == 0) {
            return 0;
        }
        if (partner < 0) {
            int left = groups.first(Side.LEFT, -partner - 1);
            return left >= 0
                    ? ranks.rank(left)
                    : ranks.count() + rightOnly.rank(groups.first(Side.RIGHT, -partner - 1));
        }
        return ranks.rank(side == Side.LEFT ? row : partner - 1);
    }

    /// The entry of the other side that an entry is paired with, -1 when it is open or lies in a
    /// group. For loops over all entries: one read of memory.
    public int partner(Side side, int row) {
        return Math.max(partners(side)[row] - 1, -1);
    }

    /// What the matches have in common: a few labels, and for each match one of them.
    public List<Label> labels() {
        return List.copyOf(labels);
    }

    /// The index in [#labels] of the match that holds an entry; the entry must not be open.
    public int labelOf(Side side, int row) {
        int partner = partners(side)[row];
        if (partner < 0) {
            return groups.label(-partner - 1);
        }
        return labelOf.get(side == Side.LEFT ? row : partner - 1);
    }

    public boolean isOpen(Side side, int row) {
        return partners(side)[row] == 0;
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
        int partner = placed(match);
        return partner < 0 ? groups.confidence(-partner - 1) : label(match).confidence();
    }

    /// The entries of one side of a match, ascending; none when it is of the other side alone.
    public int[] rows(Side side, int match) {
        int partner = placed(match);
        if (partner > 0) {
            return new int[] {side == Side.LEFT ? ranks.select(match) : partner - 1};
        }
        return groups.rows(side, -partner - 1);
    }

    /// The first entries of one side of a match, at most so many.
    public int[] firstRows(Side side, int match, int most) {
        int partner = placed(match);
        return partner > 0 ? rows(side, match) : groups.rows(side, -partner - 1, most);
    }

    /// The number of entries of one side of a match.
    public int size(Side side, int match) {
        int partner = placed(match);
        return partner > 0 ? 1 : groups.size(side, -partner - 1);
    }

    /// Does a match hold one whole entry of each side, as nearly all do?
    public boolean isPair(int match) {
        return placed(match) > 0;
    }

    /// The first entry of one side of a match, the only one when it [#isPair]; -1 when it has none.
    public int firstRow(Side side, int match) {
        int partner = placed(match);
        if (partner < 0) {
            return groups.first(side, -partner - 1);
        }
        return side == Side.LEFT ? ranks.select(match) : partner - 1;
    }

    /// How much of an entry its match uses: all of it, unless the match is a partial payment.
    ///
    /// @param units the amount of the entry
    public long allocated(Side side, int row, long units) {
        Allocations parts = parts(side);
        int place = parts.find(row);
        return place < 0 ? units : parts.units(place);
    }

    /// The entries of a side that are in a match with a part of their amount, ascending.
    public int[] partlyOpen(Side side) {
        Allocations parts = parts(side);
        int[] rows = new int[parts.count()];
        for (int place = 0; place < rows.length; place++) {
            rows[place] = parts.row(place);
        }
        return rows;
    }

    /// Where a pass stopped looking.
    public Stops stops(int pass) {
        return stops.getOrDefault(pass, Stops.NONE);
    }

    /// Is an entry open although entries with the same key were matched: a twin too many?
    public boolean isSurplus(Side side, int row) {
        return isOpen(side, row) && (side == Side.LEFT ? surplusLeft : surplusRight).get(row);
    }

    private int[] partners(Side side) {
        return side == Side.LEFT ? rightOf : leftOf;
    }

    private Allocations parts(Side side) {
        return side == Side.LEFT ? leftParts : rightParts;
    }

    /// What stands where a match is counted: the right row + 1 of a pair, or -n of the n-th group.
    private int placed(int match) {
        if (match < 1 || match > count()) {
            throw new IndexOutOfBoundsException("match " + match + " of " + count());
        }
        return match <= ranks.count()
                ? rightOf[ranks.select(match)]
                : leftOf[rightOnly.select(match - ranks.count())];
    }

    private Label label(int match) {
        int partner = placed(match);
        return partner < 0
                ? labels.get(groups.label(-partner - 1))
                : labels.get(labelOf.get(ranks.select(match)));
    }
}
