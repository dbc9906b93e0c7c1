package dev.recon.bench.brought;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/// What firms buy and sell: orders, freight, fuel, securities, and what both ledgers of a group
/// say.
final class Trade {
    private static final LocalDate FIRST = LocalDate.of(2026, 2, 2);

    private Trade() {}

    /// Orders of a shop, and what its payment provider took and kept.
    static void orders(Drop drop) {
        drop.left.head(",", "Name", "Email", "Paid at", "Total", "Currency");
        drop.right.head(",", "balance_id", "created", "gross", "fee", "net", "description");
        for (int n = 0; n < 300; n++) {
            LocalDate day = FIRST.plusDays(n / 9);
            long cents = drop.dice.between(900, 45_000);
            long fee = Math.round(cents * 0.029) + 30;
            int fact = drop.fact();
            String order = "#" + (10_400 + n);
            String paid = day + " 1" + n % 10 + ":2" + n % 7 + ":09 +0100";
            String mail = drop.person().toLowerCase(Locale.ROOT).replace(' ', '_') + "@post.eu";
            drop.left.entry(fact, order, mail, paid, Drop.point(cents), "EUR");
            if (!drop.dice.once(20)) {
                String id = "txn_" + Integer.toString(drop.digits(9), 36);
                String created = day.plusDays(drop.dice.below(2)) + "T09:00:00Z";
                String text = "Order " + order + " of shop";
                String kept = Drop.point(fee);
                String net = Drop.point(cents - fee);
                drop.right.entry(fact, id, created, Drop.point(cents), kept, net, text);
            }
        }
    }

    /// Two ledgers of a group: what one owes the other claims, with opposite signs.
    static void intercompany(Drop drop) {
        drop.left.head(";", "BuKr", "Belegdatum", "Referenz", "Text", "Betrag HW");
        drop.right.head(",", "Entity", "Doc Date", "Assignment", "Amount LC");
        for (int n = 0; n < 250; n++) {
            LocalDate day = FIRST.plusDays(n / 5);
            long cents = drop.dice.between(10_000, 9_000_000) * (drop.dice.once(6) ? -1L : 1L);
            int fact = drop.fact();
            String number = "IC" + (900_100 + n * 3);
            String date = Drop.date(day, "dd.MM.yyyy");
            String text = "Verrechnung " + drop.firm();
            drop.left.entry(fact, "1000", date, number, text, Drop.comma(cents));
            if (!drop.dice.once(15)) {
                String other = Drop.date(day.plusDays(drop.dice.below(3)), "M/d/yyyy");
                String claim = Drop.point(-cents);
                drop.right.entry(fact, "US20", other, "DE-" + number, claim);
            }
        }
    }

    /// Salaries; the bank knows names, not numbers.
    static void salaries(Drop drop) {
        drop.left.head("\t", "Personalnr", "Name", "Netto", "IBAN");
        drop.right.head("\t", "Datum", "Empfänger", "Zweck", "Soll");
        LocalDate day = LocalDate.of(2026, 3, 27);
        for (int n = 0; n < 260; n++) {
            int fact = drop.fact();
            String person = drop.person();
            long cents = drop.dice.between(140_000, 690_000);
            String iban = "DE" + drop.digits(9) + drop.digits(9) + "0" + n % 10;
            drop.left.entry(fact, 4_000 + n * 3, person, Drop.comma(cents), iban);
            if (!drop.dice.once(30)) {
                String date = Drop.date(day, "dd.MM.yyyy");
                String name = person.toUpperCase(Locale.ROOT);
                drop.right.entry(fact, date, name, "LOHN/GEHALT 03/26", Drop.comma(-cents));
            }
        }
    }

    /// Fuel of lorries: the same card again and again, litres and amounts beside it.
    static void fuel(Drop drop) {
        drop.left.head(",", "card", "plate", "date", "litres", "amount eur");
        drop.right.head(";", "Kartennummer", "Lieferdatum", "Menge", "Brutto");
        for (int n = 0; n < 320; n++) {
            int card = 700_210 + n % 25 * 17;
            LocalDate day = FIRST.plusDays(n / 8);
            int litres = drop.dice.between(80, 640);
            long cents = litres * (long) drop.dice.between(139, 168);
            int fact = drop.fact();
            drop.left.entry(fact, card, "W-" + n % 25, day, litres, Drop.point(cents));
            if (!drop.dice.once(25)) {
                String date = Drop.date(day.plusDays(drop.dice.once(6) ? 1 : 0), "dd.MM.yyyy");
                drop.right.entry(fact, card, date, litres + ",00", Drop.comma(cents));
            }
        }
    }

    /// Trades of securities: a trade has its number on one side alone.
    static void securities(Drop drop) {
        drop.left.head(",", "trade id", "isin", "side", "quantity", "price", "settlement");
        drop.right.head("|", "SEC", "VALUE DATE", "NOMINAL", "CONSIDERATION", "TYPE");
        for (int n = 0; n < 280; n++) {
            String isin = "DE000" + drop.dice.between(100_000, 100_060) + n % 10;
            LocalDate day = FIRST.plusDays(n / 10);
            int quantity = drop.dice.between(1, 400) * 10;
            long price = drop.dice.between(800, 30_000);
            int fact = drop.fact();
            boolean buys = drop.dice.once(2);
            String side = buys ? "BUY" : "SELL";
            drop.left.entry(fact, "T" + (88_000 + n), isin, side, quantity, Drop.point(price), day);
            if (!drop.dice.once(20)) {
                String date = Drop.date(day, "yyyyMMdd");
                String whole = Drop.point(price * quantity);
                drop.right.entry(fact, isin, date, quantity, whole, buys ? "RVP" : "DVP");
            }
        }
    }

    /// Gifts: amounts of few sizes, names written in two ways, a day or two apart.
    static void gifts(Drop drop) {
        drop.left.head(",", "Donor", "Date", "Gift");
        drop.right.head(",", "Booked", "Details", "Credit");
        for (int n = 0; n < 280; n++) {
            String person = drop.person();
            LocalDate day = FIRST.plusDays(n / 4);
            long cents = drop.dice.one(List.of(1_000L, 2_000L, 2_500L, 5_000L, 10_000L));
            int fact = drop.fact();
            drop.left.entry(fact, person, day, Drop.point(cents));
            if (!drop.dice.once(20)) {
                LocalDate booked = day.plusDays(drop.dice.between(0, 2));
                int gap = person.indexOf(' ');
                String turned = person.substring(gap + 1) + " " + person.substring(0, gap);
                String details = "DONATION FROM " + turned.toUpperCase(Locale.ROOT);
                drop.right.on(booked).entry(fact, booked, details, Drop.point(cents));
            }
        }
        drop.right.sort();
    }

    /// Stock as booked, with zeros in front of its numbers, and as counted.
    static void stock(Drop drop) {
        drop.left.head(";", "Artikel", "Bezeichnung", "Lagerort", "Bestand");
        drop.right.head(",", "sku", "on_hand", "counted_at");
        for (int n = 0; n < 300; n++) {
            String item = String.format(Locale.ROOT, "%08d", 41_200 + n * 7);
            int fact = drop.fact();
            int count = drop.dice.between(0, 900);
            drop.left.entry(fact, item, "Teil " + n, "HL-" + n % 6, count);
            if (!drop.dice.once(20)) {
                drop.right.entry(fact, 41_200 + n * 7, count, "2026-03-31");
            }
        }
    }
}
