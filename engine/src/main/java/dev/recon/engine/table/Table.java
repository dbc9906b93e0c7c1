package dev.recon.engine.table;

import dev.recon.engine.money.Currency;
import dev.recon.engine.money.Money;
import java.util.Map;
import java.util.Optional;

/// The entries of one side as columns; an entry is an int row, in the order of the file.
///
/// Amounts, currencies and dates are always there (zero, none or absent where the file has no such
/// field); the text fields are those that the rule set needs. What else a line says is read again
/// from the file when a person asks.
///
/// @param decimals how many decimals one unit of an amount stands for
/// @param amounts the amount of each row
/// @param currencies the currency of each row
/// @param dates the date of each row
/// @param texts the other fields by name, each [TextColumn] or [HashColumn], or [TimeColumn], or
///   [DateColumn] where it is another date
/// @param tokens the tokens of free text fields by name, for passes that look inside
/// @param lines where each row stands in its file
public record Table(
        int decimals,
        AmountColumn amounts,
        CurrencyColumn currencies,
        DateColumn dates,
        Map<String, Column> texts,
        Map<String, TokenColumn> tokens,
        Lines lines) {
    public static final String AMOUNT = "amount";
    public static final String CURRENCY = "currency";
    public static final String DATE = "date";
    public static final String TIME = "time";
    public static final String REFERENCE = "reference";
    public static final String PARTY = "party";
    public static final String TEXT = "text";

    public Table {
        texts = Map.copyOf(texts);
        tokens = Map.copyOf(tokens);
        int rows = amounts.rows();
        if (currencies.rows() != rows || dates.rows() != rows || lines.rows() != rows) {
            throw new IllegalArgumentException("columns differ in their number of rows");
        }
        if (texts.values().stream().anyMatch(column -> column.rows() != rows)) {
            throw new IllegalArgumentException("a text column differs in its number of rows");
        }
    }

    public int rows() {
        return amounts.rows();
    }

    /// The same entries with other amounts.
    public Table withAmounts(AmountColumn other) {
        return new Table(decimals, other, currencies, dates, texts, tokens, lines);
    }

    /// The same entries with other dates.
    public Table withDates(DateColumn other) {
        return new Table(decimals, amounts, currencies, other, texts, tokens, lines);
    }

    /// The same entries in other currencies.
    public Table withCurrencies(CurrencyColumn other) {
        return new Table(decimals, amounts, other, dates, texts, tokens, lines);
    }

    /// The column of a field, whatever its type.
    public Optional<Column> find(String field) {
        return switch (field) {
            case AMOUNT -> Optional.of(amounts);
            case CURRENCY -> Optional.of(currencies);
            case DATE -> Optional.of(dates);
            default -> Optional.ofNullable(texts.get(field));
        };
    }

    /// The column of a field that the rule set promised.
    public Column get(String field) {
        return find(field)
                .orElseThrow(() -> new IllegalArgumentException("no column for field " + field));
    }

    public Money money(int row) {
        return new Money(currencies.at(row), amounts.units()[row], decimals);
    }

    public Currency currency(int row) {
        return currencies.at(row);
    }
}
