package dev.recon.bench;

import java.time.LocalDate;
import java.util.List;

/// One payment, as it happened; the two files see it each in their own way.
///
/// @param number from 0, each once
/// @param cents above 0 for money that came in
record Event(int number, int account, LocalDate day, long cents, String currency, String party) {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int DAYS = 90;
    private static final int REFERENCES = 99_999_989;
    private static final long STRIDE = 48_271_013;
    private static final List<String> CURRENCIES =
            List.of("EUR", "EUR", "EUR", "USD", "GBP", "CHF", "JPY");
    private static final List<String> FIRST_WORDS =
            List.of(
                    "Alder",
                    "Birch",
                    "Cedar",
                    "Dahlia",
                    "Elm",
                    "Fern",
                    "Ginkgo",
                    "Hazel",
                    "Iris",
                    "Juniper",
                    "Kelp",
                    "Larch",
                    "Maple",
                    "Nettle",
                    "Oak",
                    "Pine",
                    "Quince",
                    "Rowan",
                    "Sorrel",
                    "Tamarind",
                    "Umbel",
                    "Violet",
                    "Willow",
                    "Yarrow");
    private static final List<String> SECOND_WORDS =
            List.of(
                    "Bakery",
                    "Bicycles",
                    "Books",
                    "Bridges",
                    "Ceramics",
                    "Clocks",
                    "Dairy",
                    "Ferries",
                    "Forge",
                    "Gardens",
                    "Instruments",
                    "Lamps",
                    "Maps",
                    "Mills",
                    "Orchards",
                    "Pianos",
                    "Printing",
                    "Roofing",
                    "Sails",
                    "Tools");
    private static final List<String> FORMS = List.of("GmbH", "Ltd", "SA", "Oy", "BV", "Inc");

    static Event thrown(Dice dice, int number, int rows) {
        int account = dice.below(Math.max(20, rows / 1_500));
        LocalDate day = FIRST.plusDays((long) number * DAYS / Math.max(1, rows));
        long cents = dice.once(5) ? dice.between(1, 90) * 10_000L : dice.between(199, 900_000);
        String party =
                dice.one(FIRST_WORDS)
                        + " "
                        + dice.one(SECOND_WORDS)
                        + " "
                        + dice.one(FORMS)
                        + " "
                        + dice.between(1, 99);
        return new Event(
                number,
                account,
                day,
                dice.once(4) ? -cents : cents,
                CURRENCIES.get(account % CURRENCIES.size()),
                party);
    }

    /// The same payment where all happens in one place.
    Event in(Shape shape) {
        return switch (shape) {
            case USUAL -> this;
            case ONE_ACCOUNT -> new Event(number, 0, day, cents, CURRENCIES.getFirst(), party);
            case ONE_DAY -> new Event(number, account, FIRST, cents, currency, party);
        };
    }

    /// Unique, and not in the order of the numbers.
    String reference() {
        return "INV-%08d".formatted(number * STRIDE % REFERENCES);
    }

    String iban() {
        return "XX%02d1000%010d".formatted(account % 97, account * 7_919L);
    }

    Event later(int days) {
        return new Event(number, account, day.plusDays(days), cents, currency, party);
    }

    Event of(long otherCents) {
        return new Event(number, account, day, otherCents, currency, party);
    }

    Event numbered(int other) {
        return new Event(other, account, day, cents, currency, party);
    }
}
