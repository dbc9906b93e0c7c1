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

    /// `/*among*/` stands for those that wait, `/*where*/` for the place behind the cursor, and
    /// `/*order*/` for the order.
    private static final String LIST =
            BreakStore.OF_RUN
                    + """
                        AND (cardinality(:kinds::text[]) = 0 OR b.kind = ANY (:kinds::text[]))
                        AND (:status::text IS NULL OR b.status = :status)
                        AND (:side::text IS NULL OR b.side = :side)
                        AND (cardinality(:currencies::text[]) = 0
                            OR b.currency = ANY (:currencies::text[]))
                        AND b.value_units >= :minUnits AND b.value_units <= :maxUnits
                        AND (:pattern = '%' OR b.words LIKE :pattern)
                        /*among*/
                        AND (:after::text IS NULL OR /*where*/)
                    ORDER BY /*order*/ LIMIT :limit
                    """;

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

    /// The statement of this order.
    ///
    /// @param waiting for those alone about which something waits for another person
    public String statement(boolean waiting) {
        String place =
                "(b.%s, b.number) %s (:after::%s, :afterNumber)"
                        .formatted(column, ascending ? ">" : "<", type);
        String direction = ascending ? "" : " DESC";
        String order = "b." + column + direction + ", b.number" + direction;
        return LIST.replace("/*among*/", BreakFilter.among(waiting))
                .replace("/*where*/", place)
                .replace("/*order*/", order);
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
