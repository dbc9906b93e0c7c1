package dev.recon.formats.swift;

import static dev.recon.formats.bank.BankColumn.ACCOUNT;
import static dev.recon.formats.bank.BankColumn.AMOUNT;
import static dev.recon.formats.bank.BankColumn.BANK_REFERENCE;
import static dev.recon.formats.bank.BankColumn.BOOKING_DATE;
import static dev.recon.formats.bank.BankColumn.CATEGORY;
import static dev.recon.formats.bank.BankColumn.CODE;
import static dev.recon.formats.bank.BankColumn.COUNTERPARTY;
import static dev.recon.formats.bank.BankColumn.COUNTERPARTY_ACCOUNT;
import static dev.recon.formats.bank.BankColumn.CURRENCY;
import static dev.recon.formats.bank.BankColumn.END_TO_END_ID;
import static dev.recon.formats.bank.BankColumn.INSTRUCTED;
import static dev.recon.formats.bank.BankColumn.LINE;
import static dev.recon.formats.bank.BankColumn.MANDATE_ID;
import static dev.recon.formats.bank.BankColumn.REFERENCE;
import static dev.recon.formats.bank.BankColumn.RETURN_REASON;
import static dev.recon.formats.bank.BankColumn.REVERSAL;
import static dev.recon.formats.bank.BankColumn.STATEMENT;
import static dev.recon.formats.bank.BankColumn.STATUS;
import static dev.recon.formats.bank.BankColumn.TEXT;
import static dev.recon.formats.bank.BankColumn.VALUE_DATE;

import dev.recon.formats.bank.Amounts;
import dev.recon.formats.bank.BankEntry;
import dev.recon.formats.bank.BankTable;
import dev.recon.formats.bank.Mend;
import dev.recon.formats.bank.StatementProof;
import dev.recon.formats.format.Delivery;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the fields of statements in their order and writes an entry when its details are whole.
final class Mt940Reader {
    private static final Pattern ORIGINAL = Pattern.compile("/OCMT/([A-Z]{3})(\\d+,\\d*)");

    private final Delivery delivery;
    private final BankTable table;
    private final StatementProof proof;
    private final SwiftDates dates;
    private long statements;
    private @Nullable Mt940Statement statement;
    private @Nullable SwiftField entry;
    private final List<String> details = new ArrayList<>();

    Mt940Reader(Delivery delivery, BankTable table, StatementProof proof, SwiftDates dates) {
        this.delivery = delivery;
        this.table = table;
        this.proof = proof;
        this.dates = dates;
    }

    /// Takes the next field of the file.
    void take(SwiftField field) throws IOException {
        switch (field.tag()) {
            case SwiftField.BEGIN -> {
                requireStatement(field);
                endStatement();
            }
            case SwiftField.END -> endStatement();
            case "20" -> {
                endStatement();
                statement();
            }
            case "61" -> {
                endEntry();
                entry = field;
            }
            case "86" -> {
                if (entry != null) {
                    details.addAll(field.lines());
                }
            }
            default -> {
                endEntry();
                statement().take(field);
            }
        }
    }

    /// Ends the file, which must have held a statement.
    void end() throws IOException {
        endStatement();
        if (statements == 0) {
            throw delivery.problem(
                    "",
                    "no statement: neither a balance (:60F:, :62F:) nor an entry (:61:)",
                    "an MT940, MT942 or MT950 from :20: to :62F:",
                    Mend.WHOLE);
        }
    }

    private void requireStatement(SwiftField begin) {
        String type = begin.first();
        if (!type.isEmpty() && !FinTypes.STATEMENTS.contains(type)) {
            throw delivery.problem(
                    begin.place(),
                    FinTypes.described(type) + " among statements",
                    "only MT940, MT942 and MT950 in one file",
                    "Split the file by message type.");
        }
    }

    private Mt940Statement statement() {
        Mt940Statement current = statement;
        if (current == null) {
            current = new Mt940Statement(delivery);
            statement = current;
        }
        return current;
    }

    private void endStatement() throws IOException {
        endEntry();
        if (statement != null && statement.end(proof)) {
            statements++;
        }
        statement = null;
    }

    private void endEntry() throws IOException {
        if (entry != null) {
            write(entry);
            entry = null;
            details.clear();
        }
    }

    private void write(SwiftField field) throws IOException {
        StatementLine line = StatementLine.of(field, delivery, dates);
        Mt940Statement own = statement();
        own.add(line, field.place(), proof);
        Details found = Details.of(details);
        String code = (line.code() + " " + found.get("CODE")).strip();
        table.write(
                new BankEntry()
                        .with(ACCOUNT, own.account())
                        .with(STATEMENT, own.label())
                        .with(LINE, String.valueOf(field.line()))
                        .with(BOOKING_DATE, line.bookingDate().toString())
                        .with(VALUE_DATE, line.valueDate().toString())
                        .with(AMOUNT, amount(line, own.currency(), field))
                        .with(CURRENCY, own.currency())
                        .with(STATUS, line.isExpected() ? "PDNG" : "BOOK")
                        .with(REVERSAL, line.isReversal() ? "yes" : "")
                        .with(COUNTERPARTY, found.get("NAME"))
                        .with(COUNTERPARTY_ACCOUNT, found.get("ACCOUNT"))
                        .with(REFERENCE, reference(line, found))
                        .with(END_TO_END_ID, identity(found.get("EREF")))
                        .with(MANDATE_ID, found.get("MREF"))
                        .with(BANK_REFERENCE, line.bankReference())
                        .with(CODE, code)
                        .with(CATEGORY, found.get("POSTING"))
                        .with(INSTRUCTED, instructed(line.details()))
                        .with(RETURN_REASON, found.get("RETURN"))
                        .with(TEXT, text(line, found)));
    }

    private String amount(StatementLine line, String currency, SwiftField field) {
        return new Amounts(delivery).text(line.amount(), currency, field.place());
    }

    private static String reference(StatementLine line, Details found) {
        return line.reference().isEmpty() ? found.get("KREF") : line.reference();
    }

    private static String identity(String endToEnd) {
        return endToEnd.equals("NOTPROVIDED") ? "" : endToEnd;
    }

    private static String text(StatementLine line, Details found) {
        String text = found.get("TEXT");
        return line.details().isEmpty() || text.contains(line.details())
                ? text
                : text + " " + line.details();
    }

    private static String instructed(String details) {
        Matcher original = ORIGINAL.matcher(details);
        return original.find()
                ? original.group(1)
                        + " "
                        + original.group(2).replace(',', '.').replaceAll("\\.$", "")
                : "";
    }
}
