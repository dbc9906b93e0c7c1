package dev.recon.engine.table;

/// The one 64-bit hash of the engine: fast, well mixed, never 0 for a value.
///
/// Each eight bytes are taken in by one multiplication and one shift, and the end is mixed as in
/// MurmurHash3. Only operations that every compiler makes one instruction of: the high half of a
/// product, as wyhash has it, cost three times as much before the thorough compiler was at work. It
/// is not for secrets: equal hashes are always confirmed by comparing the values.
public final class Hash {
    private static final long SEED = 0xA0761D6478BD642FL;
    private static final long STEP = 0xE7037ED1A0B428DBL;
    private static final long FIRST = 0xFF51AFD7ED558CCDL;
    private static final long SECOND = 0xC4CEB9FE1A85EC53L;

    private Hash() {}

    /// The hash of a number.
    public static long of(long value) {
        return mixed(value ^ SEED);
    }

    /// The hash of `length` bytes from `start`.
    public static long of(byte[] bytes, int start, int length) {
        long state = SEED ^ (length * STEP);
        int end = start + length;
        int at = start;
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            state = (state ^ Words.at(bytes, at)) * STEP;
            state ^= state >>> Integer.SIZE;
        }
        if (at == end) {
            return mixed(state);
        }
        return mixed(
                state
                        ^ (length > Long.BYTES
                                ? Words.at(bytes, end - Long.BYTES)
                                : rest(bytes, at, end)));
    }

    /// The hash of an ordered pair of hashes.
    public static long pair(long first, long second) {
        return mixed((first * STEP) ^ second);
    }

    private static long rest(byte[] bytes, int from, int end) {
        long rest = 0;
        for (int at = end - 1; at >= from; at--) {
            rest = (rest << Byte.SIZE) | (bytes[at] & 0xFFL);
        }
        return rest;
    }

    private static long mixed(long state) {
        long first = (state ^ (state >>> 33)) * FIRST;
        long second = (first ^ (first >>> 33)) * SECOND;
        long hash = second ^ (second >>> 33);
        return hash == 0 ? 1 : hash;
    }
}
