package dev.recon.engine.table;

/// Says of a hash that it was never added, or that it may have been (Bloom 1970).
///
/// Two bits of one word for each hash, 16 bits of memory: about one in fifty of those that were not
/// added is let through.
public final class BloomFilter {
    private static final int BITS_PER_HASH = 16;
    private static final int WORD_BITS = 6;

    private final long[] words;
    private final int shift;

    /// @param hashesMax about how many hashes will be added
    public BloomFilter(long hashesMax) {
        long wanted = Math.max(2, (hashesMax * BITS_PER_HASH) >>> WORD_BITS);
        int bits = Math.min(Integer.SIZE - 4, Long.SIZE - Long.numberOfLeadingZeros(wanted - 1));
        this.words = new long[1 << bits];
        this.shift = Long.SIZE - bits;
    }

    public void add(long hash) {
        words[(int) (hash >>> shift)] |= bits(hash);
    }

    public boolean mayContain(long hash) {
        long bits = bits(hash);
        return (words[(int) (hash >>> shift)] & bits) == bits;
    }

    private static long bits(long hash) {
        return (1L << hash) | (1L << (hash >>> WORD_BITS));
    }
}
