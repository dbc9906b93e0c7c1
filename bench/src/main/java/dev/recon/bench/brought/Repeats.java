package dev.recon.bench.brought;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;

/// Numbers that look like keys and repeat: of works, items, workers; and what tells their entries
/// apart.
final class Repeats {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    private Repeats() {}

    /// Royalties of works by quarter.
    static void royalties(Drop drop) {
        drop.left.head(",", "Work No", "Title", "Quarter", "Plays", "Royalty");
        drop.right.head(",", "work", "period", "payee", "net paid");
        for (int n = 0; n < 70; n++) {
            String work = "T-" + (301_200 + n * 11);
            String title = "Song of " + drop.firm();
            for (int quarter = 1; quarter <= 5; quarter++) {
                int fact = drop.fact();
                long cents = drop.dice.between(15, 80_000);
                String named = "Q" + (1 + (quarter - 1) % 4) + " " + (2025 + (quarter - 1) / 4);
                int plays = drop.dice.between(10, 40_000);
                drop.left.entry(fact, work, title, named, plays, Drop.point(cents));
                if (!drop.dice.once(20)) {
                    LocalDate paid = LocalDate.of(2025, 1, 15).plusMonths(3L * quarter);
                    drop.right.on(paid).entry(fact, work, paid, drop.person(), Drop.point(cents));
                }
            }
        }
        drop.right.sort();
    }

    /// Movements of items in a warehouse: few items, many movements, small counts.
    static void movements(Drop drop) {
        drop.left.head(",", "posting date", "item", "movement", "qty", "bin");
        drop.right.head(";", "Artikel", "Bewegung am", "Menge", "Lager");
        List<Integer> items = java.util.stream.IntStream.range(0, 40).boxed().toList();
        for (int n = 0; n < 350; n++) {
            int item = 100_450 + 13 * drop.dice.one(items);
            LocalDate day = FIRST.plusDays(n / 4);
            int quantity = drop.dice.between(1, 60) * (drop.dice.once(3) ? -1 : 1);
            int fact = drop.fact();
            String bin = "B" + drop.digits(3);
            drop.left.entry(fact, day, item, quantity < 0 ? "out" : "in", quantity, bin);
            if (!drop.dice.once(25)) {
                LocalDate moved = day.plusDays(drop.dice.once(5) ? 1 : 0);
                String date = Drop.date(moved, "dd.MM.yyyy");
                drop.right.on(moved).entry(fact, item, date, quantity, "L1");
            }
        }
        drop.right.sort();
    }

    /// Hours of workers by day.
    static void hours(Drop drop) {
        drop.left.head(",", "employee", "work date", "hours", "project");
        drop.right.head(",", "Badge", "Name", "Day", "Time (h)");
        for (int n = 0; n < 30; n++) {
            int badge = 7_100 + n * 3;
            String person = drop.person();
            for (int day = 0; day < 14; day++) {
                LocalDate date = FIRST.plusDays(day);
                int fact = drop.fact();
                long hundredths = drop.dice.between(12, 36) * 25L;
                drop.left.entry(fact, badge, date, Drop.point(hundredths), "PX" + n % 4);
                if (!drop.dice.once(25)) {
                    drop.right.entry(fact, badge, person, date, Drop.point(hundredths));
                }
            }
        }
    }

    /// Coffees: the same amounts on the same days, told apart by the time of day.
    static void terminals(Drop drop) {
        drop.left.head(",", "Timestamp", "Terminal", "Amount", "Card");
        drop.right.head(",", "date", "time", "gross", "auth");
        for (int n = 0; n < 320; n++) {
            LocalDate day = FIRST.plusDays(n / 20);
            LocalTime time = LocalTime.of(8, 0).plusMinutes(n % 20 * 29 + drop.dice.below(20));
            LocalDateTime at = day.atTime(time).plusSeconds(drop.dice.below(60));
            int fact = drop.fact();
            long cents = drop.dice.one(List.of(350, 350, 420, 480, 790));
            String stamp = day + " " + at.toLocalTime();
            drop.left.entry(fact, stamp, "T" + n % 2, Drop.point(cents), "VISA");
            if (!drop.dice.once(25)) {
                LocalDateTime seen = at.plusSeconds(drop.dice.below(20));
                String seconds = seen.format(java.time.format.DateTimeFormatter.ISO_LOCAL_TIME);
                drop.right.entry(fact, day, seconds, Drop.point(cents), drop.digits(6));
            }
        }
    }
}
