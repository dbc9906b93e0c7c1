package dev.recon.server.platform;

import dev.recon.server.settings.DatabaseSettings;

/// A process's part of the connections that all processes may open together.
///
/// @param poolSizeMax what one process may have at most
/// @param budget what all may have
record PoolShare(int poolSizeMax, int budget) {
    /// How many connections this process may open now: an even part, but no more than the others
    /// have left, so that it grows only when they have shrunk.
    ///
    /// @param live the processes that live, this one included
    /// @param taken what the others may open
    int of(int live, int taken) {
        int even = Math.min(poolSizeMax, budget / live);
        return Math.max(DatabaseSettings.POOL_SIZE_MIN, Math.min(even, budget - taken));
    }
}
