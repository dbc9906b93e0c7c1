package dev.recon.formats.nacha;

import static dev.recon.formats.bank.BankColumn.ACCOUNT;
import static dev.recon.formats.bank.BankColumn.AMOUNT;
import static dev.recon.formats.bank.BankColumn.BANK_REFERENCE;
import static dev.recon.formats.bank.BankColumn.CATEGORY;
import static dev.recon.formats.bank.BankColumn.CODE;
import static dev.recon.formats.bank.BankColumn.COUNTERPARTY;
import static dev.recon.formats.bank.BankColumn.COUNTERPARTY_ACCOUNT;
import static dev.recon.formats.bank.BankColumn.CURRENCY;
import static dev.recon.formats.bank.BankColumn.LINE;
import static dev.recon.formats.bank.BankColumn.OWNER;
import static dev.recon.formats.bank.BankColumn.REFERENCE;
import static dev.recon.formats.bank.BankColumn.RETURN_REASON;
import static dev.recon.formats.bank.BankColumn.REVERSAL;
import static dev.recon.formats.bank.BankColumn.STATEMENT;
import static dev.recon.formats.bank.BankColumn.TEXT;
import static dev.recon.formats.bank.BankColumn.VALUE_DATE;

import dev.recon.formats.bank.Amounts;
import dev.recon.formats.bank.BankEntry;
import dev.recon.formats.bank.Excerpt;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// One entry (`6`) with its addenda (`7`).
final class AchEntry {
    private static final int[] WEIGHTS = {3, 7, 1, 3, 7, 1, 3, 7};
    private static final int ADDENDA_MAX = 9999;

    private final AchRecord record;
    private final AchBatch batch;
    private final TransactionCode code;
    private final BigDecimal amount;
    private final List<String> texts = new ArrayList<>();
    private String returnReason = "";
    private String foreignName = "";
    private long addenda;

    AchEntry(AchRecord record, AchBatch batch) {
        this.record = record;
        this.batch = batch;
        this.code = new TransactionCode((int) record.number(1, 3, "the transaction code"));
        if (!code.isListed()) {
            throw record.problem(
                    1, "the transaction code " + code.number(), "one that Nacha lists, such as 22");
        }
        requireCheckDigit();
        int from = batch.isAccounting() ? 27 : 29;
        this.amount = record.cents(from, 39, "the amount");
    }

    /// Why its transaction code does not fit.
    RuntimeException problem(String found, String expected) {
        return record.problem(1, found, expected);
    }

    boolean isCredit() {
        return code.isCredit();
    }

    BigDecimal amount() {
        return amount;
    }

    /// The first eight digits of the receiving bank's routing number, which the entry hash adds up.
    long routing() {
        return record.number(3, 11, "the routing number");
    }

    long addenda() {
        return addenda;
    }

    /// Takes an addenda record of this entry.
    void add(AchRecord addendum) {
        addenda++;
        if (addenda > ADDENDA_MAX) {
            throw addendum.problem(0, "more than " + ADDENDA_MAX + " addenda", "the next entry");
        }
        String type = addendum.field(1, 3);
        switch (type) {
            case "05" -> texts.add(addendum.field(3, 83));
            case "02" -> texts.add(addendum.field(3, 79));
            case "10" -> foreignName = addendum.field(46, 81);
            case "11", "12", "13", "14", "15", "16", "18" -> {
                // Addresses and banks of an international payment.
            }
            case "17" -> texts.add(addendum.field(3, 83));
            case "98" -> {
                returnReason = addendum.field(3, 6);
                texts.add(addendum.field(35, 64));
            }
            case "99" -> {
                returnReason = addendum.field(3, 6);
                texts.add(addendum.field(35, 79));
            }
            default ->
                    throw addendum.problem(
                            1,
                            "an addenda record of type '" + Excerpt.of(type) + "'",
                            "02, 05, 10 to 18, 98 or 99");
        }
    }

    /// An entry says whether addenda follow; it must be so.
    void end() {
        char indicator = record.text().charAt(78);
        if (indicator == '1' && addenda == 0) {
            throw record.problem(
                    78, "the addenda indicator 1 and no addenda", "a record 7 behind it");
        }
    }

    BankEntry line() {
        boolean isForeign = batch.isInternational();
        boolean isAccounting = batch.isAccounting();
        BigDecimal signed = code.isCredit() ? amount : amount.negate();
        String account =
                isForeign ? record.field(39, 74) : record.field(12, isAccounting ? 27 : 29);
        String text = String.join(" ", texts);
        return new BankEntry()
                .with(ACCOUNT, batch.companyId())
                .with(OWNER, batch.companyName())
                .with(STATEMENT, batch.number())
                .with(LINE, String.valueOf(record.line()))
                .with(VALUE_DATE, batch.effectiveDate())
                .with(AMOUNT, Amounts.normal(signed, "USD"))
                .with(CURRENCY, "USD")
                .with(REVERSAL, code.isReturn() && returnReason.startsWith("R") ? "yes" : "")
                .with(COUNTERPARTY, isForeign ? foreignName : name())
                .with(COUNTERPARTY_ACCOUNT, account)
                .with(REFERENCE, isForeign || isAccounting ? "" : record.field(39, 54))
                .with(BANK_REFERENCE, isAccounting ? "" : record.field(79, 94))
                .with(CODE, batch.entryClass() + " " + code.number())
                .with(CATEGORY, batch.description())
                .with(RETURN_REASON, returnReason)
                .with(TEXT, text);
    }

    /// Entries of corporations begin their name with the number of addenda.
    private String name() {
        return List.of("CTX", "ENR", "TRX", "ATX").contains(batch.entryClass())
                ? record.field(58, 74)
                : record.field(54, 76);
    }

    /// The ninth digit of a routing number makes the weighted sum a multiple of ten (ABA).
    private void requireCheckDigit() {
        String digits = "%08d".formatted(routing());
        int sum = 0;
        for (int at = 0; at < WEIGHTS.length; at++) {
            sum += WEIGHTS[at] * (digits.charAt(at) - '0');
        }
        int check = (10 - sum % 10) % 10;
        if (record.text().charAt(11) != (char) ('0' + check)) {
            throw record.problem(
                    11,
                    "the check digit '"
                            + Excerpt.of(record.text().substring(11, 12))
                            + "' of the routing number "
                            + digits,
                    String.valueOf(check));
        }
    }
}
