package dev.recon.formats.bank;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// One statement of an account, as far as its proof needs it.
///
/// @param account the account; an empty text if the file names none
/// @param number its sequence number, or 0 if it has none
/// @param page which page of that number, or 0
/// @param label what a person calls it: its number or its name
/// @param place where it begins
public record Statement(String account, long number, long page, String label, String place) {
    /// Such as `statement 12 of DE89370400440532013000`.
    public String subject() {
        String of = account.isEmpty() ? "" : " of " + account;
        return (label.isEmpty() ? "the statement at " + place : "statement " + label) + of;
    }

    /// A balance that the statement gives.
    ///
    /// @param amount signed: what the account holder owes is negative
    public record Balance(BigDecimal amount, String currency, String place) {
        boolean equalTo(Balance other) {
            return currency.equals(other.currency) && amount.compareTo(other.amount) == 0;
        }

        @Override
        public String toString() {
            return Amounts.labelled(amount, currency);
        }
    }

    /// A statement with the balances that it begins and ends with, where it gives them.
    record Span(Statement statement, @Nullable Balance opening, @Nullable Balance closing) {}
}
