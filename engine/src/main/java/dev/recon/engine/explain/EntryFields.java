package dev.recon.engine.explain;

import dev.recon.engine.money.Currency;
import dev.recon.engine.money.Money;
import dev.recon.engine.read.Entry;
import dev.recon.engine.read.FieldSource;
import dev.recon.engine.read.Layout;
import dev.recon.engine.read.TimeOfDay;
import dev.recon.engine.table.AmountColumn;
import dev.recon.engine.table.Column;
import dev.recon.engine.table.CurrencyColumn;
import dev.recon.engine.table.DateColumn;
import dev.recon.engine.table.PickedRows;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import dev.recon.engine.table.TimeColumn;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// One entry as an explanation looks at it: its row among the columns, and its fields in words.
///
/// @param line the number of the data record in its file
/// @param values the fields that the entry has, the mapped ones first, in the order of the rule
///   set: an amount as a plain decimal number, a date as yyyy-MM-dd, text as written
/// @param compared the entry with all its mapped texts
public record EntryFields(
        Side side,
        Table table,
        int row,
        int line,
        SequencedMap<String, String> values,
        Compared compared) {
    public EntryFields {
        values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
    }

    /// A row of a table that has all mapped texts, in the form in which they are compared.
    public record Compared(Table table, int row) {
        boolean isPresent(String field) {
            return table.get(field).isPresent(row);
        }

        boolean isSame(String field, Compared other) {
            return table.get(field).isSame(row, other.table.get(field), other.row);
        }
    }

    /// The fields of one line.
    ///
    /// @param raw the line as its file has it
    public static SequencedMap<String, String> values(
            Layout layout, Entry raw, Table table, int row) {
        SequencedMap<String, String> values = new LinkedHashMap<>();
        layout.fields()
                .forEach((field, source) -> {
                    String value =
                            switch (source.understood()) {
                                case FieldSource.Amount _, FieldSource.SplitAmount _ ->
                                        table.money(row).value();
                                case FieldSource.CurrencyColumn _,
                                        FieldSource.CurrencyConstant _,
                                        FieldSource.SplitCurrency _ ->
                                        table.currency(row).code();
                                case FieldSource.Date _ -> date(table.find(field), row);
                                case FieldSource.Time _ -> TimeOfDay.written(raw.text(source));
                                case FieldSource.Text _ -> raw.text(source);
                                case FieldSource.Transformed _ ->
                                        throw new IllegalStateException("a transform twice");
                            };
                    put(values, field, value);
                });
        addOthers(layout, raw, values);
        return values;
    }

    /// Columns that no field shows as written; one that is called like a field says so.
    private static void addOthers(Layout layout, Entry raw, SequencedMap<String, String> values) {
        Set<String> used = new HashSet<>();
        layout.fields().values().forEach(source -> used.addAll(columns(source)));
        raw.cells()
                .forEach((column, cell) -> {
                    if (!used.contains(column.toLowerCase(Locale.ROOT))) {
                        boolean taken = layout.fields().containsKey(column);
                        put(values, taken ? "column " + column : column, cell);
                    }
                });
    }

    /// What a transform reads is not seen in what it gives.
    private static List<String> columns(FieldSource source) {
        return source instanceof FieldSource.Transformed
                ? List.of()
                : source.columns().stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    }

    private static void put(SequencedMap<String, String> values, String field, String value) {
        if (!value.isBlank()) {
            values.put(field, value.strip());
        }
    }

    /// The same entry with what it is worth in another currency as its amount.
    EntryFields counted(Currency currency, long units) {
        Table one =
                PickedRows.of(table, new int[] {row})
                        .withAmounts(new AmountColumn(new long[] {units}))
                        .withCurrencies(new CurrencyColumn(new short[] {currency.packed()}));
        return new EntryFields(side, one, 0, line, values, compared);
    }

    public Money money() {
        return table.money(row);
    }

    long units() {
        return table.amounts().units()[row];
    }

    /// Days since 1970-01-01, [DateColumn#ABSENT] where there is none.
    int day() {
        return table.dates().days()[row];
    }

    /// Seconds since the midnight of its day, [TimeColumn#ABSENT] where there is no time.
    int seconds() {
        return table.texts().get(Table.TIME) instanceof TimeColumn times
                ? times.seconds()[row]
                : TimeColumn.ABSENT;
    }

    public Optional<String> find(String field) {
        return Optional.ofNullable(values.get(field));
    }

    /// The value of a field that the entry has.
    String get(String field) {
        return find(field)
                .orElseThrow(() -> new IllegalArgumentException("the entry has no " + field));
    }

    private static String date(Optional<Column> column, int row) {
        int day =
                column.orElseThrow() instanceof DateColumn dates
                        ? dates.days()[row]
                        : DateColumn.ABSENT;
        return day == DateColumn.ABSENT ? "" : LocalDate.ofEpochDay(day).toString();
    }
}
