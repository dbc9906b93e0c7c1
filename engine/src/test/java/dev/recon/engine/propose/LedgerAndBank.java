package dev.recon.engine.propose;

import dev.recon.engine.read.ArrayBytes;
import dev.recon.engine.read.Inspection;
import dev.recon.engine.rules.Pass;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/// A ledger and a bank statement of the same seeded entries, written in chosen ways, so that the
/// right field map is known.
///
/// @param left the ledger as text
/// @param right the bank statement as text
record LedgerAndBank(String left, String right) {
    private static final String[] NAMES = {
        "Acme Ltd", "Müller & Söhne", "Blue Sky Travel", "North Power", "City Water", "Ada Byron",
        "Grace Hopper GmbH", "Kilo & Co", "Lima Foods", "Mike Motors", "Nova Print", "Oscar Bros"
    };
    private static final int ROWS = 300;

    /// How the files differ from two plain ones.
    enum Trait {
        OPPOSITE_SIGNS,
        AMBIGUOUS_DATES,
        REFERENCE_IN_TEXT,
        NO_REFERENCE,
        DEBIT_AND_CREDIT,
        CURRENCY_ON_THE_LEFT_ONLY,
        RENAMED,
        DECIMAL_COMMA,
        ROW_NUMBERS
    }

    private record Payment(
            LocalDate date, long cents, String reference, String name, String purpose, int lag) {}

    Proposal propose(Map<String, String> answers) {
        return Proposer.propose(inspect("ledger.csv", left), inspect("bank.csv", right), answers);
    }

    /// An amount as the plain files write it.
    static String money(long cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }

    /// The passes of one kind that a proposal has.
    static <P extends Pass> List<P> passes(Proposal proposal, Class<P> kind) {
        return proposal.rules().passes().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    static Inspection inspect(String name, String text) {
        return Inspection.ofAny(ArrayBytes.of(name, text), StandardCharsets.UTF_8);
    }

    static LedgerAndBank of(long seed, Set<Trait> traits) {
        Random random = new Random(seed);
        List<Payment> payments = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            payments.add(payment(random, traits));
        }
        List<String> left = new ArrayList<>();
        List<String> right = new ArrayList<>();
        for (Payment payment : payments) {
            if (random.nextInt(20) > 0) {
                left.add(ledger(payment));
            }
            if (random.nextInt(20) > 0) {
                right.add(bank(payment, traits));
            }
        }
        Collections.shuffle(right, random);
        return new LedgerAndBank(
                numbered("date,amount,currency,reference,party,purpose", left, ',', traits),
                numbered(header(traits), right, delimiter(traits), traits));
    }

    private static Payment payment(Random random, Set<Trait> traits) {
        int month = 1 + random.nextInt(12);
        boolean ambiguous = traits.contains(Trait.AMBIGUOUS_DATES);
        int day = 1 + random.nextInt(ambiguous ? 10 : 28);
        long cents = 100L + random.nextInt(5_000_000);
        return new Payment(
                LocalDate.of(2026, month, day),
                random.nextInt(3) == 0 ? cents : -cents,
                String.format("INV-%d-%05d", 2020 + random.nextInt(6), random.nextInt(100_000)),
                NAMES[random.nextInt(NAMES.length)],
                "order of " + NAMES[random.nextInt(NAMES.length)].toLowerCase(Locale.ROOT),
                random.nextInt(ambiguous ? 3 : 4) == 0 ? 1 : 0);
    }

    private static String ledger(Payment payment) {
        return String.join(
                ",",
                payment.date.toString(),
                cents(payment.cents, '.'),
                "EUR",
                payment.reference,
                payment.name,
                payment.purpose);
    }

    private static String bank(Payment payment, Set<Trait> traits) {
        char mark = traits.contains(Trait.DECIMAL_COMMA) ? ',' : '.';
        long cents = traits.contains(Trait.OPPOSITE_SIGNS) ? -payment.cents : payment.cents;
        List<String> cells = new ArrayList<>();
        cells.add(payment.name.toUpperCase(Locale.ROOT));
        DateTimeFormatter format = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
        cells.add(payment.date.plusDays(payment.lag).format(format));
        if (traits.contains(Trait.DEBIT_AND_CREDIT)) {
            cells.add(cents < 0 ? cents(-cents, mark) : "");
            cells.add(cents < 0 ? "" : cents(cents, mark));
        } else {
            cells.add(cents(cents, mark));
        }
        if (!traits.contains(Trait.CURRENCY_ON_THE_LEFT_ONLY)) {
            cells.add("EUR");
        }
        boolean inText = traits.contains(Trait.REFERENCE_IN_TEXT);
        if (!inText && !traits.contains(Trait.NO_REFERENCE)) {
            cells.add(payment.reference.toLowerCase(Locale.ROOT));
        }
        cells.add(inText ? "payment /REF/" + payment.reference + " thanks" : "card payment");
        return String.join(String.valueOf(delimiter(traits)), cells);
    }

    private static String header(Set<Trait> traits) {
        boolean renamed = traits.contains(Trait.RENAMED);
        List<String> names = new ArrayList<>();
        names.add(renamed ? "X1" : "Name");
        names.add(renamed ? "X2" : "Buchung");
        if (traits.contains(Trait.DEBIT_AND_CREDIT)) {
            names.add(renamed ? "X3" : "Soll");
            names.add(renamed ? "X7" : "Haben");
        } else {
            names.add(renamed ? "X3" : "Betrag");
        }
        if (!traits.contains(Trait.CURRENCY_ON_THE_LEFT_ONLY)) {
            names.add(renamed ? "X4" : "Waehrung");
        }
        if (!traits.contains(Trait.REFERENCE_IN_TEXT) && !traits.contains(Trait.NO_REFERENCE)) {
            names.add(renamed ? "X5" : "Referenz");
        }
        names.add(renamed ? "X6" : "Verwendungszweck");
        return String.join(String.valueOf(delimiter(traits)), names);
    }

    /// The file, with the number of each row in front where the traits say so.
    private static String numbered(
            String header, List<String> rows, char delimiter, Set<Trait> traits) {
        boolean numbers = traits.contains(Trait.ROW_NUMBERS);
        StringBuilder text = new StringBuilder(numbers ? "id" + delimiter : "").append(header);
        for (int row = 0; row < rows.size(); row++) {
            text.append('\n').append(numbers ? (row + 1) + "" + delimiter : "");
            text.append(rows.get(row));
        }
        return text.append('\n').toString();
    }

    private static char delimiter(Set<Trait> traits) {
        return traits.contains(Trait.DECIMAL_COMMA) ? ';' : ',';
    }

    private static String cents(long cents, char mark) {
        String sign = cents < 0 ? "-" : "";
        long size = Math.abs(cents);
        return String.format(Locale.ROOT, "%s%d%s%02d", sign, size / 100, mark, size % 100);
    }
}
