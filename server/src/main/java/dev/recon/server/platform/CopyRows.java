package dev.recon.server.platform;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.datasource.DataSourceUtils;

/// Rows in PostgreSQL's own text form (COPY), written in pieces.
public final class CopyRows {
    private static final int FLUSH_CHARS = 1 << 16;

    private final CopyIn target;
    private final StringBuilder rows = new StringBuilder(FLUSH_CHARS + 4096);

    private CopyRows(CopyIn target) {
        this.target = target;
    }

    /// What is written.
    @FunctionalInterface
    public interface Content {
        /// Writes all rows.
        void writeTo(CopyRows rows) throws SQLException;
    }

    /// Writes rows in the database transaction of the caller.
    ///
    /// @param sql the COPY statement
    public static void write(DataSource source, String sql, Content content) {
        Connection connection = DataSourceUtils.getConnection(source);
        try {
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
            try {
                CopyRows rows = new CopyRows(copy);
                content.writeTo(rows);
                rows.flush();
                copy.endCopy();
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("the rows could not be written", failure);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }

    /// Adds the value of the next column.
    public CopyRows add(@Nullable Object value) {
        if (value == null) {
            rows.append("\\N\t");
            return this;
        }
        String text = value.toString();
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            switch (letter) {
                case '\\' -> rows.append("\\\\");
                case '\t' -> rows.append("\\t");
                case '\n' -> rows.append("\\n");
                case '\r' -> rows.append("\\r");
                case '\b' -> rows.append("\\b");
                case '\f' -> rows.append("\\f");
                case '\u000B' -> rows.append("\\v");
                case '\0' -> rows.append('\uFFFD');
                default -> rows.append(letter);
            }
        }
        rows.append('\t');
        return this;
    }

    /// Where the next value begins, until the row ends.
    public int mark() {
        return rows.length();
    }

    /// Ends the row and gives its text from a mark on.
    public String endRow(int mark) {
        rows.setCharAt(rows.length() - 1, '\n');
        return rows.substring(mark);
    }

    /// Sends what is there, if it is enough to be worth it.
    public boolean flushWhenFull() throws SQLException {
        if (rows.length() < FLUSH_CHARS) {
            return false;
        }
        flush();
        return true;
    }

    private void flush() throws SQLException {
        byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
        target.writeToCopy(bytes, 0, bytes.length);
        rows.setLength(0);
    }
}
