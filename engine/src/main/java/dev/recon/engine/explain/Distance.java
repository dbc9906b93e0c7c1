package dev.recon.engine.explain;

import dev.recon.engine.money.Money;
import java.util.Optional;
import java.util.OptionalLong;

/// How far two entries are from what a condition asks, as numbers: a page says it in the words of
/// its reader.
public sealed interface Distance {
    /// It cannot be measured, or there is none.
    record None() implements Distance {}

    /// Amounts.
    ///
    /// @param apart how far they lie apart, without a sign
    /// @param allowed how far they may
    record Amount(Money apart, Money allowed) implements Distance {}

    /// Dates.
    ///
    /// @param days how many days the right one lies after the left one, below 0 before it
    /// @param allowed how many days it may, in that direction
    /// @param calendar whose business days are counted; empty when every day counts
    record Days(int days, int allowed, Optional<String> calendar) implements Distance {}

    /// Moments.
    ///
    /// @param seconds how many seconds the right one lies after the left one, below 0 before it
    /// @param allowed how many it may, in that direction
    /// @param next how many seconds another entry of that key and amount is away, where there is
    ///   one
    record Seconds(int seconds, int allowed, OptionalLong next) implements Distance {}

    /// Texts.
    ///
    /// @param edits how many characters would have to change
    /// @param allowed how many may
    record Characters(int edits, int allowed) implements Distance {}
}
