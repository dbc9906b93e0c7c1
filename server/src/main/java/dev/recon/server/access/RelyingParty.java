package dev.recon.server.access;

import dev.recon.server.platform.Problem;
import dev.recon.server.platform.ProblemKind;
import dev.recon.server.settings.HttpSettings;
import dev.recon.server.settings.Settings;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Who asks for passkeys: the host of `PUBLIC_URL`, and pages of exactly that origin. Browsers keep
/// passkeys for `https` and for `localhost`, and for names alone, never for a bare address.
@Component
final class RelyingParty {
    private static final String LOCALHOST = "localhost";
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "::1", LOCALHOST);

    private final HttpSettings settings;
    private volatile int port;

    RelyingParty(Settings settings) {
        this.settings = settings.http();
        this.port = this.settings.port();
    }

    /// The id that a key is bound to, and the only origin whose pages may ask for it.
    record Place(String id, String origin) {}

    @EventListener
    void listens(WebServerInitializedEvent event) {
        if (event.getApplicationContext().getServerNamespace() == null) {
            port = event.getWebServer().getPort();
        }
    }

    /// Where passkeys work, if they do at this server's address.
    Optional<Place> find() {
        if (settings.publicUrl().isPresent()) {
            return settings.publicUrl().flatMap(RelyingParty::at);
        }
        return LOOPBACK.contains(settings.address())
                ? Optional.of(new Place(LOCALHOST, "http://localhost:" + port))
                : Optional.empty();
    }

    Place get() {
        return find().orElseThrow(() ->
                Problem.of(
                        ProblemKind.NOT_FOUND,
                        "There are no passkeys at this address: PUBLIC_URL must be https with a"
                                + " name. Sign in with your password."));
    }

    private static Optional<Place> at(URI page) {
        String host = page.getHost();
        boolean secure = page.getScheme().equals("https") || LOCALHOST.equals(host);
        if (host == null || !secure || !host.matches("(?i).*[a-z].*") || host.contains(":")) {
            return Optional.empty();
        }
        boolean usual = page.getPort() < 0 || page.getPort() == usualPort(page.getScheme());
        String name = host.toLowerCase(Locale.ROOT);
        return Optional.of(
                new Place(
                        name,
                        page.getScheme() + "://" + name + (usual ? "" : ":" + page.getPort())));
    }

    private static int usualPort(String scheme) {
        return scheme.equals("https") ? 443 : 80;
    }
}
