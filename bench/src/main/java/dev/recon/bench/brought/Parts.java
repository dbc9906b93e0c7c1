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

    /// Sales of a shop, and what the card company pays for each day, some days later and less 1.9 %
    /// and 0.10 of each sale, among other money of the account.
    static void takings(Drop drop) {
        drop.left.head(";", "Beleg", "Datum", "Kasse", "Kartenzahlung");
        drop.right.head(",", "Booked", "Details", "Amount");
        for (int day = 0; day < 40; day++) {
            LocalDate date = FIRST.plusDays(day);
            int fact = drop.fact();
            long net = 0;
            int sales = drop.dice.between(3, 12);
            for (int sale = 0; sale < sales; sale++) {
                long cents = drop.dice.between(250, 14_000);
                net += cents - Math.round(cents * 0.019) - 10;
                String german = Drop.date(date, "dd.MM.yyyy");
                drop.left.entry(
                        fact, 20_300 + day * 20 + sale, german, "K" + sale % 3, Drop.comma(cents));
            }
            if (!drop.dice.once(20)) {
                LocalDate later = date.plusDays(drop.dice.between(1, 2));
                drop.right.entry(fact, later, "SETTLEMENT 88120", Drop.point(net));
            }
            if (drop.dice.once(3)) {
                String other = Drop.point(drop.dice.between(-90_000, 120_000));
                drop.right.entry(drop.fact(), date, "TRANSFER " + drop.person(), other);
            }
        }
    }

    /// Orders of a shop, and what a marketplace lists for each: price, postage, and what it keeps.
    static void marketplace(Drop drop) {
        drop.left.head(",", "Order", "Placed", "Paid by customer");
        drop.right.head("\t", "order-id", "posted", "amount-type", "amount");
        for (int n = 0; n < 200; n++) {
            int fact = drop.fact();
            String order = "305-%07d-%07d".formatted(drop.digits(7), drop.digits(7));
            LocalDate day = FIRST.plusDays(n / 7);
            long price = drop.dice.between(499, 15_000);
            long postage = drop.dice.once(3) ? 0 : 399;
            drop.left.entry(fact, order, day, Drop.point(price + postage));
            if (!drop.dice.once(20)) {
                LocalDate posted = day.plusDays(drop.dice.between(1, 3));
                drop.right.entry(fact, order, posted, "ItemPrice", Drop.point(price));
                if (postage > 0) {
                    drop.right.entry(fact, order, posted, "Shipping", Drop.point(postage));
                }
                String kept = Drop.point(-Math.round(price * 0.15));
                drop.right.entry(drop.fact(), order, posted, "Commission", kept);
            }
        }
    }
}
