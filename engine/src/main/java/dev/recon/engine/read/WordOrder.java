package dev.recon.engine.read;

import java.util.Arrays;

/// The words of a person's name, in the order of their bytes: `LOVELACE ADA` is `ADA LOVELACE`,
/// whichever name a file puts first.
final class WordOrder {
    private static final int INSERTED_MAX = 16;

    private WordOrder() {}

    /// Puts the words between `start` and `end`, with one blank between them, in order.
    static void sort(byte[] words, int start, int end) {
        byte[] copy = Arrays.copyOfRange(words, start, end);
        int[] starts = starts(copy);
        if (starts.length > INSERTED_MAX) {
            starts =
                    Arrays.stream(starts)
                            .boxed()
                            .sorted((one, other) -> compare(copy, one, other))
                            .mapToInt(Integer::intValue)
                            .toArray();
        } else {
            byWord(copy, starts);
        }
        int write = start;
        for (int word : starts) {
            int length = end(copy, word) - word;
            if (write > start) {
                words[write++] = ' ';
            }
            System.arraycopy(copy, word, words, write, length);
            write += length;
        }
    }

    private static int[] starts(byte[] words) {
        int[] starts = new int[words.length / 2 + 1];
        int count = 0;
        for (int at = 0; at < words.length; at++) {
            if (at == 0 || words[at - 1] == ' ') {
                starts[count++] = at;
            }
        }
        return Arrays.copyOf(starts, count);
    }

    /// By insertion: a name has few words.
    private static void byWord(byte[] words, int[] starts) {
        for (int next = 1; next < starts.length; next++) {
            int word = starts[next];
            int place = next;
            while (place > 0 && compare(words, word, starts[place - 1]) < 0) {
                starts[place] = starts[place - 1];
                place--;
            }
            starts[place] = word;
        }
    }

    private static int compare(byte[] words, int one, int other) {
        return Arrays.compareUnsigned(words, one, end(words, one), words, other, end(words, other));
    }

    private static int end(byte[] words, int start) {
        int at = start;
        while (at < words.length && words[at] != ' ') {
            at++;
        }
        return at;
    }
}
