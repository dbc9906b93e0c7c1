package dev.recon.server.settings;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The address of a PostgreSQL as people write it, made fit for JDBC.
public final class DatabaseUrl {
    static final String EXPECTED =
            "postgres://user:password@host:5432/database or"
                    + " jdbc:postgresql://host:5432/database?user=...";

    private DatabaseUrl() {}

    /// Takes `postgres://user:password@host:port/database?options` and `jdbc:postgresql:` alike.
    ///
    /// @throws IllegalArgumentException when it is neither; the message never repeats the address,
    ///   which may hold a password
    public static String toJdbc(String url) {
        if (url.startsWith("jdbc:postgresql:")) {
            return url;
        }
        URI uri =
                parse(url)
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "The address of the database is not understood; expected "
                                                + EXPECTED));
        StringBuilder jdbc = new StringBuilder("jdbc:postgresql://").append(uri.getHost());
        if (uri.getPort() >= 0) {
            jdbc.append(':').append(uri.getPort());
        }
        jdbc.append(uri.getRawPath());
        String options = uri.getRawQuery() == null ? "" : "&" + uri.getRawQuery();
        String login = uri.getUserInfo() == null ? "" : uri.getUserInfo();
        int colon = login.indexOf(':');
        if (colon >= 0) {
            options = "&password=" + encoded(login.substring(colon + 1)) + options;
        }
        if (!login.isEmpty()) {
            options = "&user=" + encoded(colon < 0 ? login : login.substring(0, colon)) + options;
        }
        return options.isEmpty() ? jdbc.toString() : jdbc + "?" + options.substring(1);
    }

    static boolean isUnderstood(String url) {
        return url.startsWith("jdbc:postgresql:") || parse(url).isPresent();
    }

    private static Optional<URI> parse(String url) {
        boolean known = url.startsWith("postgres://") || url.startsWith("postgresql://");
        try {
            return Optional.of(URI.create(known ? url : ""))
                    .filter(uri -> uri.getHost() != null && uri.getPath().length() > 1);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
