package dev.recon.engine.match;

/// The keys of one side of a join, as 64-bit hashes by number.
interface KeySource {
    /// How many keys there are, numbered from 0.
    int count();

    /// The hashes of keys `from` to `to` - 1; 0 for one that takes no part.
    void fill(int from, int to, long[] target);
}
