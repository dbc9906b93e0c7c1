package dev.recon.bench.brought;

import java.time.LocalDate;
import java.util.Locale;

/// What is paid in parts, or several things at once.
final class Parts {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    private Parts() {}

    /// Invoices paid in up to four parts, weeks apart; texts cite the invoice.
    static void instalments(Drop drop) {
        drop.left.head(",", "Invoice", "Customer", "Date", "Total");
        drop.right.head(",", "Booked", "Payer", "Purpose", "Amount");
        for (int n = 0; n < 180; n++) {
            String number = "INV-" + (7_020 + n * 3);
            String firm = drop.firm();
            LocalDate day = FIRST.plusDays(n / 3);
            long cents = drop.dice.between(20_000, 900_000);
            int fact = drop.fact();
            drop.left.entry(fact, number, firm, day, Drop.point(cents));
            int parts = drop.dice.once(10) ? 0 : drop.dice.once(2) ? 1 : drop.dice.between(2, 4);
            long open = cents;
            for (int part = 1; part <= parts; part++) {
                long paid = part == parts ? open : cents / parts / 100 * 100;
                open -= paid;
                LocalDate at = day.plusDays(12 + 30L * (part - 1) + drop.dice.below(5));
                String text =
                        parts == 1 ? "Invoice " + number : number + " part " + part + "/" + parts;
                String payer = firm.toUpperCase(Locale.ROOT);
                drop.right.on(at).entry(fact, at, payer, text, Drop.point(paid));
            }
        }
        drop.right.sort();
    }

    /// Fees of an association by member, paid by the year or in parts; the member number is a
    /// column on both sides.
    static void members(Drop drop) {
        drop.left.head(";", "Mitgliedsnr", "Name", "Jahresbeitrag");
        drop.right.head(";", "Datum", "Mitglied", "Zahlung", "Art");
        for (int n = 0; n < 200; n++) {
            int member = 10_230 + n * 4;
            long cents = n % 4 == 0 ? 12_000 : 24_000;
            int fact = drop.fact();
            drop.left.entry(fact, member, drop.person(), Drop.comma(cents));
            int parts = drop.dice.once(12) ? 0 : drop.dice.once(2) ? 1 : n % 2 == 0 ? 2 : 4;
            for (int part = 0; part < parts; part++) {
                LocalDate at = FIRST.plusDays(20 + 90L * part + drop.dice.below(9));
                String date = Drop.date(at, "dd.MM.yyyy");
                drop.right.on(at).entry(fact, date, member, Drop.comma(cents / parts), "SEPA");
            }
        }
        drop.right.sort();
    }
}
