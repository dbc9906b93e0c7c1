package dev.recon.engine.rules;

import dev.recon.engine.table.Table;

/// A field that must agree inside every match.
///
/// @param field a field that both sides have
/// @param days how far dates may be apart; does not bind on other fields
/// @param absentDiffers is no value another one than any value? Else a side that has none agrees
public record Comparison(String field, DayWindow days, boolean absentDiffers) {
    public Comparison {
        days = field.equals(Table.DATE) ? days : DayWindow.ANY;
    }

    /// A field that agrees with no value at all.
    public Comparison(String field, DayWindow days) {
        this(field, days, false);
    }
}
