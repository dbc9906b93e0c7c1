package dev.recon.server.access;

import dev.recon.server.platform.Problem;
import dev.recon.server.platform.ProblemKind;
import dev.recon.server.platform.Scope;
import dev.recon.server.secret.AccessTokens;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.stereotype.Service;

/// The one place that says who sends a request: somebody who is signed in, or a program with a key.
/// From where a request comes makes nobody of anybody, this machine included.
@Service
public final class AccessService {
    private static final String BEARER = "Bearer ";

    private final CallerStore callers;
    private final AccountStore accounts;
    private final AccessTokens tokens;
    private final AtomicBoolean setUp = new AtomicBoolean();

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
        return find(credential).orElseThrow(AccessService::nobody);
    }

    /// Who holds an access token or an API key.
    public Optional<Caller> find(String credential) {
        return Scope.atDoor(() -> findAtDoor(credential));
    }

    private Optional<Caller> findAtDoor(String credential) {
        if (!ApiKeyText.looksLike(credential)) {
            return tokens.verify(credential, Instant.now()).flatMap(callers::findBySession);
        }
        return ApiKeyText.parse(credential)
                .flatMap(key -> {
                    Optional<Caller> found = callers.findByKey(key.id(), key.hash());
                    found.ifPresent(caller -> callers.used(caller.actor().workspaceId(), key.id()));
                    return found;
                });
    }

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
