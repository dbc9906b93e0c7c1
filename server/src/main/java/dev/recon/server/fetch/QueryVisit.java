package dev.recon.server.fetch;

import dev.recon.engine.read.InputProblem;
import dev.recon.engine.read.Problem;
import dev.recon.server.egress.Egress;
import dev.recon.server.egress.EgressSockets;
import dev.recon.server.platform.Limits;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.postgresql.Driver;

/// A connection to a PostgreSQL that answers one query: a transaction that reads only, a deadline
/// for the statement, rows fetched in portions.
final class QueryVisit implements Visit {
    private static final RemoteFile RESULT = new RemoteFile("query.csv", RemoteFile.UNKNOWN, "");

    private final DatabaseQuery place;
    private final Path spool;
    private final Connection connection;

    private QueryVisit(DatabaseQuery place, Path spool, Connection connection) {
        this.place = place;
        this.spool = spool;
        this.connection = connection;
    }

    static QueryVisit open(DatabaseQuery place, String secret, Going going) {
        Egress egress = going.egress();
        egress.requirePort(place.host(), place.port());
        egress.resolve(place.host());
        if (!place.encrypted() && !egress.isListed(place.host())) {
            throw new InputProblem(
                    new Problem(
                            place.label(),
                            "a connection without encryption",
                            "an encrypted one, or an address in EGRESS_NETWORKS",
                            "Let the connection be encrypted."));
        }
        String host = place.host().contains(":") ? "[" + place.host() + "]" : place.host();
        String url =
                "jdbc:postgresql://"
                        + host
                        + ":"
                        + place.port()
                        + "/"
                        + place.database().replace(" ", "%20");
        try {
            Connection connection = new Driver().connect(url, login(place, secret, egress));
            if (connection == null) {
                throw new IllegalStateException("the driver does not know its own address");
            }
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            return new QueryVisit(place, going.spool(), connection);
        } catch (SQLException failure) {
            throw new InputProblem(
                    new Problem(
                            place.label(),
                            "no connection (" + failure.getMessage() + ")",
                            "a PostgreSQL that lets " + place.username() + " in",
                            "Look at host, port, database, user name and password."));
        }
    }

    /// What a visit goes out with.
    record Going(Egress egress, Path spool) {}

    private static Properties login(DatabaseQuery place, String secret, Egress egress) {
        String connect = Long.toString(Limits.PLACE_CONNECT.toSeconds());
        Properties login = new Properties();
        login.setProperty("user", place.username());
        login.setProperty("password", secret);
        login.setProperty("socketFactory", EgressSockets.class.getName());
        login.setProperty("socketFactoryArg", egress.listedNetworks());
        login.setProperty("sslmode", place.encrypted() ? "verify-full" : "disable");
        login.setProperty("sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory");
        login.setProperty("gssEncMode", "disable");
        login.setProperty("connectTimeout", connect);
        login.setProperty("loginTimeout", connect);
        login.setProperty("socketTimeout", Long.toString(Limits.QUERY_WAIT.toSeconds() + 10));
        login.setProperty("ApplicationName", "recon");
        login.setProperty("defaultRowFetchSize", Integer.toString(Limits.QUERY_ROWS_AT_ONCE));
        return login;
    }

    @Override
    public List<RemoteFile> list() {
        return List.of(RESULT);
    }

    /// The whole result; more rows than the limit are a problem, never cut off.
    @Override
    public InputStream open(RemoteFile file) throws IOException {
        return result(new Bounds(Limits.QUERY_ROWS_MAX, false));
    }

    /// How many rows, and whether those that follow are cut off.
    private record Bounds(int rowsMax, boolean cuts) {}

    /// The first rows, each a line.
    List<String> first(int rows) throws IOException {
        try (InputStream in = result(new Bounds(rows, true))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    private InputStream result(Bounds bounds) throws IOException {
        Path made = Files.createTempFile(spool, "query-", "");
        boolean isWhole = false;
        try {
            write(made, bounds);
            InputStream in = Files.newInputStream(made, StandardOpenOption.DELETE_ON_CLOSE);
            isWhole = true;
            return in;
        } catch (SQLException failure) {
            throw new InputProblem(
                    new Problem(
                            place.label(),
                            "an answer that is an error (" + failure.getMessage() + ")",
                            "the rows of one query that only reads, within "
                                    + Limits.QUERY_WAIT.toSeconds()
                                    + " s",
                            "Try the query with the same login in another program."));
        } finally {
            if (!isWhole) {
                Files.deleteIfExists(made);
            }
        }
    }

    private void write(Path made, Bounds bounds) throws IOException, SQLException {
        try (Statement statement = connection.createStatement();
                Writer out = new BufferedWriter(Files.newBufferedWriter(made))) {
            statement.setQueryTimeout((int) Limits.QUERY_WAIT.toSeconds());
            statement.setMaxRows(bounds.rowsMax + 1);
            try (ResultSet rows = statement.executeQuery(place.query())) {
                ResultLines lines = new ResultLines(rows, place.label());
                lines.writeHeader(out);
                int row = 0;
                while (rows.next()) {
                    if (++row > bounds.rowsMax) {
                        requireCut(bounds);
                        break;
                    }
                    lines.writeRow(out);
                }
            }
        } finally {
            connection.rollback();
        }
    }

    private void requireCut(Bounds bounds) {
        if (!bounds.cuts) {
            throw new InputProblem(
                    new Problem(
                            place.label(),
                            "more than " + bounds.rowsMax + " rows",
                            "at most so many",
                            "Ask for the last days only: what was delivered stays."));
        }
    }

    @Override
    public boolean isUnchanged(RemoteFile file) {
        return true;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failure) {
            throw new IllegalStateException("a connection could not be closed", failure);
        }
    }
}
