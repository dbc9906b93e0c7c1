package dev.recon.engine.match;

import dev.recon.engine.table.Limits;

/// A sum of any number of amounts, exact whatever their order: the two halves of each are added up
/// on their own.
final class Total {
    private long high;
    private long low;

    void clear() {
        high = 0;
        low = 0;
    }

    void add(long units) {
        high += units >> Integer.SIZE;
        low += units & 0xFFFF_FFFFL;
    }

    /// Is the sum within the bound of a single amount?
    boolean isBounded() {
        long top = high + (low >> Integer.SIZE);
        return Math.abs(top) <= Limits.UNITS_MAX >> Integer.SIZE;
    }

    /// The sum, when it [#isBounded].
    long units() {
        return (high << Integer.SIZE) + low;
    }
}
