package dev.recon.server.people;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A person of the workspace, as others of it see them.
///
/// @param email null for who acted before anybody had an account
/// @param status active or disabled
record PersonDetail(
        UUID id,
        String name,
        @Nullable String email,
        String status,
        List<String> roles,
        boolean secondFactor,
        Instant createdAt,
        @Nullable Instant signedInAt,
        int version) {
    static final String ACTIVE = "active";
    static final String DISABLED = "disabled";
}
