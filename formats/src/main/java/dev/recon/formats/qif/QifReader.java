package dev.recon.formats.qif;

import static dev.recon.formats.bank.BankColumn.ACCOUNT;
import static dev.recon.formats.bank.BankColumn.AMOUNT;
import static dev.recon.formats.bank.BankColumn.BOOKING_DATE;
import static dev.recon.formats.bank.BankColumn.CATEGORY;
import static dev.recon.formats.bank.BankColumn.COUNTERPARTY;
import static dev.recon.formats.bank.BankColumn.LINE;
import static dev.recon.formats.bank.BankColumn.REFERENCE;
import static dev.recon.formats.bank.BankColumn.STATUS;
import static dev.recon.formats.bank.BankColumn.TEXT;

import dev.recon.formats.bank.Amounts;
import dev.recon.formats.bank.BankEntry;
import dev.recon.formats.bank.BankTable;
import dev.recon.formats.bank.Excerpt;
import dev.recon.formats.bank.Mend;
import dev.recon.formats.format.Delivery;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Reads the lines of a file in their order; `^` ends an entry.
final class QifReader {
    private static final Set<String> ACCOUNTS = Set.of("bank", "cash", "ccard", "oth a", "oth l");
    private static final Set<String> LISTS =
            Set.of("cat", "class", "memorized", "security", "prices", "budget", "tag", "template");

    private final Delivery delivery;
    private final QifDialect dialect;
    private final BankTable table;
    private final Map<Character, String> fields = new HashMap<>();
    private final List<String> splitTexts = new ArrayList<>();
    private BigDecimal splits = BigDecimal.ZERO;
    private boolean hasSplits;
    private String section = "";
    private String account = "";
    private long begun;
    private long lists;

    QifReader(Delivery delivery, QifDialect dialect, BankTable table) {
        this.delivery = delivery;
        this.dialect = dialect;
        this.table = table;
    }

    void take(String line, long number) throws IOException {
        if (line.isBlank()) {
            return;
        }
        char field = line.charAt(0);
        String text = line.substring(1).strip();
        if (field == '!') {
            begin(text, "line " + number);
        } else if (field == '^') {
            endRecord();
        } else {
            if (fields.isEmpty()) {
                begun = number;
            }
            add(field, text, "line " + number);
        }
    }

    /// Ends the file; what its last `^` does not end is broken off.
    void end(String place) {
        if (!fields.isEmpty() && !section.equals("list")) {
            throw delivery.problem(
                    place, "the end of the file within an entry", "a line ^", Mend.WHOLE);
        }
    }

    List<String> notes() {
        List<String> notes = new ArrayList<>();
        notes.add("QIF gives no balances and no currency: nothing can be proved.");
        if (dialect.isDateOpen()) {
            notes.add("No date has a day above 12: the month is read first, as Quicken writes it.");
        }
        if (lists > 0) {
            notes.add(lists + " records of lists (categories, classes, …) are no entries.");
        }
        return notes;
    }

    private void begin(String header, String place) {
        String kind = header.toLowerCase(Locale.ROOT);
        if (kind.startsWith("option:") || kind.startsWith("clear:")) {
            return;
        }
        String type = kind.startsWith("type:") ? kind.substring("type:".length()).strip() : kind;
        if (type.equals("account")) {
            section = "account";
        } else if (ACCOUNTS.contains(type)) {
            section = "entries";
        } else if (LISTS.contains(type)) {
            section = "list";
        } else {
            throw delivery.problem(
                    place,
                    "'!" + Excerpt.of(header) + "'",
                    "entries of an account: !Type:Bank, Cash, CCard, Oth A or Oth L",
                    "Export the entries of a bank, cash or card account.");
        }
    }

    private void add(char field, String text, String place) {
        switch (field) {
            case 'S', 'E' -> splitTexts.add(text);
            case '$' -> {
                if (section.equals("entries")) {
                    hasSplits = true;
                    splits = splits.add(dialect.amount(text, place));
                }
            }
            default -> fields.putIfAbsent(field, text);
        }
    }

    private void endRecord() throws IOException {
        switch (section) {
            case "account" -> account = fields.getOrDefault('N', "");
            case "entries" -> {
                if (!fields.isEmpty()) {
                    write();
                }
            }
            default -> lists++;
        }
        fields.clear();
        splitTexts.clear();
        splits = BigDecimal.ZERO;
        hasSplits = false;
    }

    private void write() throws IOException {
        String place = "line " + begun;
        String given = fields.getOrDefault('T', fields.getOrDefault('U', ""));
        BigDecimal amount = dialect.amount(given, place);
        if (hasSplits && splits.compareTo(amount) != 0) {
            throw delivery.problem(
                    place,
                    "an entry of " + Amounts.normal(amount, ""),
                    Amounts.normal(splits, "") + ", the sum of its splits ($)",
                    Mend.WHOLE);
        }
        String memo = fields.getOrDefault('M', "");
        table.write(
                new BankEntry()
                        .with(ACCOUNT, account)
                        .with(LINE, String.valueOf(begun))
                        .with(BOOKING_DATE, dialect.date(fields.getOrDefault('D', ""), place))
                        .with(AMOUNT, Amounts.normal(amount, ""))
                        .with(STATUS, fields.getOrDefault('C', ""))
                        .with(COUNTERPARTY, fields.getOrDefault('P', ""))
                        .with(REFERENCE, fields.getOrDefault('N', ""))
                        .with(CATEGORY, fields.getOrDefault('L', ""))
                        .with(TEXT, (memo + " " + String.join(" ", splitTexts)).strip()));
    }
}
