package dev.recon.server.settings;

import dev.recon.server.settings.Environment.Range;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Where the server listens, and what it says to browsers.
///
/// @param port 0 for any free one
/// @param address where to listen; the loopback unless somebody says otherwise
/// @param web the folder of the built web page
/// @param publicUrl where people reach the server; links in mails begin with it
/// @param corsOrigins pages of these origins may call the API, beside our own
/// @param compression whether texts are sent with gzip
/// @param trustedProxies how many proxies of ours stand before the server
/// @param requestsPerMinute how often one person may ask; 0 for as often as they like
/// @param drainSeconds how long a server that is stopped still answers, and closes connections
public record HttpSettings(
        int port,
        String address,
        Optional<Path> web,
        Optional<URI> publicUrl,
        List<String> corsOrigins,
        boolean compression,
        int trustedProxies,
        int requestsPerMinute,
        int drainSeconds) {
    static final int PORT_MAX = 65_535;
    private static final int PORT_DEFAULT = 8080;
    private static final int PROXIES_MAX = 10;
    private static final int REQUESTS_MAX = 1_000_000;
    private static final int REQUESTS_DEFAULT = 600;
    private static final int DRAIN_MAX = 25;
    private static final Set<String> SCHEMES = Set.of("http", "https");

    public HttpSettings {
        web = web.map(folder -> folder.toAbsolutePath().normalize());
        corsOrigins = List.copyOf(corsOrigins);
    }

    static HttpSettings read(Environment from) {
        int port = from.small("PORT", Range.upTo(PORT_MAX), PORT_DEFAULT);
        // With a database of its own a server has one person, who may do as they like.
        int requests = from.secret("DATABASE_URL").isPresent() ? REQUESTS_DEFAULT : 0;
        return new HttpSettings(
                from.small("RECON_PORT", Range.upTo(PORT_MAX), port),
                from.text("RECON_ADDRESS").orElse("127.0.0.1"),
                from.text("RECON_WEB").map(Path::of),
                from.address("PUBLIC_URL", SCHEMES),
                origins(from),
                from.flag("ENABLE_COMPRESSION", true),
                from.small("TRUSTED_PROXIES", Range.upTo(PROXIES_MAX), 0),
                from.small("RATE_LIMIT_PER_MINUTE", Range.upTo(REQUESTS_MAX), requests),
                from.small("DRAIN_SECONDS", Range.upTo(DRAIN_MAX), 0));
    }

    private static List<String> origins(Environment from) {
        List<String> given = from.list("CORS_ORIGIN");
        given.stream()
                .filter(origin -> !isOrigin(origin))
                .forEach(origin ->
                        from.wrong(
                                "CORS_ORIGIN",
                                origin,
                                "origins such as https://reconciliation.example.com, with commas"
                                        + " between them, without path and never *"));
        return given.stream().filter(HttpSettings::isOrigin).toList();
    }

    /// Scheme, host and port exactly as a browser names them, so that texts can be compared.
    private static boolean isOrigin(String text) {
        return text.matches("https?://(\\[[0-9a-f:]+]|[a-z0-9.-]+)(:\\d{1,5})?");
    }
}
