package dev.recon.engine.fee;

import dev.recon.engine.rules.Schedule;
import dev.recon.engine.table.Side;

/// Where one formula is tried.
///
/// @param formula what is kept
/// @param kind where it comes from
/// @param currency the packed currency
/// @param gross the side with the larger amounts
/// @param field the place of a grouping field, -1 for none
/// @param hash the hash of the field's value, 0 for none
public record FeeClaim(
        Formula formula,
        FittedSchedule.Kind kind,
        short currency,
        Side gross,
        int field,
        long hash) {
    public static final int NO_FIELD = -1;

    /// A schedule that a rule set states.
    ///
    /// @param gross the side with the larger amounts
    public record Stated(Schedule schedule, Side gross) {}
}
