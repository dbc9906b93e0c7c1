package dev.recon.server.delivery;

import dev.recon.engine.read.ColumnProfile;
import dev.recon.engine.read.ColumnType;
import dev.recon.engine.read.Inspection;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a delivery looks like: its columns, and what their cells are.
record Shape(List<Column> columns) {
    Shape {
        columns = List.copyOf(columns);
    }

    /// One column.
    ///
    /// @param type `amount`, `date`, `currency`, `code`, `text` or `empty`
    /// @param format how its cells are written: the pattern of dates, the decimal mark of amounts;
    ///   nothing where the cells do not tell
    /// @param decimals the most decimals of an amount
    /// @param middle the middle one of its amounts without sign; nothing where it is none
    /// @param negativePercent how many of its amounts are negative
    record Column(
            String name,
            String type,
            @Nullable String format,
            int decimals,
            @Nullable BigDecimal middle,
            int negativePercent) {
        boolean isAmount() {
            return type.equals("amount");
        }

        /// Has it no cells? They say nothing of what they would be.
        boolean isEmpty() {
            return type.equals("empty");
        }

        /// Could it be the other under another name?
        boolean isLike(Column other) {
            return type.equals(other.type) && Objects.equals(format, other.format);
        }
    }

    static Shape of(Inspection inspection) {
        return new Shape(
                inspection.columns().stream().map(column -> column(column, inspection)).toList());
    }

    /// The same, where a column without cells is as it was: a day without bookings changes nothing.
    Shape orAsBefore(Shape before) {
        return new Shape(
                columns.stream()
                        .map(column ->
                                column.isEmpty() ? before.find(column.name).orElse(column) : column)
                        .toList());
    }

    Optional<Column> find(String name) {
        return columns.stream().filter(column -> column.name.equals(name)).findFirst();
    }

    /// The names in their order.
    List<String> names() {
        return columns.stream().map(Column::name).toList();
    }

    private static Column column(ColumnProfile profile, Inspection inspection) {
        return switch (profile.type()) {
            case ColumnType.Amount amount -> amount(profile, amount, inspection);
            case ColumnType.Date date ->
                    new Column(
                            profile.name(),
                            "date",
                            isTold(date) ? date.patterns().getFirst().toString() : null,
                            0,
                            null,
                            0);
            case ColumnType other -> new Column(profile.name(), other.word(), null, 0, null, 0);
        };
    }

    /// Do the cells tell which of day and month is which?
    private static boolean isTold(ColumnType.Date date) {
        return date.proofs() > 0 || date.patterns().size() == 1;
    }

    private static Column amount(
            ColumnProfile profile, ColumnType.Amount amount, Inspection inspection) {
        String mark = String.valueOf(amount.decimalMark());
        String noise = "[^0-9-" + mark + "]";
        List<BigDecimal> values =
                inspection.rows().stream()
                        .map(row -> row.get(profile.index()).replaceAll(noise, ""))
                        .map(cell -> cell.replace(mark, "."))
                        .filter(cell -> cell.matches("-?\\d{1,18}(\\.\\d{1,9})?"))
                        .map(BigDecimal::new)
                        .toList();
        long negative = values.stream().filter(value -> value.signum() < 0).count();
        List<BigDecimal> sizes = values.stream().map(BigDecimal::abs).sorted().toList();
        return new Column(
                profile.name(),
                "amount",
                amount.isMarkProved() ? mark : null,
                amount.decimals(),
                sizes.isEmpty() ? null : sizes.get(sizes.size() / 2),
                values.isEmpty() ? 0 : (int) (100 * negative / values.size()));
    }
}
