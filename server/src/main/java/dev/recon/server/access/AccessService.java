package dev.recon.server.access;

import dev.recon.server.platform.Problem;
import dev.recon.server.platform.ProblemKind;
import dev.recon.server.platform.Recent;
import dev.recon.server.platform.Scope;
import dev.recon.server.secret.AccessTokens;
import dev.recon.server.secret.AccessTokens.Claims;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.stereotype.Service;

/// The one place that says who sends a request: somebody who is signed in, or a program with a key.
/// From where a request comes makes nobody of anybody, this machine included.
@Service
public final class AccessService {
    private static final String BEARER = "Bearer ";

    /// The use of a key is written once in so long: it is told to the minute.
    private static final Duration USE_WRITTEN = Duration.ofMinutes(1);

    private static final int KEYS_MAX = 1_000;

    private final CallerStore callers;
    private final AccountStore accounts;
    private final AccessTokens tokens;
    private final AtomicBoolean setUp = new AtomicBoolean();

    /// Where keys belong, which never changes; it lets nobody in. With it a key is looked up in the
    /// scope of the request that it comes with, and the connection need not be told another one.
    private final Recent<UUID, KeyUse> keys = new Recent<>(KEYS_MAX);

    AccessService(CallerStore callers, AccountStore accounts, AccessTokens tokens) {
        this.callers = callers;
        this.accounts = accounts;
        this.tokens = tokens;
    }

    /// Who sends this request.
    ///
    /// @throws Problem when nobody does whom we know, always in the same words
    public Caller caller(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        String credential =
                header != null && header.startsWith(BEARER)
                        ? header.substring(BEARER.length())
                        : "";
        return findInPlace(credential)
                .or(() -> find(credential))
                .orElseThrow(AccessService::nobody);
    }

    /// Who holds an access token or an API key.
    public Optional<Caller> find(String credential) {
        return Scope.atDoor(() ->
                ApiKeyText.looksLike(credential)
                        ? ApiKeyText.parse(credential).flatMap(this::findByKey)
                        : claims(credential).flatMap(callers::findBySession));
    }

    /// The same in the workspace that the credential is known to belong to; nobody where it is not
    /// known, or no longer so.
    private Optional<Caller> findInPlace(String credential) {
        if (ApiKeyText.looksLike(credential)) {
            return ApiKeyText.parse(credential)
                    .flatMap(key ->
                            keys.find(key.id())
                                    .flatMap(use ->
                                            Scope.in(use.workspaceId, () -> findByKey(key))));
        }
        return claims(credential)
                .flatMap(claims ->
                        Scope.in(claims.workspaceId(), () -> callers.findBySession(claims)));
    }

    private Optional<Claims> claims(String credential) {
        return tokens.verify(credential, Instant.now());
    }

    private Optional<Caller> findByKey(ApiKeyText key) {
        Optional<Caller> found = callers.findByKey(key.id(), key.hash());
        found.ifPresent(caller -> used(caller.actor().workspaceId(), key.id(), Instant.now()));
        return found;
    }

    private void used(UUID workspaceId, UUID keyId, Instant now) {
        Instant due = now.minus(USE_WRITTEN);
        if (keys.find(keyId).filter(use -> use.written.isAfter(due)).isEmpty()) {
            callers.used(workspaceId, keyId);
            keys.put(keyId, new KeyUse(workspaceId, now));
        }
    }

    /// @param written when this process wrote last that it was used
    private record KeyUse(UUID workspaceId, Instant written) {}

    /// Does anybody have an account? Once somebody has, it stays so.
    public boolean isSetUp() {
        if (!setUp.get() && accounts.isAny()) {
            setUp.set(true);
        }
        return setUp.get();
    }

    private static Problem nobody() {
        return Problem.of(ProblemKind.NOT_SIGNED_IN, "Sign in, then try again.");
    }
}
