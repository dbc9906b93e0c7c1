package dev.recon.formats.bai2;

import dev.recon.engine.money.Currency;
import dev.recon.formats.bank.Amounts;
import dev.recon.formats.bank.Mend;
import dev.recon.formats.format.Delivery;
import dev.recon.formats.format.DoorProof;
import dev.recon.formats.format.DoorProof.Figure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One account of a report (`03` to `49`): its summary amounts by type code, and its entries.
final class Bai2Account {
    static final String OPENING = "010";
    static final String CLOSING = "015";
    private static final String CREDITS = "100";
    private static final String DEBITS = "400";

    private final Delivery delivery;
    private final Amounts amounts;
    private final Bai2Record record;
    private final String currency;
    private final Map<String, BigDecimal> summary = new HashMap<>();
    private final Map<String, Long> counts = new HashMap<>();
    private BigDecimal control = BigDecimal.ZERO;
    private BigDecimal creditSum = BigDecimal.ZERO;
    private BigDecimal debitSum = BigDecimal.ZERO;
    private long credits;
    private long debits;

    /// @param record the `03`
    /// @param groupCurrency the currency of its group
    Bai2Account(Delivery delivery, Bai2Record record, String groupCurrency) {
        this.delivery = delivery;
        this.amounts = new Amounts(delivery);
        this.record = record;
        String own = record.field(1).isEmpty() ? groupCurrency : record.field(1);
        this.currency = amounts.currency(own, record.place());
        readSummary();
    }

    String number() {
        return record.field(0);
    }

    String currency() {
        return currency;
    }

    /// An amount of this account, whose decimals the currency gives.
    BigDecimal amount(String text, String place) {
        return amounts.minor(text, Currency.of(currency).decimals(), place);
    }

    /// Counts an entry.
    void add(BigDecimal written, boolean isCredit) {
        control = control.add(written);
        if (isCredit) {
            credits++;
            creditSum = creditSum.add(written);
        } else {
            debits++;
            debitSum = debitSum.add(written);
        }
    }

    /// Counts an amount that only the control total knows.
    void addSilent(BigDecimal written) {
        control = control.add(written);
    }

    /// The sum of all amounts of the account, as its trailer claims it.
    BigDecimal control() {
        return control;
    }

    @Nullable BigDecimal balance(String type) {
        return summary.get(type);
    }

    /// What the summary amounts prove.
    ///
    /// @throws dev.recon.engine.read.InputProblem when one does not hold
    List<DoorProof> prove() {
        List<DoorProof> proofs = new ArrayList<>();
        proveTotal(CREDITS, credits, creditSum).ifPresent(proofs::add);
        proveTotal(DEBITS, debits, debitSum).ifPresent(proofs::add);
        BigDecimal opening = summary.get(OPENING);
        BigDecimal closing = summary.get(CLOSING);
        BigDecimal in = summary.getOrDefault(CREDITS, creditSum);
        BigDecimal out = summary.getOrDefault(DEBITS, debitSum);
        if (opening != null && closing != null) {
            BigDecimal counted = opening.add(in).subtract(out);
            if (counted.compareTo(closing) != 0) {
                throw delivery.problem(
                        record.place(),
                        "the closing ledger balance (015) " + label(closing) + " of " + number(),
                        label(counted)
                                + ", from opening (010) "
                                + label(opening)
                                + ", credits "
                                + label(in)
                                + " and debits "
                                + label(out),
                        Mend.WHOLE);
            }
            proofs.add(
                    new DoorProof(
                            "account " + number(),
                            "opening + credits - debits = closing",
                            List.of(
                                    new Figure("opening", label(opening)),
                                    new Figure("credits", label(in)),
                                    new Figure("debits", label(out)),
                                    new Figure("closing", label(closing)))));
        }
        return proofs;
    }

    /// The total of credits or debits: of as many items as there are entries, it must be theirs.
    /// Reports may list only some of them; then it proves nothing of the entries.
    private Optional<DoorProof> proveTotal(String type, long entries, BigDecimal sum) {
        BigDecimal total = summary.get(type);
        Long items = counts.get(type);
        if (total == null || items == null || items != entries) {
            return Optional.empty();
        }
        String name = type.equals(CREDITS) ? "credits" : "debits";
        if (total.compareTo(sum) != 0) {
            throw delivery.problem(
                    record.place(),
                    "the total of " + items + " " + name + " " + label(total) + " of " + number(),
                    label(sum) + ", the sum of its " + entries + " entries (16)",
                    Mend.WHOLE);
        }
        return Optional.of(
                new DoorProof(
                        "account " + number(),
                        name + " as counted",
                        List.of(
                                new Figure("number", String.valueOf(entries)),
                                new Figure("sum", label(sum)))));
    }

    private void readSummary() {
        int at = 2;
        while (at < record.size()) {
            String type = record.field(at);
            String amount = record.field(at + 1);
            String count = record.field(at + 2);
            if (!amount.isEmpty()) {
                BigDecimal read = amount(amount, record.place());
                control = control.add(read);
                summary.putIfAbsent(type, read);
                if (count.matches("\\d{1,9}")) {
                    counts.putIfAbsent(type, Long.parseLong(count));
                }
            }
            at = FundsType.of(record, at + 3).next();
        }
    }

    private String label(BigDecimal amount) {
        return Amounts.labelled(amount, currency);
    }
}
