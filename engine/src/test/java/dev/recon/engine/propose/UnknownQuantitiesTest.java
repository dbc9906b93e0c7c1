package dev.recon.engine.propose;

import static dev.recon.engine.propose.UnknownRun.file;
import static dev.recon.engine.propose.UnknownRun.sameLines;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// Whole numbers that count something beside what names the entries.
class UnknownQuantitiesTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 2, 2);

    private static String grouped(int amount) {
        return String.format(Locale.ROOT, "%,d", amount).replace(',', ' ');
    }

    private static int amount(int n) {
        return 1_900 + n * n * 977;
    }

    /// Currencies without decimals: only the number of the invoice ties a payment that is short.
    @Test
    void amountsWithoutDecimalsAreNoReference() {
        String left =
                file(
                        "szamla;kelt;osszeg",
                        n ->
                                "SZ-%d;%s;%s"
                                        .formatted(
                                                4_100 + n * 13,
                                                FIRST.plusDays(n % 20),
                                                grouped(amount(n))));
        String right =
                file(
                        "konyveles;kozlemeny;ertek",
                        n ->
                                "%s;Szamla SZ-%d;%d"
                                        .formatted(
                                                FIRST.plusDays(n % 20 + 1),
                                                4_100 + n * 13,
                                                amount(n) - (n % 10 == 4 ? 740 : 0)));
        UnknownRun run = UnknownRun.of(left, right);
        assertThat(run.matched()).containsExactlyInAnyOrderElementsOf(sameLines());
        assertThat(run.breaks()).hasSize(4).allMatch(told -> told.startsWith("amount-differs"));
    }

    /// Points that are taken back have a minus.
    @Test
    void numbersWithSignsAreNoReference() {
        String left = file("slip,card,points", n -> slip(n) + "," + card(n) + "," + points(n));
        String right =
                file(
                        "punkte,beleg,karte",
                        n -> (n == 7 ? 5_000 : points(n)) + "," + slip(n) + "," + card(n));
        UnknownRun run = UnknownRun.of(left, right);
        assertThat(run.matched()).containsExactlyInAnyOrderElementsOf(sameLines());
        assertThat(run.breaks()).singleElement().asString().startsWith("amount-differs");
    }

    private static String slip(int n) {
        return "R" + (10_020 + n * 17);
    }

    private static String card(int n) {
        return "C" + (6_300 + n * 7 % 11);
    }

    private static int points(int n) {
        return (n % 3 == 0 ? -1 : 1) * (120 + n * 31);
    }

    /// A title and a store are what both sides write; what they count is thousands.
    @Test
    void wordsOfOneListArePartOfAKeyBesideWhatIsCounted() {
        String[] stores = {"Big Tree", "Old Mill", "Sea Side", "High Hill"};
        String left =
                file(
                        "isrc,store,streams,paid",
                        n ->
                                "DE-%d,%s,\"%,d\",%.2f"
                                        .formatted(
                                                500 + n / 4 * 3,
                                                stores[n % 4],
                                                amount(n),
                                                amount(n) * 0.003));
        String right =
                file(
                        "dsp,code,units,net",
                        n ->
                                "%s,DE%d,%d,%.2f"
                                        .formatted(
                                                stores[n % 4].toUpperCase(Locale.ROOT),
                                                500 + n / 4 * 3,
                                                amount(n) + (n % 20 == 3 ? 50 : 0),
                                                amount(n) * 0.003));
        UnknownRun run = UnknownRun.of(left, right);
        assertThat(run.matched()).containsExactlyInAnyOrderElementsOf(sameLines());
        assertThat(run.breaks()).hasSize(2).allMatch(told -> told.contains("streams"));
    }

    /// What is in stock is the same in several places; places are written in two ways.
    @Test
    void aCountThatRepeatsIsNoReference() {
        String[] places = {"BER", "HAM", "LEJ", "MUC"};
        String left =
                file(
                        "sku,place,stock",
                        n -> "BLT-%d,%s,%d".formatted(60 + n / 4 * 7, places[n % 4], stock(n)));
        String right =
                file(
                        "location,item,counted",
                        n ->
                                "%s-01,%s-%d,%d"
                                        .formatted(
                                                places[n % 4],
                                                n % 9 == 2 ? "blt" : "BLT",
                                                60 + n / 4 * 7,
                                                stock(n) + (n % 20 == 5 ? 1 : 0)));
        UnknownRun run = UnknownRun.of(left, right);
        assertThat(run.matched()).containsExactlyInAnyOrderElementsOf(sameLines());
        assertThat(run.breaks()).hasSize(2).allMatch(told -> told.contains("differs"));
    }

    private static int stock(int n) {
        return 100 + n * 37 % 31 * 11;
    }
}
