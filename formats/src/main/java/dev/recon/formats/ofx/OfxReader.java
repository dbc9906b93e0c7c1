package dev.recon.formats.ofx;

import static dev.recon.formats.bank.BankColumn.ACCOUNT;
import static dev.recon.formats.bank.BankColumn.AMOUNT;
import static dev.recon.formats.bank.BankColumn.BANK_REFERENCE;
import static dev.recon.formats.bank.BankColumn.BOOKING_DATE;
import static dev.recon.formats.bank.BankColumn.CHEQUE_NUMBER;
import static dev.recon.formats.bank.BankColumn.CODE;
import static dev.recon.formats.bank.BankColumn.COUNTERPARTY;
import static dev.recon.formats.bank.BankColumn.COUNTERPARTY_ACCOUNT;
import static dev.recon.formats.bank.BankColumn.CURRENCY;
import static dev.recon.formats.bank.BankColumn.INSTRUCTED;
import static dev.recon.formats.bank.BankColumn.LINE;
import static dev.recon.formats.bank.BankColumn.REFERENCE;
import static dev.recon.formats.bank.BankColumn.TEXT;
import static dev.recon.formats.bank.BankColumn.VALUE_DATE;

import dev.recon.formats.bank.Amounts;
import dev.recon.formats.bank.BankEntry;
import dev.recon.formats.bank.BankTable;
import dev.recon.formats.bank.Excerpt;
import dev.recon.formats.bank.Mend;
import dev.recon.formats.format.Delivery;
import dev.recon.formats.ofx.OfxTokens.Token;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the tags of a document in their order and writes an entry at the end of each `STMTTRN`.
final class OfxReader {
    private static final int FIELDS_MAX = 200;
    private static final int REFERENCES_MAX = 1_000_000;
    private static final Set<String> STATEMENTS = Set.of("STMTRS", "CCSTMTRS");

    private final Delivery delivery;
    private final Amounts amounts;
    private final BankTable table;
    private final Map<String, String> fields = new HashMap<>();
    private final Set<String> references = new HashSet<>();
    private final List<String> notes = new ArrayList<>();
    private @Nullable Token entry;
    private String currency = "";
    private String account = "";
    private String group = "";
    private String code = "";
    private long statements;
    private long repeated;

    OfxReader(Delivery delivery, BankTable table) {
        this.delivery = delivery;
        this.amounts = new Amounts(delivery);
        this.table = table;
    }

    void take(Token token) throws IOException {
        if (entry != null && isInner(token)) {
            return;
        }
        switch (token.name()) {
            case "STMTRS", "CCSTMTRS" -> {
                statements++;
                currency = "";
                account = "";
            }
            case "STMTTRN" -> {
                end(token);
                entry = token;
            }
            case "/STMTTRN", "/BANKTRANLIST" -> end(token);
            case "CURDEF" -> currency = amounts.currency(token.text(), token.place());
            case "BANKACCTFROM", "CCACCTFROM", "STATUS" -> group = token.name();
            case "ACCTID" -> account = token.text();
            case "CODE" -> code = token.text();
            case "MESSAGE", "SEVERITY" -> requireSuccess(token);
            case "INVSTMTRS" ->
                    throw delivery.problem(
                            token.place(),
                            "an investment statement (INVSTMTRS)",
                            "a bank or card statement (STMTRS, CCSTMTRS)",
                            "Export the cash account of it.");
            case "LEDGERBAL" -> group = token.name();
            case "BALAMT" -> balance(token);
            default -> {
                // What no entry needs.
            }
        }
    }

    /// Ends the document, which must have held a statement.
    void end() {
        if (entry != null) {
            throw delivery.problem(
                    entry.place(), "an entry without an end", "</STMTTRN>", Mend.WHOLE);
        }
        if (statements == 0) {
            throw delivery.problem(
                    "",
                    "no statement",
                    "a bank or card statement ("
                            + String.join(", ", STATEMENTS.stream().sorted().toList())
                            + ")",
                    "Export it again with its entries.");
        }
    }

    List<String> notes() {
        List<String> all = new ArrayList<>(notes);
        all.add("OFX gives no opening balance: the statement cannot be proved.");
        if (repeated > 0) {
            all.add(
                    repeated
                            + (repeated == 1 ? " entry repeats" : " entries repeat")
                            + " a bank reference (FITID) of their account:"
                            + " it is no identity there.");
        }
        return all;
    }

    /// Is the tag a part of the entry that is read?
    private boolean isInner(Token token) {
        if (token.name().equals("/STMTTRN")
                || token.name().equals("STMTTRN")
                || token.name().equals("/BANKTRANLIST")) {
            return false;
        }
        if (fields.size() > FIELDS_MAX) {
            throw delivery.problem(
                    token.place(), "an entry that goes on without end", "</STMTTRN>", Mend.WHOLE);
        }
        if (token.name().equals("CURRENCY") || token.name().equals("ORIGCURRENCY")) {
            group = token.name();
        }
        if (!token.text().isEmpty() && !token.name().startsWith("/")) {
            String name = token.name().equals("CURSYM") ? group + ".CURSYM" : token.name();
            fields.putIfAbsent(name, token.text());
        }
        return true;
    }

    private void requireSuccess(Token token) {
        boolean failed = token.name().equals("SEVERITY") && token.text().equalsIgnoreCase("ERROR");
        if (group.equals("STATUS") && failed) {
            throw delivery.problem(
                    token.place(),
                    "the error " + Excerpt.of(code) + " of the bank in place of a statement",
                    "a statement",
                    "Fetch it again; the bank says what error " + Excerpt.of(code) + " is.");
        }
    }

    private void balance(Token token) {
        if (group.equals("LEDGERBAL")) {
            BigDecimal closing = amounts.point(point(token.text()), token.place());
            notes.add(
                    "The closing balance of "
                            + account
                            + " is "
                            + Amounts.labelled(closing, currency)
                            + ".");
            group = "";
        }
    }

    private void end(Token token) throws IOException {
        Token begun = entry;
        if (begun == null) {
            return;
        }
        if (!token.name().equals("/STMTTRN")) {
            throw delivery.problem(
                    token.place(),
                    "<" + token.name() + "> within an entry",
                    "</STMTTRN>",
                    Mend.WHOLE);
        }
        write(begun);
        entry = null;
        fields.clear();
        group = "";
    }

    private void write(Token begun) throws IOException {
        String place = begun.place();
        String bankReference = field("FITID");
        if (references.size() < REFERENCES_MAX
                && !bankReference.isEmpty()
                && !references.add(account + " " + bankReference)) {
            repeated++;
        }
        String symbol = field("CURRENCY.CURSYM");
        String own = symbol.isEmpty() ? currency : amounts.currency(symbol, place);
        BigDecimal amount = amounts.point(point(field("TRNAMT")), place);
        table.write(
                new BankEntry()
                        .with(ACCOUNT, account)
                        .with(LINE, String.valueOf(begun.line()))
                        .with(BOOKING_DATE, date(field("DTPOSTED"), place))
                        .with(VALUE_DATE, date(field("DTAVAIL"), place))
                        .with(AMOUNT, amounts.text(amount, own, place))
                        .with(CURRENCY, own)
                        .with(COUNTERPARTY, field("NAME"))
                        .with(COUNTERPARTY_ACCOUNT, field("ACCTID"))
                        .with(REFERENCE, field("REFNUM"))
                        .with(BANK_REFERENCE, bankReference)
                        .with(CHEQUE_NUMBER, field("CHECKNUM"))
                        .with(CODE, field("TRNTYPE"))
                        .with(INSTRUCTED, field("ORIGCURRENCY.CURSYM"))
                        .with(TEXT, field("MEMO")));
    }

    private String field(String name) {
        return fields.getOrDefault(name, "");
    }

    /// Banks of the continent write a decimal comma, against the standard (3.2.9.1).
    private static String point(String amount) {
        return amount.indexOf('.') < 0 ? amount.replace(',', '.') : amount;
    }

    /// The day of `YYYYMMDDHHMMSS.XXX[offset:zone]`, as it is written.
    private String date(String text, String place) {
        if (text.isEmpty()) {
            return "";
        }
        try {
            String day = text.substring(0, Math.min(text.length(), 8));
            return LocalDate.parse(day, DateTimeFormatter.BASIC_ISO_DATE).toString();
        } catch (DateTimeException _) {
            throw delivery.problem(
                    place,
                    "'" + Excerpt.of(text) + "' as a date",
                    "a date such as 20260131",
                    Mend.ASK_BANK);
        }
    }
}
