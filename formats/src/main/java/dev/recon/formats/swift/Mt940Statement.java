package dev.recon.formats.swift;

import dev.recon.formats.bank.Amounts;
import dev.recon.formats.bank.Excerpt;
import dev.recon.formats.bank.Mend;
import dev.recon.formats.bank.Statement;
import dev.recon.formats.bank.Statement.Balance;
import dev.recon.formats.bank.StatementProof;
import dev.recon.formats.bank.StatementProof.Tally;
import dev.recon.formats.format.Delivery;
import dev.recon.formats.format.DoorProof;
import dev.recon.formats.format.DoorProof.Figure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One statement while its fields come in.
final class Mt940Statement {
    private static final Pattern BALANCE =
            Pattern.compile("([CD])(\\d{6})([A-Z]{3})(\\d{1,18}(?:,\\d{0,14})?|,\\d{1,14})");
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,15})(?:/(\\d{1,15}))?.*");
    private static final Pattern FLOOR = Pattern.compile("([A-Z]{3})[DC]?[\\d,]+");
    private static final Pattern SUM = Pattern.compile("(\\d{1,9})([A-Z]{3})(\\d[\\d,]*)");

    private final Delivery delivery;
    private final Amounts amounts;
    private final List<SwiftField> sums = new ArrayList<>();
    private String account = "";
    private String label = "";
    private String currency = "";
    private String place = "";
    private @Nullable Tally tally;
    private @Nullable Balance opening;
    private @Nullable Balance closing;
    private boolean hasEntries;
    private final SideSums credits = new SideSums();
    private final SideSums debits = new SideSums();

    Mt940Statement(Delivery delivery) {
        this.delivery = delivery;
        this.amounts = new Amounts(delivery);
    }

    String account() {
        return account;
    }

    String label() {
        return label;
    }

    String currency() {
        return currency;
    }

    void take(SwiftField field) {
        place = place.isEmpty() ? field.place() : place;
        switch (field.tag()) {
            case "25", "25P" -> account(field);
            case "28", "28C" -> label = field.first();
            case "60F", "60M" -> opening = opening == null ? balance(field) : opening;
            case "62F", "62M" -> closing = balance(field);
            case "90C", "90D" -> sums.add(field);
            case "34F" -> floor(field);
            default -> {
                // Available balances, times and references prove nothing of the entries.
            }
        }
    }

    void add(StatementLine line, String at, StatementProof proof) {
        hasEntries = true;
        Tally current = tally(proof);
        (line.amount().signum() < 0 ? debits : credits).add(line.amount());
        if (!line.isExpected()) {
            current.booked(new Balance(line.amount(), currency, at));
        }
    }

    /// Proves it.
    ///
    /// @return is it a statement at all? Fields without a balance or an entry are none
    boolean end(StatementProof proof) {
        boolean isOneBalance = (opening == null) != (closing == null);
        if (isOneBalance && !hasEntries) {
            Balance given = opening == null ? closing : opening;
            throw delivery.problem(
                    given == null ? place : given.place(),
                    "only one balance and no entry",
                    "an opening balance (:60F:) and a closing balance (:62F:)",
                    Mend.WHOLE);
        }
        if (opening == null && closing == null && !hasEntries) {
            return false;
        }
        Tally current = tally(proof);
        if (closing != null) {
            current.closing(closing);
        }
        current.end();
        sums.forEach(sum -> proof.add(proveSum(sum)));
        return true;
    }

    private Tally tally(StatementProof proof) {
        Tally current = tally;
        if (current == null) {
            current = proof.begin(statement());
            if (opening != null) {
                current.opening(opening);
            }
            tally = current;
        }
        return current;
    }

    private Statement statement() {
        Matcher number = NUMBER.matcher(label);
        boolean counted = number.matches();
        return new Statement(
                account,
                counted ? Long.parseLong(number.group(1)) : 0,
                counted && number.group(2) != null ? Long.parseLong(number.group(2)) : 0,
                label,
                place);
    }

    private void account(SwiftField field) {
        if (!account.isEmpty() && hasEntries) {
            throw delivery.problem(
                    field.place(),
                    "a second account (:25:) in one statement",
                    "an entry (:61:), its details (:86:) or the closing balance (:62F:)",
                    Mend.ASK_BANK);
        }
        account = field.first().replace(" ", "");
    }

    private void floor(SwiftField field) {
        Matcher parts = FLOOR.matcher(field.first());
        if (currency.isEmpty() && parts.matches()) {
            currency = parts.group(1);
        }
    }

    private Balance balance(SwiftField field) {
        Matcher parts = BALANCE.matcher(field.first());
        if (!parts.matches()) {
            throw delivery.problem(
                    field.place(),
                    "':" + field.tag() + ":" + Excerpt.of(field.first()) + "'",
                    "a balance such as C260131EUR12,30",
                    Mend.ASK_BANK);
        }
        currency = amounts.currency(parts.group(3), field.place());
        BigDecimal plain = amounts.comma(parts.group(4), field.place());
        amounts.text(plain, currency, field.place());
        return new Balance(
                parts.group(1).equals("C") ? plain : plain.negate(), currency, field.place());
    }

    /// The number and sum of the debits or credits of an MT942.
    private DoorProof proveSum(SwiftField field) {
        Matcher parts = SUM.matcher(field.first());
        if (!parts.matches()) {
            throw delivery.problem(
                    field.place(),
                    "':" + field.tag() + ":" + Excerpt.of(field.first()) + "'",
                    "a number, a currency and a sum such as 2EUR12,30",
                    Mend.ASK_BANK);
        }
        boolean isDebit = field.tag().equals("90D");
        SideSums counted = isDebit ? debits : credits;
        String one = isDebit ? "debit" : "credit";
        String side = one + "s";
        long claimed = Long.parseLong(parts.group(1));
        BigDecimal sum = amounts.comma(parts.group(3), field.place());
        if (claimed != counted.number || sum.compareTo(counted.sum.abs()) != 0) {
            throw delivery.problem(
                    field.place(),
                    claimed
                            + " "
                            + (claimed == 1 ? one : side)
                            + " of together "
                            + Amounts.labelled(sum, parts.group(2))
                            + " claimed",
                    counted.number
                            + " of together "
                            + Amounts.labelled(counted.sum.abs(), parts.group(2))
                            + ", counted",
                    Mend.WHOLE);
        }
        return new DoorProof(
                statement().subject(),
                side + " as counted",
                List.of(
                        new Figure("number", String.valueOf(claimed)),
                        new Figure("sum", Amounts.labelled(sum, parts.group(2)))));
    }

    private static final class SideSums {
        private long number;
        private BigDecimal sum = BigDecimal.ZERO;

        void add(BigDecimal amount) {
            number++;
            sum = sum.add(amount);
        }
    }
}
