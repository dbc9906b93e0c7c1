package dev.recon.engine.match;

/// Numbers the set bits of a bitmap 1, 2, 3 ... in their order, and finds a bit by its number.
///
/// 1.6 bits a row beside 1 bit for the row itself; both questions cost a few nanoseconds.
final class Ranks {
    private final long[] words;
    private final int[] before;
    private final int[] samples;
    private final int count;

    /// @param words one bit a row; kept, not copied
    Ranks(long[] words) {
        this.words = words;
        this.before = new int[words.length];
        int total = 0;
        for (int at = 0; at < words.length; at++) {
            before[at] = total;
            total += Long.bitCount(words[at]);
        }
        this.count = total;
        this.samples = new int[total / Long.SIZE + 1];
        int number = 0;
        for (int at = 0; at < words.length; at++) {
            int end = before[at] + Long.bitCount(words[at]);
            for (; number * Long.SIZE < end; number++) {
                samples[number] = at;
            }
        }
    }

    int count() {
        return count;
    }

    /// The number of a set bit, from 1.
    int rank(int row) {
        long below = words[row >>> 6] & (1L << row) - 1;
        return before[row >>> 6] + Long.bitCount(below) + 1;
    }

    /// The row of bit `number`, 1 to [#count].
    int select(int number) {
        int wanted = number - 1;
        int at = samples[wanted / Long.SIZE];
        while (at + 1 < words.length && before[at + 1] <= wanted) {
            at++;
        }
        long word = words[at];
        for (int skip = wanted - before[at]; skip > 0; skip--) {
            word &= word - 1;
        }
        return at * Long.SIZE + Long.numberOfTrailingZeros(word);
    }
}
