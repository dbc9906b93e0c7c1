package dev.recon.server.platform;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// The address of a PostgreSQL as people write it, made fit for JDBC.
public final class DatabaseUrl {
    private DatabaseUrl() {}

    /// Takes `postgres://user:password@host:port/database?options` and `jdbc:postgresql:` alike.
    ///
    /// @throws IllegalArgumentException when it is neither; the message never repeats the address,
    ///   which may hold a password
    public static String toJdbc(String url) {
        if (url.startsWith("jdbc:postgresql:")) {
            return url;
        }
        URI uri = parse(url);
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

    private static URI parse(String url) {
        boolean known = url.startsWith("postgres://") || url.startsWith("postgresql://");
        try {
            URI uri = known ? URI.create(url) : URI.create("");
            if (uri.getHost() != null && uri.getPath().length() > 1) {
                return uri;
            }
        } catch (IllegalArgumentException _) {
            // Falls through: its message would repeat the address.
        }
        throw new IllegalArgumentException(
                "DATABASE_URL is not understood; expected"
                        + " postgres://user:password@host:5432/database or"
                        + " jdbc:postgresql://host:5432/database?user=...");
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
