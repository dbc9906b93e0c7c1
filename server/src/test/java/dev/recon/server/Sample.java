package dev.recon.server;

import java.util.Locale;
import java.util.Random;

/// Two small files with every kind of break planted, made from a seed.
///
/// @param left a ledger with ISO dates
/// @param right a bank with its own names, order and dates
record Sample(String left, String right) {
    private static final String[] PARTIES = {
        "Acme GmbH", "Globex Ltd", "Initech Inc", "Hooli SA", "Stark AG"
    };

    /// `rows` entries on the left, about as many on the right.
    static Sample of(int rows, long seed) {
        Random random = new Random(seed);
        StringBuilder left =
                new StringBuilder("id,account,booking_date,amount,currency,reference,party\n");
        StringBuilder right = new StringBuilder("Datum,Betrag,Waehrung,Konto,Referenz,Name\n");
        for (int row = 1; row <= rows; row++) {
            Line line = Line.of(row, random);
            left.append(line.left(row));
            right.append(
                    switch (row % 20) {
                        case 1 -> line.right(line.cents - 10 - random.nextInt(90), line.reference);
                        case 2 -> line.right(line.cents, line.typo());
                        case 3 -> "";
                        case 4 -> line.right(line.cents, "") + line.stranger(rows + row);
                        case 5 ->
                                line.right(line.cents, line.reference)
                                        + line.right(line.cents, line.reference);
                        default -> line.right(line.cents, line.reference);
                    });
        }
        return new Sample(left.toString(), right.toString());
    }

    private record Line(
            String reference, long cents, int day, String account, String currency, String party) {
        static Line of(int row, Random random) {
            return new Line(
                    String.format(Locale.ROOT, "INV-%07d", row * 7919L % 9_999_991L),
                    500 + random.nextInt(2_000_000),
                    1 + random.nextInt(28),
                    "AC" + (100 + row % 7),
                    row % 7 < 5 ? "EUR" : "USD",
                    PARTIES[random.nextInt(PARTIES.length)]);
        }

        String left(int row) {
            return String.format(
                    Locale.ROOT,
                    "L%d,%s,2026-03-%02d,%s,%s,%s,%s%n",
                    row,
                    account,
                    day,
                    decimal(cents),
                    currency,
                    reference,
                    party);
        }

        String right(long amount, String shown) {
            return String.format(
                    Locale.ROOT,
                    "%02d.03.2026,%s,%s,%s,%s,%s%n",
                    day,
                    decimal(amount),
                    currency,
                    account,
                    shown,
                    party);
        }

        String stranger(int number) {
            return String.format(
                    Locale.ROOT,
                    "%02d.03.2026,%s,%s,%s,OTHER-%07d,Nobody%n",
                    day,
                    decimal(cents + 777),
                    currency,
                    account,
                    number);
        }

        String typo() {
            return reference.substring(0, 9) + "X" + reference.substring(10);
        }

        private static String decimal(long cents) {
            return cents / 100 + "." + cents % 100 / 10 + cents % 10;
        }
    }
}
