package dev.recon.engine.fee;

import dev.recon.engine.money.Currency;
import dev.recon.engine.money.Money;
import dev.recon.engine.rules.Schedule;
import dev.recon.engine.table.Side;

/// A schedule, where it holds, and how many differences it explains to the cent.
///
/// @param schedule what is kept; for differences of rounding the smallest unit
/// @param kind where it comes from
/// @param gross the side with the larger amounts
/// @param field the field whose value its entries share, empty when they share none
/// @param value that value in its normal form, empty when only its hash is kept
/// @param fits the differences that it explains
/// @param of the differences that it might have explained
/// @param total what it comes to
public record FittedSchedule(
        Schedule schedule,
        Kind kind,
        Side gross,
        String field,
        String value,
        long fits,
        long of,
        Money total) {
    /// Where a schedule comes from.
    public enum Kind {
        /// The rule set says it.
        STATED("stated"),
        /// The differences say it.
        LEARNT("learnt"),
        /// One smallest unit, in either direction.
        ROUNDING("rounding");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    public Currency currency() {
        return total.currency();
    }

    /// `2.9 % + 0.30`, or `rounding by 0.01`.
    public String words() {
        String words = schedule.words(currency().decimals());
        return kind == Kind.ROUNDING ? "rounding by " + words : words;
    }
}
