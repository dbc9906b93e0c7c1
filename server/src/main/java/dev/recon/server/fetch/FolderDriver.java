package dev.recon.server.fetch;

import dev.recon.server.egress.Egress;
import dev.recon.server.egress.EgressSockets;
import java.net.InetAddress;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;

/// A driver that whoever runs the server has put into the folder of drivers.
///
/// @param url its addresses, with `{host}` or `{address}`, `{port}` and `{database}` in them
/// @param begin a statement that lets the session only read; empty where the driver sees to it
/// @param options what the driver is told
record FolderDriver(
        String name,
        String title,
        int port,
        String url,
        String begin,
        Options options,
        Driver driver)
        implements DatabaseDriver {
    /// What the driver is told.
    ///
    /// @param plain for a connection that is not encrypted
    /// @param encrypted for one that is; empty where it encrypts none
    record Options(
            Map<String, String> always, Map<String, String> plain, Map<String, String> encrypted) {
        Options {
            always = Map.copyOf(always);
            plain = Map.copyOf(plain);
            encrypted = Map.copyOf(encrypted);
        }
    }

    @Override
    public Connection connect(DatabaseQuery place, String secret, Egress egress)
            throws SQLException {
        if (place.encrypted() && options.encrypted.isEmpty()) {
            throw new SQLException("this driver is not told how to encrypt");
        }
        Properties login = new Properties();
        login.putAll(options.always);
        login.putAll(place.encrypted() ? options.encrypted : options.plain);
        login.setProperty("user", place.username());
        login.setProperty("password", secret);
        Connection connection =
                ScopedValue.where(EgressSockets.GOING, egress)
                        .call(() -> driver.connect(address(place, egress), login));
        if (connection == null) {
            throw new SQLException("the driver does not know addresses such as " + url);
        }
        if (!begin.isEmpty()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(begin);
            }
        }
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        return connection;
    }

    /// The name was checked; a driver that is given the address goes to the one that was checked.
    private String address(DatabaseQuery place, Egress egress) {
        InetAddress checked = egress.resolve(place.host()).getFirst();
        String literal = checked.getHostAddress();
        return url.replace("{host}", place.hostInUrl())
                .replace("{address}", literal.contains(":") ? "[" + literal + "]" : literal)
                .replace("{port}", Integer.toString(place.port()))
                .replace("{database}", place.database());
    }
}
