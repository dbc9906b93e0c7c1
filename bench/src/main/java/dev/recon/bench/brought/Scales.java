package dev.recon.bench.brought;

import dev.recon.engine.money.Currency;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/// Amounts that one side writes in another scale: micros, hundredths, thousands.
final class Scales {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int MICROS = 10_000;

    private Scales() {}

    /// Costs of campaigns by day in micros, and in the books.
    static void micros(Drop drop) {
        drop.left.head(",", "campaign_id", "segments_date", "clicks", "metrics_cost_micros");
        drop.right.head(",", "Campaign", "Day", "Spend (USD)");
        for (int n = 0; n < 30; n++) {
            long campaign = 17_200_000_000L + drop.digits(6);
            for (int day = 0; day < 12; day++) {
                LocalDate date = FIRST.plusDays(day);
                int fact = drop.fact();
                long cents = drop.dice.between(100, 90_000);
                int clicks = drop.dice.between(3, 800);
                drop.left.entry(fact, campaign, date, clicks, cents * MICROS);
                if (!drop.dice.once(25)) {
                    drop.right.entry(fact, campaign, date, Drop.point(cents));
                }
            }
        }
    }

    /// Orders in the smallest unit, and in the books with decimals.
    static void hundredths(Drop drop) {
        drop.left.head(",", "order_id", "created", "amount_minor", "currency");
        drop.right.head(";", "Bestellung", "Datum", "Brutto");
        for (int n = 0; n < 300; n++) {
            String order = "W" + (300_120 + n * 3);
            LocalDate date = FIRST.plusDays(n / 4);
            int fact = drop.fact();
            long cents = drop.dice.between(500, 90_000);
            drop.left.entry(fact, order, date, cents, "EUR");
            if (!drop.dice.once(20)) {
                String other = Drop.date(date, "dd.MM.yyyy");
                drop.right.entry(fact, order, other, Drop.comma(cents));
            }
        }
    }

    /// Charges of many countries in the smallest unit of each currency, and the orders of the shop.
    static void smallestUnits(Drop drop) {
        List<Currency> currencies =
                Stream.of("EUR", "USD", "EUR", "JPY", "GBP", "KWD", "KRW")
                        .map(Currency::of)
                        .toList();
        drop.left.head(",", "id", "created", "order", "amount", "currency");
        drop.right.head(",", "Order", "Placed", "Total", "Currency");
        for (int n = 0; n < 300; n++) {
            int order = 84_010 + n * 7;
            LocalDate date = FIRST.plusDays(n / 4);
            int fact = drop.fact();
            long units = drop.dice.between(500, 90_000);
            Currency currency = currencies.get(n % currencies.size());
            drop.left.entry(fact, "ch_" + drop.digits(9), date, order, units, currency.code());
            if (!drop.dice.once(20)) {
                int decimals = currency.decimals();
                String total = Drop.scaled(units, decimals, decimals).toPlainString();
                drop.right.entry(fact, order, date, total, currency.code());
            }
        }
    }

    /// A budget in thousands with three decimals, and what was posted in euros.
    static void thousands(Drop drop) {
        drop.left.head(";", "Projekt", "Bezeichnung", "Plan TEUR");
        drop.right.head(";", "Projektnr", "Kostenart", "Betrag EUR");
        for (int n = 0; n < 200; n++) {
            String project = "P-" + (1_400 + n * 3);
            int fact = drop.fact();
            long euros = drop.dice.between(2_000, 900_000);
            String thousands = Drop.scaled(euros, 3, 3).toPlainString().replace('.', ',');
            drop.left.entry(fact, project, "Vorhaben " + n, thousands);
            if (!drop.dice.once(20)) {
                drop.right.entry(fact, project, 6_000 + n % 9, Drop.comma(euros * 100));
            }
        }
    }

    /// Thousands without decimals, as boards read them, and full amounts.
    static void roundThousands(Drop drop) {
        drop.left.head(",", "Cost center", "Owner", "Actual kUSD");
        drop.right.head(",", "cc", "posted", "amount");
        for (int n = 0; n < 200; n++) {
            int center = 51_000 + n * 7;
            int fact = drop.fact();
            long cents = drop.dice.between(2_000_000, 900_000_000);
            String thousands = Drop.scaled(cents, 5, 0).toPlainString();
            drop.left.entry(fact, center, drop.person(), thousands);
            if (!drop.dice.once(20)) {
                drop.right.entry(fact, center, "2026-06-30", Drop.point(cents));
            }
        }
    }

    /// Energy in kilowatt hours, and in megawatt hours on the invoice.
    static void energy(Drop drop) {
        drop.left.head(";", "Zählpunkt", "Monat", "Verbrauch kWh");
        drop.right.head(";", "Marktlokation", "Lieferzeitraum", "Menge MWh");
        for (int n = 0; n < 30; n++) {
            long point = 51_000_000_000L + drop.digits(7);
            for (int month = 1; month <= 9; month++) {
                LocalDate date = LocalDate.of(2026, month, 1);
                int fact = drop.fact();
                int hours = drop.dice.between(800, 90_000);
                drop.left.entry(fact, point, Drop.date(date, "MM/yyyy"), hours);
                if (!drop.dice.once(30)) {
                    String mega = Drop.scaled(hours, 3, 3).toPlainString().replace('.', ',');
                    drop.right.entry(fact, point, Drop.date(date, "MM/yyyy"), mega);
                }
            }
        }
    }
}
