package dev.recon.server.run;

import dev.recon.engine.table.Table;
import dev.recon.server.platform.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One entry with everything its line says, as it leaves the server.
///
/// @param side left or right
/// @param line the number of the data record, from 1
/// @param fields the mapped fields in the order of the rule set, then the other columns
/// @param raw the line as it stands in the file
public record Entry(String side, int line, Money amount, List<FieldValue> fields, String raw) {
    public static final String MONEY = "money";
    public static final String DATE = "date";
    public static final String TEXT = "text";

    public Entry {
        fields = List.copyOf(fields);
    }

    /// One field.
    ///
    /// @param value money as an exact decimal, a date as yyyy-MM-dd, text as it was read
    /// @param raw as it stands in the file
    public record FieldValue(
            String field, String type, @Nullable String value, @Nullable String raw) {}

    /// The value of a field, or of a column that is called so, if the entry has it.
    public Optional<String> find(String field) {
        return named(field).map(FieldValue::value);
    }

    /// Its day, if it has one: a column that is only called so has none.
    public Optional<LocalDate> day() {
        return named(Table.DATE)
                .filter(field -> field.type().equals(DATE))
                .map(FieldValue::value)
                .map(LocalDate::parse);
    }

    private Optional<FieldValue> named(String field) {
        return fields.stream().filter(one -> one.field().equals(field)).findFirst();
    }

    /// An entry as lists show it.
    ///
    /// @param date that of the mapped field; none where there is none
    public record Listed(
            int line,
            Money amount,
            @Nullable LocalDate date,
            @Nullable String reference,
            @Nullable String party) {}
}
