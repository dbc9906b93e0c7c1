package dev.recon.server.access;

import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Problem;
import dev.recon.server.platform.ProblemKind;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;

/// Who sends a request, and by what: a signed-in browser or a key.
///
/// @param accountId whose account; a key acts for its maker
/// @param sessionId the signed-in browser; none for a key
/// @param sight what decides what they are told
/// @param secondFactorDue a role needs a second factor and there is none: only the account itself
///   may be seen and mended
public record Caller(
        Actor actor,
        UUID accountId,
        Optional<UUID> sessionId,
        Sight sight,
        boolean secondFactorDue) {
    private static final String NAME = Caller.class.getName();

    /// Who was let through with this request.
    public static Caller of(HttpServletRequest request) {
        if (request.getAttribute(NAME) instanceof Caller caller) {
            return caller;
        }
        throw new IllegalStateException("an endpoint that is open to all asks who is there");
    }

    void letThrough(HttpServletRequest request) {
        request.setAttribute(NAME, this);
    }

    /// The account of somebody who is signed in, in person.
    public UUID account() {
        if (sessionId.isEmpty()) {
            throw Problem.of(
                    ProblemKind.FORBIDDEN, "A key may not do this. Sign in and do it yourself.");
        }
        return accountId;
    }
}
