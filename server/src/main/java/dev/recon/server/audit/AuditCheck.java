package dev.recon.server.audit;

import dev.recon.engine.evidence.ChainCheck;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One verification of a chain.
///
/// @param holds is every event as it was, in its place, and none missing?
/// @param number of the last event
/// @param hash of the last event
/// @param fault what is wrong first; null when nothing is
public record AuditCheck(
        Instant at, boolean holds, long number, String hash, @Nullable Fault fault) {
    /// What is wrong.
    ///
    /// @param number of the event
    public record Fault(long number, String found, String expected) {}

    static AuditCheck of(Instant at, ChainCheck chain) {
        Fault fault =
                chain.fault()
                        .map(one -> new Fault(one.number(), one.found(), one.expected()))
                        .orElse(null);
        return new AuditCheck(at, fault == null, chain.number(), chain.hash(), fault);
    }
}
