package dev.recon.formats.bank;

import java.util.Locale;

/// A column of the table that a bank's file becomes: the same word for the same thing, whatever the
/// format.
public enum BankColumn {
    /// The account that the file speaks of, as IBAN where it has one.
    ACCOUNT,
    /// Whose account it is, where the file names somebody.
    OWNER,
    /// The number or name of the statement, batch or message within the file.
    STATEMENT,
    /// The line of the file where the entry begins, from 1.
    LINE,
    BOOKING_DATE,
    VALUE_DATE,
    /// When an expected payment is to be executed or settled.
    DUE_DATE,
    /// Signed as the file says: what comes in is positive.
    AMOUNT,
    CURRENCY,
    /// `BOOK`, `PDNG`, `INFO` of a statement; the status of a payment.
    STATUS,
    /// `yes` where the entry takes an earlier one back.
    REVERSAL,
    COUNTERPARTY,
    COUNTERPARTY_ACCOUNT,
    /// The reference of the creditor or the customer: an invoice number, an ISO 11649 reference.
    REFERENCE,
    END_TO_END_ID,
    INSTRUCTION_ID,
    TRANSACTION_ID,
    MANDATE_ID,
    /// The batch or payment information that the entry is a part of.
    BATCH,
    /// The bank's own reference. It need not be unique.
    BANK_REFERENCE,
    CHEQUE_NUMBER,
    /// What kind of entry it is, in the codes of the format.
    CODE,
    CATEGORY,
    /// The amount in the currency of the order, where it is another one: `USD 4.10`.
    INSTRUCTED,
    /// Charges that the file names of the entry: `CHF 0.31`.
    CHARGES,
    RETURN_REASON,
    TEXT;

    /// How the column is headed.
    public String header() {
        return name().toLowerCase(Locale.ROOT);
    }
}
