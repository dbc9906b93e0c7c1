package dev.recon.engine.rules;

import dev.recon.engine.table.Table;

/// A field that must agree inside every match.
///
/// @param field a field that both sides have
/// @param days how far dates may be apart; does not bind on other fields
public record Comparison(String field, DayWindow days) {
    public Comparison {
        days = field.equals(Table.DATE) ? days : DayWindow.ANY;
    }
}
