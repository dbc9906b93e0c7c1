package dev.recon.server.platform;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads columns of a result as what they are, with null where it may be null and only there.
public final class Rows {
    private Rows() {}

    public static UUID id(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(findId(row, column));
    }

    public static @Nullable UUID findId(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    public static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column));
    }

    public static @Nullable String findText(ResultSet row, String column) throws SQLException {
        return row.getString(column);
    }

    public static Instant time(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(findTime(row, column));
    }

    public static @Nullable Instant findTime(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    public static @Nullable Long findLong(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    public static @Nullable Integer findInt(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }

    public static @Nullable LocalDate findDate(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    public static byte[] bytes(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getBytes(column));
    }

    public static List<Integer> ints(ResultSet row, String column) throws SQLException {
        Array array = Objects.requireNonNull(row.getArray(column));
        return List.of((Integer[]) array.getArray());
    }

    public static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = Objects.requireNonNull(row.getArray(column));
        return List.of((String[]) array.getArray());
    }

    public static List<UUID> ids(ResultSet row, String column) throws SQLException {
        Array array = Objects.requireNonNull(row.getArray(column));
        return List.of((UUID[]) array.getArray());
    }

    /// Now, as exact as PostgreSQL keeps it, so that what was written and what is read agree.
    public static OffsetDateTime now() {
        return at(Instant.now());
    }

    /// A time as a parameter of a statement.
    public static OffsetDateTime at(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}
