package dev.recon.server.fetch;

import dev.recon.server.platform.Checks;
import dev.recon.server.platform.Problem;

/// A query of a database; its result is one delivery.
///
/// @param driver what speaks with it, see [DatabaseDrivers]
/// @param encrypted is the connection encrypted, and the server's certificate checked?
record DatabaseQuery(
        String driver,
        String host,
        int port,
        String database,
        String username,
        String query,
        boolean encrypted)
        implements Place {
    private static final String AT = "#/database/";
    private static final int QUERY_CHARS_MAX = 20_000;

    DatabaseQuery {
        driver = Checks.text(AT + "driver", driver, PlaceChecks.NAME_CHARS_MAX);
        host = Checks.text(AT + "host", host, PlaceChecks.HOST_CHARS_MAX);
        if (!host.matches("[A-Za-z0-9.:_-]+")) {
            throw Problem.invalid(AT + "host", "must be a host name or an address");
        }
        PlaceChecks.port(AT + "port", port);
        database = Checks.text(AT + "database", database, PlaceChecks.NAME_CHARS_MAX);
        if (!database.matches("[\\p{L}\\p{N} ._-]+")) {
            throw Problem.invalid(AT + "database", "must be the name of a database");
        }
        username = Checks.text(AT + "username", username, PlaceChecks.NAME_CHARS_MAX);
        query = Checks.text(AT + "query", query, QUERY_CHARS_MAX).replaceFirst(";\\s*$", "");
        if (query.indexOf(';') >= 0) {
            throw Problem.invalid(
                    AT + "query", "must be one statement, without a semicolon inside");
        }
    }

    /// The host as it stands in an address: one of IPv6 in brackets.
    String hostInUrl() {
        return host.contains(":") ? "[" + host + "]" : host;
    }

    @Override
    public String kind() {
        return "database";
    }

    @Override
    public String label() {
        return driver + "://" + host + ":" + port + "/" + database;
    }

    @Override
    public boolean isSameLogin(Place other) {
        return other instanceof DatabaseQuery query
                && query.driver.equals(driver)
                && query.host.equals(host)
                && query.port == port
                && query.username.equals(username)
                && query.encrypted == encrypted;
    }
}
