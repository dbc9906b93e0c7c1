package dev.recon.bench.brought;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/// The same facts as two systems write them: names, days and amounts in other notations.
final class Written {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    private Written() {}

    /// Donors by family name and by given name; a third of the gifts is of the same few amounts.
    static void donors(Drop drop) {
        drop.left.head(",", "Donor", "Gift date", "Amount", "Channel");
        drop.right.head(",", "Post Date", "Description", "Credit");
        for (int n = 0; n < 240; n++) {
            LocalDate day = FIRST.plusDays(n / 3);
            int fact = drop.fact();
            String[] name = drop.person().split(" ", 2);
            long cents = 100L * drop.dice.one(List.of(25, 50, 100));
            cents = drop.dice.once(3) ? cents : drop.dice.between(1_000, 90_000);
            drop.left.entry(fact, name[1] + ", " + name[0], day, Drop.point(cents), "web");
            if (!drop.dice.once(20)) {
                String booked = Drop.date(day.plusDays(drop.dice.below(4)), "MM/dd/yyyy");
                String text = (name[0] + " " + name[1]).toUpperCase(Locale.ROOT);
                drop.right.entry(fact, booked, text, "$" + Drop.grouped(cents));
            }
        }
    }

    /// A host's list of fixed width: numbers filled up with zeros, cents without a mark.
    static void host(Drop drop) {
        drop.left.head("|", "ACCT-REF", "POST-DT", "AMT", "IND");
        drop.right.head(",", "ref", "date", "amount");
        for (int n = 0; n < 250; n++) {
            LocalDate day = FIRST.plusDays(n / 3);
            int fact = drop.fact();
            int number = 4_000 + n * 37;
            long cents = drop.dice.between(100, 9_000_000);
            drop.left.entry(
                    fact,
                    String.format(Locale.ROOT, "%010d", number),
                    Drop.date(day, "yyyyMMdd"),
                    String.format(Locale.ROOT, "%012d", cents),
                    "C");
            if (!drop.dice.once(25)) {
                drop.right.entry(fact, number, day, Drop.point(cents));
            }
        }
    }

    /// A shop's orders with weekdays, dashes for no cents, and a spreadsheet's marks for text.
    static void notations(Drop drop) {
        drop.left.head(";", "Bestellung", "Tag", "Summe");
        drop.right.head(",", "order", "when", "total");
        for (int n = 0; n < 250; n++) {
            LocalDate day = FIRST.plusDays(n / 4);
            int fact = drop.fact();
            String number = "00" + (71_000 + n * 13);
            long cents = drop.dice.once(2) ? 100L * drop.dice.between(5, 900) : drop.digits(5);
            String sum = Drop.comma(cents).replace(",00", ",-");
            String written = Drop.date(day, "EEEE, d. MMMM yyyy", Locale.GERMAN);
            drop.left.entry(fact, number, written, sum + " €");
            if (!drop.dice.once(25)) {
                String english = Drop.date(day, "EEE, d MMM yyyy");
                drop.right.entry(fact, "=\"" + number + "\"", english, Drop.grouped(cents));
            }
        }
    }

    /// Customers of two systems, known by a number that one fills up with zeros. It was never told
    /// a third of the telephones, which is no difference of each of them.
    static void customers(Drop drop) {
        drop.left.head(",", "cust_no", "name", "phone", "points");
        drop.right.head(";", "customer", "full name", "telefon", "punkte");
        for (int n = 1; n <= 400; n++) {
            int fact = drop.fact();
            String name = drop.person();
            String phone = String.valueOf(drop.digits(9));
            int points = drop.dice.below(500);
            drop.left.entry(fact, n, name, phone, points);
            if (!drop.dice.once(40)) {
                String known = drop.dice.once(3) ? "" : phone;
                String filled = String.format(Locale.ROOT, "%08d", n);
                drop.right.entry(fact, filled, name.toUpperCase(Locale.ROOT), known, points);
            }
        }
    }

    /// Items in several places, both with a prefix in one system.
    static void places(Drop drop) {
        drop.left.head(",", "item", "warehouse", "on_hand");
        drop.right.head(",", "article", "location", "counted", "uom");
        for (int n = 0; n < 150; n++) {
            for (String place : List.of("A", "B", "C").subList(drop.dice.below(2), 3)) {
                int fact = drop.fact();
                int count = drop.dice.below(500);
                String item = String.format(Locale.ROOT, "%05d", 400 + n * 7);
                drop.left.entry(fact, "SKU-" + item, "WH-" + place, count);
                if (!drop.dice.once(30)) {
                    drop.right.entry(fact, item, place, count, "pcs");
                }
            }
        }
    }

    /// Tickets behind the number of an airline; an agency has them alone.
    static void tickets(Drop drop) {
        drop.left.head(",", "TICKET", "ISSUED", "FARE", "CODE");
        drop.right.head(",", "tkt", "issue date", "pax", "total");
        for (int n = 0; n < 250; n++) {
            LocalDate day = FIRST.plusDays(drop.dice.below(28));
            int fact = drop.fact();
            int ticket = drop.digits(9);
            String fare = Drop.point(100L * drop.dice.between(60, 900));
            String issued = Drop.date(day, "ddMMMyy").toUpperCase(Locale.ROOT);
            drop.left.entry(fact, "220-" + ticket, issued, fare, "NP" + n);
            if (!drop.dice.once(25)) {
                drop.right.entry(fact, ticket, day, drop.person(), fare);
            }
        }
    }
}
