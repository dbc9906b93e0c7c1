package dev.recon.engine.match;

/// The bounds of matching, in one place.
final class Limits {
    /// Candidate pairs that one pass may weigh one by one.
    static final long PAIRS_MAX = 200_000_000L;

    /// Passes of one cascade: a match names its pass in one byte.
    static final int PASSES_MAX = 60;

    /// Units of an amount without its sign: the difference of two stays within a long.
    static final long UNITS_MAX = Long.MAX_VALUE / 4;

    private Limits() {}
}
