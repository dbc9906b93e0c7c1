package dev.recon.server.access;

import dev.recon.server.audit.AuditEvent.Deed;
import dev.recon.server.audit.AuditStore;
import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Ids;
import dev.recon.server.platform.Problem;
import dev.recon.server.platform.ProblemKind;
import dev.recon.server.secret.AccessTokens;
import dev.recon.server.secret.AccessTokens.Claims;
import dev.recon.server.secret.Tokens;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Begins, refreshes and ends sessions.
///
/// A refresh token works once. When one comes back that was used more than ten seconds ago,
/// somebody has a copy of it, and nobody can say who of the two is right: the session ends for
/// both.
@Service
public record SessionService(
        SessionStore sessions,
        AccountStore accounts,
        MeStore me,
        MeView view,
        AccessTokens tokens,
        AccessService access,
        SignInMetrics metrics,
        AuditStore audit,
        TransactionTemplate transaction) {
    /// What a browser is given.
    ///
    /// @param refreshToken for the cookie; none when the browser has a newer one already
    public record Given(String accessToken, Instant endsAt, Me me, Optional<String> refreshToken) {}

    /// Begins a session in the workspace where the account was last.
    Given begin(Account account, How how) {
        return begin(account, me.lastWorkspace(account.id()), how);
    }

    /// Begins a session in the workspace where the account was last.
    public Given begin(Account account, String method, Client client) {
        return begin(account, me.lastWorkspace(account.id()), new How(method, client));
    }

    /// Begins a session in this workspace, if the account is in it, or else in its first.
    public Given begin(Account account, Optional<UUID> workspaceId, How how) {
        List<MeStore.Place> places = me.places(account.id());
        MeStore.Place place =
                places.stream()
                        .filter(one -> workspaceId.filter(one.workspace().id()::equals).isPresent())
                        .findFirst()
                        .or(() -> places.stream().findFirst())
                        .orElseThrow(SessionService::refused);
        return begin(account, place, how);
    }

    /// By what, and from where, somebody signed in.
    ///
    /// @param providerSession the provider's name for its own session, if it told one
    public record How(String method, Client client, Optional<String> providerSession) {
        public How(String method, Client client) {
            this(method, client, Optional.empty());
        }
    }

    private Given begin(Account account, MeStore.Place place, How how) {
        String token = Tokens.next();
        UUID workspaceId = place.workspace().id();
        UUID session = Ids.next();
        transaction.executeWithoutResult(_ -> {
            sessions.add(
                    new SessionStore.New(session, account.id(), workspaceId, how),
                    Tokens.hash(token));
            if (!accounts.signedIn(account)) {
                throw refused();
            }
            tell(place, "signed-in", session, Map.of("by", how.method));
        });
        metrics.cameIn(how.method);
        return given(account.id(), session, place, Optional.of(token));
    }

    private sealed interface Outcome {
        record GoesOn(SessionStore.Kept kept, Optional<String> next) implements Outcome {}

        record Over() implements Outcome {}
    }

    /// A new access token, in the same workspace or in another one of the account's.
    Given refresh(String refreshToken, @Nullable UUID workspaceId) {
        Outcome outcome =
                Objects.requireNonNull(transaction.execute(_ -> rotate(refreshToken, workspaceId)));
        return switch (outcome) {
            case Outcome.Over() -> throw over();
            case Outcome.GoesOn(SessionStore.Kept kept, Optional<String> next) ->
                    given(
                            kept.accountId(),
                            kept.sessionId(),
                            place(kept, workspaceId).orElseThrow(SessionService::over),
                            next);
        };
    }

    private Outcome rotate(String refreshToken, @Nullable UUID workspaceId) {
        byte[] hash = Tokens.hash(refreshToken);
        Optional<SessionStore.Kept> found = sessions.lock(hash).filter(kept -> !kept.ended());
        if (found.isEmpty()) {
            return new Outcome.Over();
        }
        SessionStore.Kept kept = found.get();
        Optional<MeStore.Place> place = place(kept, workspaceId);
        if (place.isEmpty()) {
            return new Outcome.Over();
        }
        if (kept.use() == SessionStore.Use.FIRST) {
            String next = Tokens.next();
            sessions.replace(kept.sessionId(), hash, Tokens.hash(next));
            sessions.use(kept.sessionId(), place.get().workspace().id());
            return new Outcome.GoesOn(kept, Optional.of(next));
        }
        if (kept.use() == SessionStore.Use.SECOND_TAB) {
            return new Outcome.GoesOn(kept, Optional.empty());
        }
        sessions.end(kept.accountId(), kept.sessionId(), Session.Ending.REUSED_TOKEN);
        tell(
                place.get(),
                "session-ended",
                kept.sessionId(),
                Map.of("because", Session.Ending.REUSED_TOKEN.word()));
        return new Outcome.Over();
    }

    private Optional<MeStore.Place> place(SessionStore.Kept kept, @Nullable UUID workspaceId) {
        UUID wanted = Objects.requireNonNullElse(workspaceId, kept.workspaceId());
        return me.places(kept.accountId()).stream()
                .filter(place -> place.workspace().id().equals(wanted))
                .findFirst();
    }

    /// Ends the session of a cookie, whether it goes on or not.
    void end(String refreshToken) {
        transaction.executeWithoutResult(_ ->
                sessions.lock(Tokens.hash(refreshToken))
                        .ifPresent(kept -> {
                            sessions.end(
                                    kept.accountId(), kept.sessionId(), Session.Ending.SIGNED_OUT);
                            place(kept, null)
                                    .ifPresent(place ->
                                            tell(place, "signed-out", kept.sessionId(), Map.of()));
                        }));
    }

    private Given given(
            UUID accountId, UUID session, MeStore.Place place, Optional<String> refreshToken) {
        Claims claims =
                new Claims(
                        accountId,
                        session,
                        place.workspace().id(),
                        place.versions(),
                        Instant.now());
        String token = tokens.sign(claims);
        Caller caller = access.find(token).orElseThrow(SessionService::over);
        return new Given(token, claims.endsAt(), view.of(caller), refreshToken);
    }

    private void tell(
            MeStore.Place place, String action, UUID session, Map<String, Object> details) {
        audit.append(
                new Actor(place.workspace().id(), place.person()),
                new Deed(action, "session", session.toString(), details));
    }

    private static Problem refused() {
        return Problem.of(
                ProblemKind.SIGN_IN_REFUSED, "The e-mail address or the password is wrong.");
    }

    static Problem over() {
        return Problem.of(ProblemKind.NOT_SIGNED_IN, "Your session has ended. Sign in again.");
    }
}
