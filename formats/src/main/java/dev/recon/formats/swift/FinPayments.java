package dev.recon.formats.swift;

import static dev.recon.formats.bank.BankColumn.ACCOUNT;
import static dev.recon.formats.bank.BankColumn.AMOUNT;
import static dev.recon.formats.bank.BankColumn.BANK_REFERENCE;
import static dev.recon.formats.bank.BankColumn.CHARGES;
import static dev.recon.formats.bank.BankColumn.CODE;
import static dev.recon.formats.bank.BankColumn.COUNTERPARTY;
import static dev.recon.formats.bank.BankColumn.COUNTERPARTY_ACCOUNT;
import static dev.recon.formats.bank.BankColumn.CURRENCY;
import static dev.recon.formats.bank.BankColumn.DUE_DATE;
import static dev.recon.formats.bank.BankColumn.INSTRUCTED;
import static dev.recon.formats.bank.BankColumn.LINE;
import static dev.recon.formats.bank.BankColumn.OWNER;
import static dev.recon.formats.bank.BankColumn.REFERENCE;
import static dev.recon.formats.bank.BankColumn.STATEMENT;
import static dev.recon.formats.bank.BankColumn.TEXT;

import dev.recon.formats.bank.Amounts;
import dev.recon.formats.bank.BankEntry;
import dev.recon.formats.bank.BankTable;
import dev.recon.formats.bank.Excerpt;
import dev.recon.formats.bank.Mend;
import dev.recon.formats.format.Delivery;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Collects the fields of a message and writes its payment; of an MT101, each of its payments.
final class FinPayments {
    private static final Pattern DATED =
            Pattern.compile("(\\d{6})([A-Z]{3})(\\d{1,15}(?:,\\d{0,14})?)");
    private static final Pattern UNDATED = Pattern.compile("([A-Z]{3})(\\d{1,15}(?:,\\d{0,14})?)");

    private final Delivery delivery;
    private final Amounts amounts;
    private final SwiftDates dates;
    private final BankTable table;
    private final Map<String, SwiftField> common = new HashMap<>();
    private final Map<String, SwiftField> own = new HashMap<>();
    private @Nullable SwiftField begun;
    private boolean inPayment;

    FinPayments(Delivery delivery, BankTable table) {
        this.delivery = delivery;
        this.amounts = new Amounts(delivery);
        this.dates = new SwiftDates(delivery);
        this.table = table;
    }

    void take(SwiftField field) throws IOException {
        switch (field.tag()) {
            case SwiftField.BEGIN -> {
                requirePayment(field);
                begun = field;
            }
            case SwiftField.END -> end(field);
            default -> {
                boolean isNext = type().equals("101") && field.tag().equals("21");
                if (isNext) {
                    endPayment();
                    inPayment = true;
                }
                (inPayment ? own : common).putIfAbsent(kind(field.tag()), field);
            }
        }
    }

    /// Ends the file, which must have held a payment.
    void end() {
        if (table.entries() == 0) {
            throw delivery.problem("", "no payment", FinTypes.READ, Mend.WHOLE);
        }
    }

    private void end(SwiftField end) throws IOException {
        if (begun != null && type().equals("101") && !inPayment) {
            throw delivery.problem(
                    end.place(), "an MT101 without a payment", "a field :21:", Mend.ASK_BANK);
        }
        inPayment = inPayment || begun != null;
        endPayment();
        inPayment = false;
        common.clear();
        begun = null;
    }

    /// Parties have options (`50A`, `50K`, …) that say how they are written, not who they are.
    private static String kind(String tag) {
        return tag.startsWith("50") || tag.startsWith("59") || tag.startsWith("52")
                ? tag.substring(0, 2) + (tag.equals("50C") || tag.equals("50L") ? "I" : "")
                : tag;
    }

    private void requirePayment(SwiftField field) {
        if (!FinTypes.PAYMENTS.contains(field.first())) {
            throw delivery.problem(
                    field.place(),
                    FinTypes.described(field.first()),
                    FinTypes.READ,
                    "Give a file of payments or statements; this message holds neither.");
        }
    }

    private String type() {
        return begun == null ? "" : begun.first();
    }

    private void endPayment() throws IOException {
        if (inPayment && begun != null) {
            table.write(line(begun));
        }
        own.clear();
    }

    private BankEntry line(SwiftField message) {
        SwiftField given = find(type().equals("101") ? "32B" : "32A");
        if (given == null) {
            throw delivery.problem(
                    message.place(),
                    "an MT" + type() + " without an amount",
                    type().equals("101") ? ":32B:" : ":32A:",
                    Mend.ASK_BANK);
        }
        boolean isOut = type().equals("101") || type().equals("900");
        Party customer = Party.of(find("50"));
        Party beneficiary = Party.of(find("59"));
        Party holder = isOut ? customer : beneficiary;
        Party other = isOut ? beneficiary : customer;
        BankEntry entry =
                new BankEntry()
                        .with(ACCOUNT, holder.account.isEmpty() ? text("25") : holder.account)
                        .with(OWNER, holder.name)
                        .with(STATEMENT, text("20"))
                        .with(LINE, String.valueOf(given.line()))
                        .with(COUNTERPARTY, other.name)
                        .with(COUNTERPARTY_ACCOUNT, other.account)
                        .with(REFERENCE, text("21"))
                        .with(BANK_REFERENCE, text("20"))
                        .with(CODE, "MT" + type())
                        .with(INSTRUCTED, labelled("33B"))
                        .with(CHARGES, labelled("71F"))
                        .with(TEXT, remittance());
        return amount(entry, given, isOut);
    }

    private BankEntry amount(BankEntry entry, SwiftField given, boolean isOut) {
        boolean isDated = given.tag().equals("32A");
        Matcher parts = (isDated ? DATED : UNDATED).matcher(given.first());
        if (!parts.matches()) {
            throw delivery.problem(
                    given.place(),
                    "':" + given.tag() + ":" + Excerpt.of(given.first()) + "'",
                    isDated ? "such as 260131EUR12,30" : "such as EUR12,30",
                    Mend.ASK_BANK);
        }
        int first = isDated ? 2 : 1;
        String currency = amounts.currency(parts.group(first), given.place());
        BigDecimal plain = amounts.comma(parts.group(first + 1), given.place());
        String due = isDated ? parts.group(1) : text("30");
        return entry.with(
                        AMOUNT,
                        amounts.text(isOut ? plain.negate() : plain, currency, given.place()))
                .with(CURRENCY, currency)
                .with(
                        DUE_DATE,
                        due.matches("\\d{6}") ? dates.full(due, given.place()).toString() : "");
    }

    private String labelled(String tag) {
        Matcher parts = UNDATED.matcher(text(tag));
        return parts.matches()
                ? parts.group(1) + " " + parts.group(2).replace(',', '.').replaceAll("\\.$", "")
                : "";
    }

    private String remittance() {
        SwiftField field = find("70");
        return field == null ? "" : String.join(" ", field.lines());
    }

    private @Nullable SwiftField find(String tag) {
        SwiftField found = own.get(tag);
        return found == null ? common.get(tag) : found;
    }

    private String text(String tag) {
        SwiftField field = find(tag);
        return field == null ? "" : field.first();
    }

    /// Who paid or was paid: an account behind a slash, then name and address.
    private record Party(String name, String account) {
        static Party of(@Nullable SwiftField field) {
            if (field == null) {
                return new Party("", "");
            }
            List<String> lines = field.lines();
            boolean hasAccount = field.first().startsWith("/");
            int name = hasAccount ? 1 : 0;
            return new Party(
                    lines.size() > name ? lines.get(name).replaceFirst("^1/", "") : "",
                    hasAccount ? field.first().substring(1) : "");
        }
    }
}
