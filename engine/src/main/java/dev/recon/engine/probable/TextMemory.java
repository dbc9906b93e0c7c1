package dev.recon.engine.probable;

import java.util.Arrays;

/// What one thread remembers between comparisons of texts: the pattern of the last left text of
/// each field, and the levels of pairs of texts it met lately.
///
/// 768 KiB a field. Entries of one block repeat their texts, so most answers are remembered; what
/// is forgotten is only computed again.
final class TextMemory {
    private static final int SLOTS = 1 << 16;

    private final Edits[] edits;
    private final int[] patterns;
    private final long[][] pairs;
    private final byte[][] levels;

    TextMemory(int fields) {
        edits = new Edits[fields];
        patterns = new int[fields];
        pairs = new long[fields][0];
        levels = new byte[fields][0];
        Arrays.setAll(edits, _ -> new Edits());
    }

    /// The level of two texts of a field, computed when it is not remembered.
    int level(TextField field, int left, int right) {
        int at = field.index();
        if (pairs[at].length == 0) {
            pairs[at] = new long[SLOTS];
            levels[at] = new byte[SLOTS];
        }
        long pair = (long) left << Integer.SIZE | right;
        int slot = (int) ((pair * 0x9E3779B97F4A7C15L) >>> 48);
        if (pairs[at][slot] != pair) {
            pairs[at][slot] = pair;
            levels[at][slot] = (byte) field.compare(left, right, pattern(field, left));
        }
        return levels[at][slot];
    }

    private Edits pattern(TextField field, int left) {
        int at = field.index();
        if (patterns[at] != left) {
            Values values = field.values();
            edits[at].pattern(values.arena(), values.start(left), values.comparedEnd(left));
            patterns[at] = left;
        }
        return edits[at];
    }
}
