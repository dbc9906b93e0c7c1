package dev.recon.bench.brought;

import java.time.LocalDate;
import java.time.YearMonth;

/// Reports: beside their entries they have lines with what these come to, or came to before.
final class Reports {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    private Reports() {}

    /// A journal with a sum behind each month and one at the end.
    static void journal(Drop drop) {
        drop.left.title("Buchungsjournal 2026");
        drop.left.head(";", "Datum", "Beleg", "Text", "Betrag");
        drop.right.head(",", "date", "reference", "name", "amount");
        long all = 0;
        for (int month = 1; month <= 6; month++) {
            long sum = 0;
            for (int n = 0; n < 40; n++) {
                LocalDate day = LocalDate.of(2026, month, 1 + n * 27 / 40);
                int fact = drop.fact();
                String number = "RE" + (260_000 + month * 100 + n);
                long cents = drop.dice.between(1_500, 800_000);
                sum += cents;
                String name = drop.firm();
                String text = "Ausgangsrechnung " + name;
                String date = Drop.date(day, "dd.MM.yyyy");
                drop.left.entry(fact, date, number, text, Drop.comma(cents));
                if (!drop.dice.once(15)) {
                    LocalDate paid = day.plusDays(drop.dice.between(5, 25));
                    drop.right.on(paid).entry(fact, paid, number, name, Drop.point(cents));
                }
            }
            all += sum;
            String named = Drop.date(LocalDate.of(2026, month, 1), "MM/yyyy");
            drop.left.report("Summe " + named, "", "", Drop.comma(sum));
        }
        drop.left.report("Gesamtsumme", "", "", Drop.comma(all));
        drop.right.sort();
    }

    /// A ledger by account: each account begins with what was carried forward, and ends with a
    /// total of its entries.
    static void accounts(Drop drop) {
        drop.left.head(",", "Account", "Date", "Voucher", "Description", "Debit", "Credit");
        drop.right.head(",", "Posted", "Doc no", "GL", "Value");
        long debits = 0;
        long credits = 0;
        for (int account = 0; account < 8; account++) {
            int number = 4_000 + account * 100;
            long debit = 0;
            long credit = 0;
            for (int n = 0; n < 30; n++) {
                LocalDate day = FIRST.plusDays(n * 3L);
                int fact = drop.fact();
                int voucher = 71_000 + account * 50 + n;
                long cents = drop.dice.between(900, 500_000);
                boolean isDebit = !drop.dice.once(5);
                debit += isDebit ? cents : 0;
                credit += isDebit ? 0 : cents;
                String amount = Drop.point(cents);
                drop.left.entry(
                        fact,
                        number,
                        day,
                        voucher,
                        "Posting " + drop.firm(),
                        isDebit ? amount : "",
                        isDebit ? "" : amount);
                if (!drop.dice.once(20)) {
                    String value = Drop.point(isDebit ? cents : -cents);
                    LocalDate posted = day.plusDays(drop.dice.below(2));
                    drop.right.on(posted).entry(fact, posted, voucher, number, value);
                }
            }
            drop.left.report("Total " + number, "", "", "", Drop.point(debit), Drop.point(credit));
            debits += debit;
            credits += credit;
        }
        drop.left.report("Grand total", "", "", "", Drop.point(debits), Drop.point(credits));
        drop.right.sort();
    }

    /// A supplier's statement with a total due at its end, and the ledger of its customer.
    static void supplier(Drop drop) {
        drop.left.head(",", "Invoice", "Invoice date", "Due date", "Amount");
        drop.right.head(";", "Lieferant", "Rechnungsnr", "Belegdatum", "Offen");
        long sum = 0;
        for (int n = 0; n < 200; n++) {
            LocalDate day = FIRST.plusDays(n / 2);
            String number = "9" + (100_300 + n * 3);
            long cents = drop.dice.between(5_000, 900_000);
            int fact = drop.fact();
            sum += cents;
            drop.left.entry(
                    fact,
                    number,
                    Drop.date(day, "dd MMM yyyy"),
                    Drop.date(day.plusDays(30), "dd MMM yyyy"),
                    Drop.grouped(cents));
            if (!drop.dice.once(12)) {
                String date = Drop.date(day, "dd.MM.yyyy");
                drop.right.entry(fact, 70_011, number, date, Drop.comma(cents));
            }
        }
        drop.left.report("Total due", "", "", Drop.grouped(sum));
    }

    /// Pages of a printed report: each ends with a sum so far that the next one begins with.
    static void pages(Drop drop) {
        drop.left.head(";", "Lfd", "Datum", "Belegnummer", "Empfänger", "Betrag");
        drop.right.head(";", "Buchungsdatum", "Beleg", "Umsatz");
        long sum = 0;
        for (int n = 1; n <= 240; n++) {
            LocalDate day = FIRST.plusDays(n / 3);
            String number = "BL" + (55_000 + n);
            int fact = drop.fact();
            long cents = drop.dice.between(700, 300_000);
            sum += cents;
            String date = Drop.date(day, "dd.MM.yyyy");
            String amount = Drop.comma(cents);
            drop.left.entry(fact, n, date, number, drop.firm(), amount);
            if (n % 40 == 0 && n < 240) {
                drop.left.report("", "", "", "Übertrag", Drop.comma(sum));
                drop.left.report("", "", "", "Übertrag", Drop.comma(sum));
            }
            if (!drop.dice.once(20)) {
                LocalDate booked = day.plusDays(drop.dice.below(3));
                String other = Drop.date(booked, "dd.MM.yyyy");
                drop.right.on(booked).entry(fact, other, number, amount);
            }
        }
        drop.left.report("", "", "", "Summe", Drop.comma(sum));
        drop.right.sort();
    }

    /// Two registers of a month each with sums by day.
    static void tills(Drop drop) {
        drop.left.head(",", "Day", "Receipt", "Cashier", "Total");
        drop.right.head(",", "Store date", "Receipt #", "Tender", "Sales");
        for (int day = 1; day <= 20; day++) {
            LocalDate date = YearMonth.of(2026, 4).atDay(day);
            long ours = 0;
            long theirs = 0;
            for (int n = 0; n < 12; n++) {
                int receipt = day * 1_000 + n + 40_000;
                long cents = drop.dice.between(150, 9_000);
                int fact = drop.fact();
                boolean lost = drop.dice.once(25);
                ours += cents;
                drop.left.entry(fact, date, receipt, "K" + n % 3, Drop.point(cents));
                if (!lost) {
                    theirs += cents;
                    String american = Drop.date(date, "MM/dd/yyyy");
                    drop.right.entry(fact, american, receipt, "CARD", "$" + Drop.point(cents));
                }
            }
            drop.left.report(date + " total", "", "", Drop.point(ours));
            drop.right.report("Subtotal", "", "", "$" + Drop.point(theirs));
        }
    }
}
