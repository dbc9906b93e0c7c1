package dev.recon.engine.explain;

import dev.recon.engine.rules.DayWindow;
import dev.recon.engine.rules.TimeWindow;
import dev.recon.engine.rules.Tolerance;

/// What a rule would have to allow, so that a condition that failed would hold.
public sealed interface Mend {
    /// Nothing that a rule can say would help.
    record None() implements Mend {}

    /// Amounts further apart.
    ///
    /// @param text the change in words, such as `0.10 instead of 0.05`
    record Amount(Tolerance tolerance, String text) implements Mend {}

    /// Dates further apart.
    ///
    /// @param days how many days the right one lies after the left one, below 0 before it
    record Days(DayWindow window, int days) implements Mend {}

    /// Moments further apart.
    ///
    /// @param seconds how many seconds the right one lies after the left one, below 0 before it
    record Seconds(TimeWindow window, int seconds) implements Mend {}

    /// Texts of a field that are nearly the same.
    record Similar(String field) implements Mend {}

    /// Any value of a field.
    record Any(String field) implements Mend {}
}
