package dev.recon.server.delivery;

import org.jspecify.annotations.Nullable;

/// One way in which a delivery is of another shape than the one before.
///
/// @param severity `additive`, `risky` or `breaking`
/// @param before how it was; nothing where it was not there
/// @param after how it is; nothing where it is gone
record Change(
        String severity,
        String column,
        String what,
        @Nullable String before,
        @Nullable String after) {
    static final String ADDITIVE = "additive";
    static final String RISKY = "risky";
    static final String BREAKING = "breaking";
}
