package dev.recon.server.breaks;

import dev.recon.server.platform.Cursor;
import dev.recon.server.platform.Problem;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The orders of a list of breaks. Each ends with the number, so that a cursor names one place.
public enum BreakSort {
    VALUE_DESC("-value", "value_units", "bigint", false),
    VALUE("value", "value_units", "bigint", true),
    DATE("date", "sort_date", "date", true),
    DATE_DESC("-date", "sort_date", "date", false),
    KIND("kind", "kind", "text", true),
    NUMBER("id", "number", "integer", true);

    private final String word;
    private final String column;
    private final String type;
    private final boolean ascending;

    BreakSort(String word, String column, String type, boolean ascending) {
        this.word = word;
        this.column = column;
        this.type = type;
        this.ascending = ascending;
    }

    /// The sort that a request names; the largest value first when it names none.
    static BreakSort of(@Nullable String word) {
        if (word == null) {
            return VALUE_DESC;
        }
        return Arrays.stream(values())
                .filter(sort -> sort.word.equals(word))
                .findFirst()
                .orElseThrow(() ->
                        Problem.badRequest(
                                "sort is \""
                                        + word
                                        + "\"; give one of "
                                        + Arrays.stream(values())
                                                .map(sort -> sort.word)
                                                .collect(Collectors.joining(", "))
                                        + "."));
    }

    /// The statement of a page in this order.
    ///
    /// @param isFirst does it begin at the start, or behind a cursor?
    public String statement(BreakFilter filter, boolean isFirst) {
        String direction = ascending ? "" : " DESC";
        String behind =
                "AND (b.%s, b.number) %s (:after::%s, :afterNumber)\n"
                        .formatted(column, ascending ? ">" : "<", type);
        return BreakStore.OF_RUN
                + filter.conditions()
                + (isFirst ? "" : behind)
                + "ORDER BY b.%s%s, b.number%s LIMIT :limit"
                        .formatted(column, direction, direction);
    }

    /// Where a break stands in this order.
    Cursor cursor(Break found) {
        Object value =
                switch (this) {
                    case VALUE, VALUE_DESC -> found.valueUnits();
                    case DATE, DATE_DESC -> found.sortDate();
                    case KIND -> found.row().kind();
                    case NUMBER -> found.row().number();
                };
        return Cursor.of(word, value, found.row().number());
    }

    /// The sort value that a cursor names; a cursor of another order is refused.
    String after(Cursor cursor) {
        if (!cursor.part(0).equals(word)) {
            throw Problem.badRequest("The cursor belongs to another order. Start without one.");
        }
        return switch (this) {
            case VALUE, VALUE_DESC -> Long.toString(cursor.number(1));
            case NUMBER -> Integer.toString(cursor.rowNumber(1));
            case DATE, DATE_DESC -> cursor.date(1).toString();
            case KIND -> cursor.part(1);
        };
    }
}
