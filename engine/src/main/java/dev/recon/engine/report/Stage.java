package dev.recon.engine.report;

/// How long one step of a run took.
///
/// @param name what was done
/// @param nanos the time on the wall
/// @param rows the rows it went through, of both sides
public record Stage(String name, long nanos, long rows) {
    private static final long NANOS = 1_000_000_000;

    public long rowsPerSecond() {
        return nanos == 0 ? 0 : (long) ((double) rows * NANOS / nanos);
    }
}
