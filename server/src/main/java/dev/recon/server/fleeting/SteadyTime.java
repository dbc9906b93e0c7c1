package dev.recon.server.fleeting;

import java.time.Instant;
import java.time.InstantSource;

/// The time since this was made, as instants that never jump: somebody who sets the clock of the
/// machine neither shuts people out for an hour nor lets anything live longer than it should. It
/// says how long something took, not what time it is.
final class SteadyTime implements InstantSource {
    private final long start = System.nanoTime();

    @Override
    public Instant instant() {
        return Instant.EPOCH.plusNanos(System.nanoTime() - start);
    }
}
