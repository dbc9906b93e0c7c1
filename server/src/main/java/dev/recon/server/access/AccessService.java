package dev.recon.server.access;

import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Permission;
import dev.recon.server.platform.Person;
import dev.recon.server.platform.Problem;
import dev.recon.server.platform.ProblemKind;
import dev.recon.server.secret.AccessTokens;
import dev.recon.server.settings.Settings;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.stereotype.Service;

/// The one place that says who sends a request.
///
/// Until somebody has an account, a server that only this machine can reach takes whoever sits at
/// it for the person `local`; from the first account on, everybody signs in.
@Service
public final class AccessService {
    private static final String BEARER = "Bearer ";
    private static final Set<String> LOCAL_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Person LOCAL =
            new Person(UUID.fromString("019a0000-0000-7000-8000-000000000002"), "local");

    private final CallerStore callers;
    private final AccountStore accounts;
    private final AccessTokens tokens;
    private final boolean onlyThisMachine;
    private final AtomicBoolean setUp = new AtomicBoolean();

    AccessService(
            CallerStore callers, AccountStore accounts, AccessTokens tokens, Settings settings) {
        this.callers = callers;
        this.accounts = accounts;
        this.tokens = tokens;
        this.onlyThisMachine = isLoopback(settings.http().address());
    }

    /// Who sends this request.
    ///
    /// @throws Problem when nobody does whom we know, always in the same words
    public Caller caller(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        if (header == null) {
            return findLocal().filter(_ -> isDirect(request)).orElseThrow(AccessService::nobody);
        }
        String credential = header.startsWith(BEARER) ? header.substring(BEARER.length()) : "";
        return find(credential).orElseThrow(AccessService::nobody);
    }

    /// Who holds an access token or an API key.
    public Optional<Caller> find(String credential) {
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

    /// Who sits at this machine, while nobody has an account.
    public Optional<Caller> findLocal() {
        if (!onlyThisMachine || isSetUp()) {
            return Optional.empty();
        }
        Actor local = new Actor(Workspace.FIRST, LOCAL, EnumSet.allOf(Permission.class));
        return Optional.of(new Caller(local, Optional.empty(), Optional.empty()));
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

    /// Does it come from this machine, and not through a proxy on it or a foreign name for it?
    private static boolean isDirect(HttpServletRequest request) {
        return LOCAL_NAMES.contains(request.getServerName())
                && request.getHeader("X-Forwarded-For") == null
                && request.getHeader("Forwarded") == null;
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException _) {
            return false;
        }
    }
}
