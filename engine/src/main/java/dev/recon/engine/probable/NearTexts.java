package dev.recon.engine.probable;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// When two texts are nearly the same: at most 2 edits (insert, delete, replace a character) make
/// one of the other, and no more than a third of the characters of the shorter.
///
/// A character is a code point, however many bytes it has. A band of 5 cells a character: about 20
/// ns for texts that differ at once, 80 ns for 12 characters that differ at the end.
public final class NearTexts {
    /// More edits are not counted.
    public static final int EDITS_MAX = 2;

    private static final int SHARE = 3;
    private static final int BYTES_MAX = 4;
    private static final int NONE = -1;
    private static final int FAR = EDITS_MAX + 1;

    /// The place in the band of what stands at the same place in both texts.
    private static final int MIDDLE = EDITS_MAX + 1;

    private static final int LAST = 2 * EDITS_MAX + 1;

    private final Text one;
    private final Text other;

    /// The characters of the other text around the place of the one that is looked at.
    private final int[] window = new int[LAST + 1];

    private int nextByte;
    private int known;

    private NearTexts(Text one, Text other) {
        this.one = one;
        this.other = other;
    }

    /// A text in UTF-8.
    public record Text(byte[] bytes, int start, int end) {
        public static Text of(String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return new Text(bytes, 0, bytes.length);
        }

        int length() {
            return end - start;
        }

        private boolean isInside(int at) {
            return at < end && (bytes[at] & 0xC0) == 0x80;
        }

        /// Where the character behind the one at `at` begins.
        private int after(int at) {
            int next = at + 1;
            while (isInside(next)) {
                next++;
            }
            return next;
        }

        /// The character at `at`, as a number.
        private int at(int at) {
            int number = bytes[at];
            for (int next = at + 1; number < 0 && isInside(next); next++) {
                number = (number << Byte.SIZE) | (bytes[next] & 0xFF);
            }
            return number & Integer.MAX_VALUE;
        }

        private int characters(int max) {
            int count = 0;
            for (int at = start; at < end && count < max; at = after(at)) {
                count++;
            }
            return count;
        }
    }

    /// How near two texts are.
    ///
    /// @param edits how many there are between them; any number above [#EDITS_MAX] for more
    /// @param allowed how many there may be
    public record Verdict(int edits, int allowed) {
        public boolean holds() {
            return edits <= allowed;
        }
    }

    public static Verdict of(String one, String other) {
        Text ours = Text.of(one);
        Text theirs = Text.of(other);
        return new Verdict(edits(ours, theirs, EDITS_MAX), allowed(ours, theirs));
    }

    /// Is the one as near to the other? Looks no further than it must.
    public static boolean areNear(Text one, Text other) {
        int allowed = allowed(one, other);
        return Math.abs(one.length() - other.length()) <= allowed * BYTES_MAX
                && edits(one, other, allowed) <= allowed;
    }

    private static int allowed(Text one, Text other) {
        int enough = EDITS_MAX * SHARE;
        return Math.min(one.characters(enough), other.characters(enough)) / SHARE;
    }

    private static int edits(Text one, Text other, int editsMax) {
        return new NearTexts(one, other).edits(editsMax);
    }

    /// The edits, or any number above `editsMax`: dynamic programming over the band of cells whose
    /// places differ by at most 2, behind what both begin with.
    private int edits(int editsMax) {
        int same = same();
        nextByte = other.start + same;
        int[] band = new int[LAST + 2];
        Arrays.fill(band, FAR);
        Arrays.fill(window, NONE);
        band[MIDDLE] = 0;
        for (int cell = MIDDLE + 1; cell <= LAST; cell++) {
            window[cell] = next();
            band[cell] = window[cell] == NONE ? FAR : cell - MIDDLE;
        }
        int rows = 0;
        for (int at = one.start + same; at < one.end; at = one.after(at)) {
            rows++;
            System.arraycopy(window, 2, window, 1, LAST - 1);
            window[LAST] = next();
            if (fill(band, rows, one.at(at)) > editsMax) {
                return FAR;
            }
        }
        int cell = known - rows + MIDDLE;
        return nextByte < other.end || cell < 1 ? FAR : band[cell];
    }

    /// Makes the band of one row of that before, and returns the least of it.
    private int fill(int[] band, int row, int letter) {
        int best = FAR;
        for (int cell = 1; cell <= LAST; cell++) {
            boolean isFirst = row + cell == MIDDLE;
            if (window[cell] == NONE && !isFirst) {
                band[cell] = FAR;
                continue;
            }
            int replaced = isFirst ? FAR : band[cell] + (window[cell] == letter ? 0 : 1);
            int shifted = Math.min(band[cell - 1], band[cell + 1]) + 1;
            band[cell] = Math.min(replaced, shifted);
            best = Math.min(best, band[cell]);
        }
        return best;
    }

    /// How many bytes both begin with, up to the end of a character.
    private int same() {
        int same = 0;
        int shorter = Math.min(one.length(), other.length());
        while (same < shorter && one.bytes[one.start + same] == other.bytes[other.start + same]) {
            same++;
        }
        while (one.isInside(one.start + same) || other.isInside(other.start + same)) {
            same--;
        }
        return same;
    }

    private int next() {
        if (nextByte == other.end) {
            return NONE;
        }
        int letter = other.at(nextByte);
        nextByte = other.after(nextByte);
        known++;
        return letter;
    }
}
