package dev.recon.server.access;

import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Problem;
import dev.recon.server.platform.ProblemKind;
import java.util.Optional;
import java.util.UUID;

/// Who sends a request, and by what: a signed-in browser or a key.
///
/// @param accountId whose account; a key acts for its maker
/// @param sessionId the signed-in browser; none for a key
/// @param secondFactorDue a role needs a second factor and there is none: only the account itself
///   may be seen and mended
public record Caller(
        Actor actor, UUID accountId, Optional<UUID> sessionId, boolean secondFactorDue) {
    /// The account of somebody who is signed in, in person.
    public UUID account() {
        if (sessionId.isEmpty()) {
            throw Problem.of(
                    ProblemKind.FORBIDDEN, "A key may not do this. Sign in and do it yourself.");
        }
        return accountId;
    }
}
