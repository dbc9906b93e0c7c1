package dev.recon.engine.rules;

import dev.recon.engine.money.Currency;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/// How far two amounts may be apart.
public sealed interface Tolerance {
    /// What binds two entries of a currency.
    ///
    /// @param below is the right amount less than the left one?
    default Bound bound(Currency currency, boolean below) {
        return switch (this) {
            case Bound bound -> bound;
            case Range range -> below ? range.below : range.above;
            case PerCurrency(var byCurrency, Tolerance other) ->
                    byCurrency.getOrDefault(currency, other).bound(currency, below);
        };
    }

    /// The same for every currency, whichever of the two is more.
    sealed interface Bound extends Tolerance {
        /// The largest difference of two amounts; empty for any.
        ///
        /// @param larger the larger of the two, without its sign
        default Optional<BigDecimal> allowed(BigDecimal larger) {
            return switch (this) {
                case Any() -> Optional.empty();
                case Absolute(BigDecimal amount) -> Optional.of(amount);
                case Percent(BigDecimal percent) -> Optional.of(share(percent, larger));
                case Capped(BigDecimal percent, BigDecimal cap) ->
                        Optional.of(share(percent, larger).min(cap));
            };
        }

        private static BigDecimal share(BigDecimal percent, BigDecimal of) {
            return of.multiply(percent).movePointLeft(2);
        }
    }

    /// Any difference: the key alone decides.
    record Any() implements Bound {}

    /// At most this much, in the currency of the entries; 0 for equal.
    record Absolute(BigDecimal amount) implements Bound {
        /// No difference.
        public static final Absolute EQUAL = new Absolute(BigDecimal.ZERO);
    }

    /// At most this many percent of the larger of the two, without their signs.
    ///
    /// @param percent 0 to 100
    record Percent(BigDecimal percent) implements Bound {
        public Percent {
            requirePercent(percent);
        }
    }

    /// At most this many percent of the larger of the two, and never more than the cap.
    ///
    /// @param percent 0 to 100
    /// @param cap in the currency of the entries
    record Capped(BigDecimal percent, BigDecimal cap) implements Bound {
        public Capped {
            requirePercent(percent);
        }
    }

    /// Not the same both ways: the right amount may lie so far below the left one, and so far
    /// above. Signs count: -103.00 lies below -100.00.
    record Range(Bound below, Bound above) implements Tolerance {}

    /// A tolerance for each currency.
    ///
    /// @param byCurrency each a [Bound] or a [Range]
    /// @param other what holds for currencies that are not named
    record PerCurrency(SequencedMap<Currency, Tolerance> byCurrency, Tolerance other)
            implements Tolerance {
        public PerCurrency {
            byCurrency = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(byCurrency));
            boolean nested = byCurrency.values().stream().anyMatch(PerCurrency.class::isInstance);
            if (nested || other instanceof PerCurrency) {
                throw new IllegalArgumentException("currencies within a currency");
            }
        }
    }

    private static void requirePercent(BigDecimal percent) {
        if (percent.signum() < 0 || percent.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw new IllegalArgumentException("expected 0 to 100 percent, found " + percent);
        }
    }
}
