package dev.recon.engine.read;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// Words that stand for no value in one file, such as `NULL` in what a database exports.
///
/// A cell that is nothing but such a word, blanks aside, is an empty one.
public record AbsentWords(List<String> words) {
    public static final int MAX = 50;
    public static final int LENGTH_MAX = 40;

    /// Nothing stands for no value but an empty cell.
    public static final AbsentWords NONE = new AbsentWords(List.of());

    public AbsentWords {
        words = List.copyOf(words);
    }

    boolean holds(String cell) {
        return words.contains(cell);
    }

    /// Looks at the bytes of cells.
    Cells cells() {
        byte[][] bytes =
                words.stream()
                        .map(word -> word.getBytes(StandardCharsets.UTF_8))
                        .toArray(byte[][]::new);
        return new Cells(bytes);
    }

    /// The words as the file has them.
    record Cells(byte[][] words) {
        boolean isAny() {
            return words.length > 0;
        }

        /// Does a word stand between `start` and `end`, and nothing beside it?
        boolean holds(byte[] bytes, int start, int end) {
            int from = start;
            int to = end;
            while (from < to && bytes[from] == ' ') {
                from++;
            }
            while (to > from && bytes[to - 1] == ' ') {
                to--;
            }
            for (byte[] word : words) {
                if (word.length == to - from
                        && Arrays.equals(bytes, from, to, word, 0, word.length)) {
                    return true;
                }
            }
            return false;
        }
    }
}
