package dev.recon.server.fleeting;

/// What became of asking for a turn.
///
/// @param granted whether it may happen now
/// @param limit how many turns there are at most
/// @param left how many are left
/// @param resetMillis until all turns are back, or, refused, until the next one is
public record Turn(boolean granted, int limit, int left, long resetMillis) {
    static Turn granted(Rate rate, int left, long resetMillis) {
        return new Turn(true, rate.turns(), left, resetMillis);
    }

    static Turn refused(Rate rate, long resetMillis) {
        return new Turn(false, rate.turns(), 0, resetMillis);
    }
}
