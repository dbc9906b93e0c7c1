package dev.recon.engine.probable;

import dev.recon.engine.table.Side;

/// One way to cut the entries into blocks: entries that share one of its keys are in one block.
///
/// @param words what entries of a block have in common, for people
/// @param keysMax the most keys that one entry has
/// @param source gives the keys
record BlockKey(String words, int keysMax, Source source) {
    /// Gives the keys of entries.
    @FunctionalInterface
    interface Source {
        /// Writes the keys of an entry to `keys` and returns how many there are.
        int keys(Side side, int place, long[] keys);
    }
}
