package dev.recon.server.fetch;

import dev.recon.server.egress.Egress;
import dev.recon.server.egress.EgressSockets;
import dev.recon.server.egress.EgressTls;
import dev.recon.server.platform.Limits;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.Driver;

/// The driver that is always there.
record PostgresDriver() implements DatabaseDriver {
    static final String NAME = "postgresql";
    private static final int PORT = 5432;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "PostgreSQL";
    }

    @Override
    public int port() {
        return PORT;
    }

    @Override
    public Connection connect(DatabaseQuery place, String secret, Egress egress)
            throws SQLException {
        String url =
                "jdbc:postgresql://"
                        + place.hostInUrl()
                        + ":"
                        + place.port()
                        + "/"
                        + place.database().replace(" ", "%20");
        Connection connection = new Driver().connect(url, login(place, secret, egress));
        if (connection == null) {
            throw new IllegalStateException("the driver does not know its own address");
        }
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        return connection;
    }

    private static Properties login(DatabaseQuery place, String secret, Egress egress) {
        String connect = Long.toString(Limits.PLACE_CONNECT.toSeconds());
        Properties login = new Properties();
        login.setProperty("user", place.username());
        login.setProperty("password", secret);
        login.setProperty("socketFactory", EgressSockets.class.getName());
        login.setProperty("socketFactoryArg", egress.listedNetworks());
        login.setProperty("sslmode", place.encrypted() ? "verify-full" : "disable");
        login.setProperty("sslfactory", EgressTls.class.getName());
        login.setProperty("sslfactoryarg", egress.certificates().toString());
        login.setProperty("gssEncMode", "disable");
        login.setProperty("connectTimeout", connect);
        login.setProperty("loginTimeout", connect);
        login.setProperty("socketTimeout", Long.toString(Limits.QUERY_WAIT.toSeconds() + 10));
        login.setProperty("ApplicationName", "recon");
        return login;
    }
}
