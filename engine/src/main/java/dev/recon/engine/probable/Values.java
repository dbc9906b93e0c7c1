package dev.recon.engine.probable;

import dev.recon.engine.table.Hash;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.TextColumn;
import java.util.Arrays;

/// The different texts of a field on both sides, each once: comparing works on these and fans out.
/// Whatever the form of a field, likeness is that of its words, without case, marks and accents.
///
/// Number 0 is the absent text. 8 bytes an entry and side (its number), and for each different text
/// its bytes and about 60 bytes for finding, counting and its words.
final class Values {
    /// Of longer texts the beginning is compared: edits cost the product of both lengths.
    static final int COMPARED_MAX = 256;

    private final int[] left;
    private final int[] right;
    private final LongIds known = new LongIds();
    private byte[] arena = new byte[1024];
    private int[] ends = new int[64];
    private int[] lefts = new int[64];
    private int[] rights = new int[64];
    private int count = 1;
    private final Words words = new Words();

    Values(TextColumn left, int[] leftRows, TextColumn right, int[] rightRows) {
        words.add(arena, 0, 0);
        this.left = number(left, leftRows, Side.LEFT);
        this.right = number(right, rightRows, Side.RIGHT);
        words.weigh();
    }

    private int[] number(TextColumn column, int[] rows, Side side) {
        int[] numbers = new int[rows.length];
        Folded text = new Folded();
        for (int place = 0; place < rows.length; place++) {
            if (text.isRead(column, rows[place])) {
                numbers[place] = number(text);
                (side == Side.LEFT ? lefts : rights)[numbers[place]]++;
            }
        }
        return numbers;
    }

    private int number(Folded text) {
        long key = key(text);
        int found = known.find(key);
        return found >= 0 ? found + 1 : add(key, text.bytes(), text.length());
    }

    /// The number of a text, -1 when it is none of these.
    int find(TextColumn column, int row) {
        Folded text = new Folded();
        if (!text.isRead(column, row)) {
            return 0;
        }
        int found = known.find(key(text));
        return found < 0 ? -1 : found + 1;
    }

    /// The key of a text: its hash, or where another text has that the next one that is free.
    private long key(Folded text) {
        long key = Hash.of(text.bytes(), 0, text.length());
        int found = known.find(key);
        while (found >= 0 && !isSame(found + 1, text)) {
            key = Hash.of(key);
            found = known.find(key);
        }
        return key;
    }

    private boolean isSame(int number, Folded text) {
        return Arrays.equals(arena, start(number), end(number), text.bytes(), 0, text.length());
    }

    private int add(long key, byte[] bytes, int length) {
        int number = known.id(key) + 1;
        if (number == ends.length) {
            ends = Arrays.copyOf(ends, number * 2);
            lefts = Arrays.copyOf(lefts, number * 2);
            rights = Arrays.copyOf(rights, number * 2);
        }
        int from = ends[number - 1];
        if (from + length > arena.length) {
            arena = Arrays.copyOf(arena, Math.max(from + length, arena.length * 2));
        }
        System.arraycopy(bytes, 0, arena, from, length);
        ends[number] = from + length;
        words.add(bytes, 0, length);
        count = number + 1;
        return number;
    }

    /// The number of different texts, with the absent one.
    int count() {
        return count;
    }

    int number(Side side, int place) {
        return (side == Side.LEFT ? left : right)[place];
    }

    /// How many entries of a side have a text.
    int entries(Side side, int number) {
        return (side == Side.LEFT ? lefts : rights)[number];
    }

    /// A hash of a text, the same on whichever side it stands; 0 for the absent one.
    long hash(int number) {
        return number == 0 ? 0 : known.key(number - 1);
    }

    byte[] arena() {
        return arena;
    }

    int start(int number) {
        return number == 0 ? 0 : ends[number - 1];
    }

    int end(int number) {
        return ends[number];
    }

    int length(int number) {
        return end(number) - start(number);
    }

    /// Where that part of a text ends that is compared letter by letter.
    int comparedEnd(int number) {
        return start(number) + compared(number);
    }

    /// How many bytes of a text are compared letter by letter.
    int compared(int number) {
        return Math.min(length(number), COMPARED_MAX);
    }

    Words words() {
        return words;
    }
}
