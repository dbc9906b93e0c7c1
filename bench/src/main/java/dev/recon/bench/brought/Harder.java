package dev.recon.bench.brought;

import java.time.LocalDate;
import java.util.List;

/// What tempts to a wrong match: payments of other months, twice, in part; totals without anything
/// that tells them from entries.
final class Harder {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    private Harder() {}

    /// Rent that is paid at any time of the month, now and then twice or for the year before.
    static void carelessTenants(Drop drop) {
        drop.left.head(",", "Lease", "Unit", "Due date", "Rent");
        drop.right.head(",", "Posting date", "Description", "Amount");
        for (int n = 0; n < 40; n++) {
            String lease = "L-" + (5_310 + n * 7);
            long cents = 100L * drop.dice.one(List.of(900, 950, 950, 1_200));
            paid(drop.right.on(FIRST.minusDays(drop.dice.between(5, 25))), 0, lease, cents);
            for (int month = 0; month < 8; month++) {
                LocalDate due = FIRST.plusMonths(month);
                int fact = drop.fact();
                drop.left.on(due).entry(fact, lease, "Unit " + n, due, Drop.point(cents));
                if (!drop.dice.once(12)) {
                    int days = drop.dice.once(4) ? drop.dice.between(6, 24) : drop.dice.below(6);
                    paid(drop.right.on(due.plusDays(days)), fact, lease, cents);
                    if (drop.dice.once(25)) {
                        paid(drop.right.on(due.plusDays(days + 1)), 0, lease, cents);
                    }
                }
            }
        }
        drop.left.sort();
        drop.right.sort();
    }

    private static void paid(Page on, int fact, String lease, long cents) {
        LocalDate day = on.day();
        String text = (day.getDayOfMonth() % 2 == 0 ? "RENT LEASE " : "Transfer ") + lease;
        on.entry(fact, day, text, Drop.point(cents));
    }

    /// Names and amounts alone, with a total at the end.
    static void twoColumns(Drop drop) {
        drop.left.head(";", "Kostenstelle", "Ist");
        drop.right.head(",", "cost center", "actual");
        long sum = 0;
        for (int n = 0; n < 120; n++) {
            int center = 41_000 + n * 13;
            int fact = drop.fact();
            long cents = drop.dice.between(10_000, 9_000_000);
            sum += cents;
            drop.left.entry(fact, center, Drop.comma(cents));
            if (!drop.dice.once(20)) {
                drop.right.entry(fact, center, Drop.point(cents));
            }
        }
        drop.left.report("Summe", Drop.comma(sum));
    }

    /// An account that begins with a balance and ends with one.
    static void balances(Drop drop) {
        drop.left.head(",", "Date", "Reference", "Details", "Amount");
        drop.right.head(",", "day", "ref", "value");
        long sum = 912_345;
        drop.left.report("", "", "Opening balance", Drop.point(sum));
        for (int n = 0; n < 200; n++) {
            LocalDate day = FIRST.plusDays(n / 3);
            int fact = drop.fact();
            String number = "P" + (30_500 + n * 3);
            long cents = drop.dice.between(500, 400_000) * (drop.dice.once(3) ? -1L : 1L);
            sum += cents;
            drop.left.entry(fact, day, number, drop.firm(), Drop.point(cents));
            if (!drop.dice.once(20)) {
                drop.right.entry(fact, day, number, Drop.point(cents));
            }
        }
        drop.left.report("", "", "Closing balance", Drop.point(sum));
    }

    /// Payouts of a payment provider: the lines of each, less a fee, come to one bank entry.
    static void payouts(Drop drop) {
        drop.left.head(",", "payout", "charge", "created", "gross", "fee", "net");
        drop.right.head(";", "Buchung", "Verwendungszweck", "Betrag");
        for (int n = 0; n < 40; n++) {
            LocalDate day = FIRST.plusDays(n * 2L);
            String payout = "po_" + Integer.toString(drop.digits(8), 36);
            int fact = drop.fact();
            long all = 0;
            for (int line = drop.dice.between(2, 9); line > 0; line--) {
                long cents = drop.dice.between(700, 30_000);
                long fee = Math.round(cents * 0.014) + 25;
                all += cents - fee;
                String charge = "ch_" + Integer.toString(drop.digits(9), 36);
                String gross = Drop.point(cents);
                String kept = Drop.point(fee);
                drop.left.entry(fact, payout, charge, day, gross, kept, Drop.point(cents - fee));
            }
            if (!drop.dice.once(15)) {
                String date = Drop.date(day.plusDays(2), "dd.MM.yyyy");
                String text = "AUSZAHLUNG " + payout.toUpperCase(java.util.Locale.ROOT);
                drop.right.entry(fact, date, text, Drop.comma(all));
            }
        }
    }
}
