package dev.recon.server.run;

import dev.recon.server.platform.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
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

    /// The value of a field, if the entry has it.
    public Optional<String> find(String field) {
        return fields.stream()
                .filter(one -> one.field().equals(field))
                .map(FieldValue::value)
                .filter(Objects::nonNull)
                .findFirst();
    }

    /// What lists show of it.
    public Listed listed() {
        return new Listed(
                line,
                amount,
                find("date").map(LocalDate::parse).orElse(null),
                find("reference").orElse(null),
                find("party").orElse(null));
    }

    /// An entry as lists show it.
    public record Listed(
            int line,
            Money amount,
            @Nullable LocalDate date,
            @Nullable String reference,
            @Nullable String party) {}
}
