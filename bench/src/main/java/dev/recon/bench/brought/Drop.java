package dev.recon.bench.brought;

import dev.recon.bench.Dice;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// Two files that somebody drops, while they are written, and what chance they are made by.
final class Drop {
    private static final List<String> GIVEN =
            List.of(
                    "Anna", "Bela", "Chloé", "Dario", "Ewa", "Farid", "Greta", "Hugo", "Inês",
                    "Jonas", "Klara", "Luca", "Mira", "Nils", "Olga", "Pavel", "Rosa", "Sven");
    private static final List<String> FAMILY =
            List.of(
                    "Abel",
                    "Brandt",
                    "Costa",
                    "Dietz",
                    "Eriksen",
                    "Fournier",
                    "Gruber",
                    "Horvat",
                    "Ivanova",
                    "Jansen",
                    "Keller",
                    "Lindqvist",
                    "Moreau",
                    "Novak",
                    "Okafor",
                    "Petit",
                    "Quint",
                    "Rossi",
                    "Sørensen",
                    "Tanaka",
                    "Unger",
                    "Vogel",
                    "Weiss");
    private static final List<String> FIRMS =
            List.of(
                    "Nordlicht",
                    "Alpina",
                    "Brightwater",
                    "Castello",
                    "Delta Freight",
                    "Evergreen",
                    "Fjord",
                    "Granit",
                    "Helios",
                    "Inova",
                    "Juniper",
                    "Kestrel",
                    "Lumen",
                    "Meridian");
    private static final List<String> FORMS =
            List.of("GmbH", "AG", "Ltd", "S.A.", "BV", "Inc.", "S.r.l.", "AB");

    final Dice dice;
    final Page left = new Page();
    final Page right = new Page();
    private int facts;

    Drop(Dice dice) {
        this.dice = dice;
    }

    /// A fact that both sides may tell.
    int fact() {
        return ++facts;
    }

    String person() {
        return dice.one(GIVEN) + " " + dice.one(FAMILY);
    }

    String firm() {
        return dice.one(FIRMS) + " " + dice.one(FORMS);
    }

    /// A whole number of so many digits that does not begin with zero.
    int digits(int count) {
        int low = (int) Math.pow(10, count - 1);
        return dice.between(low, 10 * low - 1);
    }

    /// Cents as `1234.50`.
    static String point(long cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }

    /// Cents as `1.234,50`.
    static String comma(long cents) {
        return grouped(cents).replace(',', '_').replace('.', ',').replace('_', '.');
    }

    /// Cents as `1,234.50`.
    static String grouped(long cents) {
        return String.format(Locale.ROOT, "%,.2f", BigDecimal.valueOf(cents, 2));
    }

    /// An amount rounded to whole units of `10^places` cents, with so many decimals.
    static BigDecimal scaled(long cents, int places, int decimals) {
        return BigDecimal.valueOf(cents, places).setScale(decimals, RoundingMode.HALF_UP);
    }

    static String date(LocalDate day, String pattern) {
        return day.format(DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH));
    }

    static String date(LocalDate day, String pattern, Locale locale) {
        return day.format(DateTimeFormatter.ofPattern(pattern, locale));
    }
}
