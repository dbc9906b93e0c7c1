package dev.recon.engine.probable;

import dev.recon.engine.table.Hash;
import dev.recon.engine.table.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Texts: names, codes, memos, titles.
///
/// Two texts are as alike as the better of two measures says: the edits between them as a share of
/// the longer one (of texts beyond [Values#COMPARED_MAX] bytes, their beginnings), and the words
/// they share, rare words counting more. A text that only begins like a longer one is a level of
/// its own, because banks cut texts.
///
/// @param index its number among the compared fields
record TextField(String name, int index, Values values) implements Field {
    private static final double[] SHARES = {0.92, 0.85, 0.77, 0.68, 0.58, 0.48, 0.38};
    private static final int UNLIKE = SHARES.length + 1;
    private static final int CUT = SHARES.length + 2;
    private static final int CUT_RANK = 3;
    private static final int CUT_MIN = 3;
    private static final double WORDS_MAX = 0.95;
    private static final int SHORT_MAX = 24;
    private static final int RARE_MAX = 3;

    @Override
    public int levels() {
        return CUT + 1;
    }

    @Override
    public String words(int level) {
        if (level == 0) {
            return "equal";
        }
        if (level >= UNLIKE) {
            return level == CUT ? "one begins with the other" : "not alike";
        }
        return "at least " + Math.round(SHARES[level - 1] * 100) + " % alike";
    }

    @Override
    public int rank(int level) {
        return level == CUT ? CUT_RANK : level;
    }

    @Override
    public int[] falling() {
        return IntStream.rangeClosed(0, UNLIKE).toArray();
    }

    @Override
    public int level(int left, int right, TextMemory memory) {
        int one = values.number(Side.LEFT, left);
        int other = values.number(Side.RIGHT, right);
        if (one == 0 || other == 0) {
            return ABSENT;
        }
        return one == other ? 0 : memory.level(this, one, other);
    }

    /// The level of the texts of two numbers, for who asks once and has nothing to remember.
    int level(int one, int other) {
        if (one == 0 || other == 0) {
            return ABSENT;
        }
        if (one == other) {
            return 0;
        }
        Edits edits = new Edits();
        edits.pattern(values.arena(), values.start(one), values.comparedEnd(one));
        return compare(one, other, edits);
    }

    /// The level of two different texts.
    ///
    /// @param pattern the edits from the first
    int compare(int one, int other, Edits pattern) {
        byte[] arena = values.arena();
        int longer = Math.max(values.compared(one), values.compared(other));
        int shorter = Math.min(values.compared(one), values.compared(other));
        int edits = pattern.to(arena, values.start(other), values.comparedEnd(other));
        double alike = 1 - (double) edits / longer;
        Words words = values.words();
        if (words.count(one) > 1 || words.count(other) > 1) {
            alike = Math.max(alike, Math.min(WORDS_MAX, words.overlap(one, other)));
        }
        if (edits == longer - shorter
                && shorter >= CUT_MIN
                && alike < SHARES[0]
                && beginsAlike(one, other, shorter)) {
            return CUT;
        }
        for (int level = 0; level < SHARES.length; level++) {
            if (alike >= SHARES[level]) {
                return level + 1;
            }
        }
        return UNLIKE;
    }

    private boolean beginsAlike(int one, int other, int length) {
        byte[] arena = values.arena();
        for (int at = 0; at < length; at++) {
            if (arena[values.start(one) + at] != arena[values.start(other) + at]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public long value(Side side, int place) {
        return values.hash(values.number(side, place));
    }

    @Override
    public List<BlockKey> blockKeys() {
        List<BlockKey> keys = new ArrayList<>();
        keys.add(new BlockKey("equal " + name, 1, (side, place, to) -> equal(side, place, to)));
        keys.add(
                new BlockKey(
                        "the first 3 of " + name,
                        1,
                        (side, place, to) -> start(3, side, place, to)));
        keys.add(
                new BlockKey(
                        "the first 8 of " + name,
                        1,
                        (side, place, to) -> start(8, side, place, to)));
        keys.add(new BlockKey("the last 4 of " + name, 1, this::last));
        keys.add(new BlockKey("a rare word of " + name, RARE_MAX, this::rareWords));
        keys.add(new BlockKey(name + " but for one letter", SHORT_MAX + 1, this::deletions));
        return keys;
    }

    private int equal(Side side, int place, long[] keys) {
        keys[0] = value(side, place);
        return keys[0] == 0 ? 0 : 1;
    }

    private int start(int length, Side side, int place, long[] keys) {
        int number = values.number(side, place);
        if (number == 0) {
            return 0;
        }
        int from = values.start(number);
        keys[0] = Hash.of(values.arena(), from, Math.min(length, values.length(number)));
        return 1;
    }

    private int last(Side side, int place, long[] keys) {
        int number = values.number(side, place);
        if (number == 0) {
            return 0;
        }
        int length = Math.min(4, values.length(number));
        keys[0] = Hash.of(values.arena(), values.end(number) - length, length);
        return 1;
    }

    private int rareWords(Side side, int place, long[] keys) {
        int number = values.number(side, place);
        int count = Math.min(RARE_MAX, values.words().count(number));
        for (int rank = 0; rank < count; rank++) {
            keys[rank] = values.words().rare(number, rank);
        }
        return count;
    }

    /// The text itself and what it becomes when one byte is left out: texts that are one edit apart
    /// share at least one of these. Only of short texts.
    private int deletions(Side side, int place, long[] keys) {
        int number = values.number(side, place);
        int length = values.length(number);
        if (length < CUT_MIN || length > SHORT_MAX) {
            return 0;
        }
        byte[] arena = values.arena();
        int start = values.start(number);
        byte[] rest = new byte[length];
        keys[0] = Hash.of(arena, start, length);
        for (int gap = 0; gap < length; gap++) {
            System.arraycopy(arena, start, rest, 0, gap);
            System.arraycopy(arena, start + gap + 1, rest, gap, length - gap - 1);
            keys[gap + 1] = Hash.of(rest, 0, length - 1);
        }
        return length + 1;
    }
}
