package dev.recon.server.fetch;

import dev.recon.engine.read.InputProblem;
import dev.recon.engine.read.Problem;
import dev.recon.server.egress.Egress;
import dev.recon.server.platform.Limits;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/// A connection to a database that answers one query: a transaction that reads only, a deadline for
/// the statement, rows fetched in portions.
final class QueryVisit implements Visit {
    private static final RemoteFile RESULT = new RemoteFile("query.csv", RemoteFile.UNKNOWN, "");

    private final DatabaseQuery place;
    private final Going going;
    private final Connection connection;

    private QueryVisit(DatabaseQuery place, Going going, Connection connection) {
        this.place = place;
        this.going = going;
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
        try {
            return new QueryVisit(place, going, going.driver().connect(place, secret, egress));
        } catch (SQLException failure) {
            throw new InputProblem(
                    new Problem(
                            place.label(),
                            "no connection (" + said(failure) + ")",
                            "a database that lets " + place.username() + " in",
                            "Look at host, port, database, user name and password, and whether the"
                                    + " server's certificate is for this name and of an authority"
                                    + " that is known here (EGRESS_CERTIFICATES)."));
        }
    }

    /// What a visit goes out with.
    ///
    /// @param deadline how long the query may take until its last row
    record Going(DatabaseDriver driver, Egress egress, Path spool, Duration deadline) {}

    /// What a driver says, with what it says is behind it: that is where TLS tells why.
    private static String said(SQLException failure) {
        StringBuilder all = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (all.indexOf(message) < 0) {
                all.append(all.isEmpty() ? "" : "; ").append(message);
            }
        }
        return all.toString();
    }

    @Override
    public List<RemoteFile> list() {
        return List.of(RESULT);
    }

    /// The whole result; more rows than the limit are a problem, never cut off.
    @Override
    public InputStream open(RemoteFile file) {
        return result(new Bounds(Limits.QUERY_ROWS_MAX, false));
    }

    /// The first rows up to a bound, for tests of it.
    InputStream open(int rowsMax) {
        return result(new Bounds(rowsMax, false));
    }

    /// How many rows, and whether those that follow are cut off.
    private record Bounds(int rowsMax, boolean cuts) {}

    /// The first rows, each a line.
    List<String> first(int rows) throws IOException {
        try (InputStream in = result(new Bounds(rows, true))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    /// The database fails with other words: that a file cannot be written is our own disk.
    private InputStream result(Bounds bounds) {
        try {
            return spooled(bounds);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private InputStream spooled(Bounds bounds) throws IOException {
        Path made = Files.createTempFile(going.spool, "query-", "");
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
                            expected(),
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
            long until = System.nanoTime() + going.deadline.toNanos();
            statement.setFetchSize(Limits.QUERY_ROWS_AT_ONCE);
            statement.setQueryTimeout((int) going.deadline.toSeconds());
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
                    if (row % Limits.QUERY_ROWS_AT_ONCE == 0 && System.nanoTime() > until) {
                        throw tooLate(row);
                    }
                    lines.writeRow(out);
                }
            }
        } finally {
            connection.rollback();
        }
    }

    private String expected() {
        return "the rows of one query that only reads, within " + going.deadline.toSeconds() + " s";
    }

    private InputProblem tooLate(int rows) {
        return new InputProblem(
                new Problem(
                        place.label(),
                        rows + " rows, and the last one not yet there",
                        expected(),
                        "Ask for fewer rows, or let an index help the query."));
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
