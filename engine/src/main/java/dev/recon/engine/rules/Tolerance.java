package dev.recon.engine.rules;

import java.math.BigDecimal;

/// How far two amounts may be apart.
public sealed interface Tolerance {
    /// Any difference: the key alone decides.
    record Any() implements Tolerance {}

    /// At most this much, in the currency of the entries; 0 for equal.
    record Absolute(BigDecimal amount) implements Tolerance {}

    /// At most this many percent of the larger of the two, without their signs.
    record Percent(BigDecimal percent) implements Tolerance {}
}
