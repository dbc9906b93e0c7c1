package dev.recon.formats.format;

import java.time.Duration;

/// When a file must have been unfolded.
///
/// @param endsAtNanos by the clock of [System#nanoTime]
/// @param all how long it had from the beginning
public record Deadline(long endsAtNanos, Duration all) {
    /// Ends so long from now.
    public static Deadline in(Duration all) {
        return new Deadline(System.nanoTime() + all.toNanos(), all);
    }

    boolean isOver() {
        return System.nanoTime() - endsAtNanos > 0;
    }
}
