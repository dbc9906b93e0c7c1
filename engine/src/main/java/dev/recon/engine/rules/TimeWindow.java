package dev.recon.engine.rules;

/// How many seconds the moment of the right entry, its date and time of day, may lie before and
/// after that of the left one. An entry without a moment is in no window.
///
/// @param before 0 or more seconds
/// @param after 0 or more seconds
public record TimeWindow(int before, int after) {
    /// Two days: what is further apart is told apart by days.
    public static final int SECONDS_MAX = 172_800;

    public TimeWindow {
        if (before < 0 || before > SECONDS_MAX || after < 0 || after > SECONDS_MAX) {
            throw new IllegalArgumentException("0 to " + SECONDS_MAX + " seconds on each side");
        }
    }

    /// Is the right moment inside the window around the left one?
    public boolean holds(int from, int to) {
        long seconds = (long) to - from;
        return seconds <= after && -seconds <= before;
    }
}
