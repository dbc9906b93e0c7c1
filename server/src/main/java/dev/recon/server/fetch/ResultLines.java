package dev.recon.server.fetch;

import dev.recon.engine.read.InputProblem;
import dev.recon.engine.read.Problem;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The rows of a result as delimited text (RFC 4180): decimals with every digit that they have,
/// days and times in ISO 8601, NULL as an empty cell, texts quoted.
final class ResultLines {
    private static final Set<Integer> UNREADABLE =
            Set.of(Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB, Types.ARRAY);

    private final ResultSet rows;
    private final ResultSetMetaData columns;

    /// @param label whose rows they are
    ResultLines(ResultSet rows, String label) throws SQLException {
        this.rows = rows;
        this.columns = rows.getMetaData();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            int type = columns.getColumnType(column);
            if (UNREADABLE.contains(type)) {
                throw new InputProblem(
                        new Problem(
                                label + ", column " + columns.getColumnLabel(column),
                                "the type " + columns.getColumnTypeName(column),
                                "numbers, texts, days, times or truth values",
                                "Leave the column out, or make a text of it in the query."));
            }
        }
    }

    void writeHeader(Writer out) throws IOException, SQLException {
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            out.write(column == 1 ? "" : ",");
            writeText(out, columns.getColumnLabel(column));
        }
        out.write("\n");
    }

    void writeRow(Writer out) throws IOException, SQLException {
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            out.write(column == 1 ? "" : ",");
            writeCell(out, column);
        }
        out.write("\n");
    }

    private void writeCell(Writer out, int column) throws IOException, SQLException {
        @Nullable Object value =
                switch (columns.getColumnType(column)) {
                    case Types.DATE -> rows.getObject(column, LocalDate.class);
                    case Types.TIMESTAMP_WITH_TIMEZONE ->
                            rows.getObject(column, OffsetDateTime.class);
                    case Types.TIMESTAMP -> timestamp(column);
                    case Types.TIME -> rows.getObject(column, LocalTime.class);
                    case Types.NUMERIC, Types.DECIMAL -> rows.getBigDecimal(column);
                    case Types.BIT, Types.BOOLEAN -> rows.getObject(column, Boolean.class);
                    default -> rows.getString(column);
                };
        switch (value) {
            case null -> {
                // An empty cell.
            }
            case BigDecimal number -> out.write(number.toPlainString());
            case String text -> writeText(out, text);
            case OffsetDateTime time ->
                    out.write(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time));
            case LocalDateTime time ->
                    out.write(DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time));
            default -> out.write(value.toString());
        }
    }

    /// The driver says `TIMESTAMP` for both, with and without a zone.
    private @Nullable Object timestamp(int column) throws SQLException {
        return columns.getColumnTypeName(column).equals("timestamptz")
                ? rows.getObject(column, OffsetDateTime.class)
                : rows.getObject(column, LocalDateTime.class);
    }

    private static void writeText(Writer out, String text) throws IOException {
        boolean isPlain =
                !text.isEmpty()
                        && text.chars()
                                .allMatch(each ->
                                        Character.isLetterOrDigit(each)
                                                || "_.:- +/".indexOf(each) >= 0);
        out.write(isPlain ? text : "\"" + text.replace("\"", "\"\"") + "\"");
    }
}
