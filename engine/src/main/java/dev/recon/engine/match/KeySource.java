package dev.recon.engine.match;

/// The keys of one side of a join, as 64-bit hashes by number.
interface KeySource {
    /// How many numbers a [Chunk] has room for at most.
    int CHUNK = 4096;

    /// Some keys: the number and the hash of each, in the order of the numbers.
    ///
    /// @param hashes 0 for a key that takes no part
    record Chunk(int[] numbers, long[] hashes) {
        /// With room for so many keys: a pass over a few entries shall not clear 48 kB first.
        Chunk(int room) {
            this(new int[room], new long[room]);
        }
    }

    /// How many keys there may be, numbered from 0.
    int count();

    /// Fills in the keys among the numbers `from` to `to` - 1, at most [#CHUNK] of them; returns
    /// how many there are.
    int fill(int from, int to, Chunk target);
}
