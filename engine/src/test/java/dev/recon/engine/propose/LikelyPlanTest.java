package dev.recon.engine.propose;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/// Where no reference decides, all fields do: also words that one side has in several columns, and
/// what a key of two columns leaves.
class LikelyPlanTest {
    private static final List<String> BRANDS =
            List.of("Alpenhof", "Bellavista", "Corvina", "Dorfladen", "Eisvogel", "Fjordland");
    private static final List<String> NAMES =
            List.of(
                    "Whole Milk",
                    "Oat Drink",
                    "Spaghetti",
                    "Tomato Sauce",
                    "Ground Coffee",
                    "Orange Juice",
                    "Greek Yoghurt",
                    "Berry Jam");
    private static final List<String> SIZES = List.of("250 g", "500 g", "330 ml", "750 ml");

    private final Random random = new Random(11);
    private final List<String> lefts = new ArrayList<>();
    private final List<String> rights = new ArrayList<>();
    private final Set<String> truth = new HashSet<>();

    /// @param line the line of the left entry, and what the right one says
    private record Other(int line, String text) {}

    /// No field of a pair is ever the same: the name stands within a text, and the day is the next.
    @Test
    void feesThatAllPayAreMatchedByNamesWithinTextsAndLaterDays() {
        String[] first = {"Ada", "Bo", "Cleo", "Dan", "Eve", "Finn", "Gus", "Hal", "Ida", "Jan"};
        String[] last = {
            "Ort", "Pohl", "Quist", "Rau", "Sand", "Thal", "Ulm", "Veit", "Wolf", "Abel", "Berg",
            "Cohn", "Dorn"
        };
        LocalDate day = LocalDate.of(2026, 3, 1);
        IntFunction<String> member = n -> first[n % 10] + " " + last[n / 10];
        String left =
                UnknownRun.file(
                        "customer,date,amount",
                        n -> "%s,%s,9.99".formatted(member.apply(n), day.plusDays(n % 26)),
                        130);
        String right =
                UnknownRun.file(
                        "date,text,amount",
                        n ->
                                "%s,DIRECT DEBIT %s %s SUBSCRIPTION,9.99"
                                        .formatted(
                                                day.plusDays(n % 26 + 1L),
                                                last[n / 10].toUpperCase(Locale.ROOT),
                                                first[n % 10].toUpperCase(Locale.ROOT)),
                        128);
        UnknownRun run = UnknownRun.of(left, right);
        assertThat(run.matched()).hasSize(128).contains("1 = 1", "128 = 128");
        assertThat(run.breaks())
                .hasSize(2)
                .allSatisfy(found -> assertThat(found).startsWith("missing-on-right"));
    }

    @Test
    void whatSeveralColumnsSayTogetherStandsInOneText() {
        List<Other> others = new ArrayList<>();
        for (String brand : BRANDS) {
            for (String name : NAMES) {
                for (String size : SIZES) {
                    int cents = 79 + random.nextInt(400);
                    lefts.add(
                            String.join(",", "S" + 7 * lefts.size(), brand, name, size)
                                    + money(cents));
                    String written = random.nextBoolean() ? size : size.replace(" ", "");
                    int other = random.nextInt(5) > 0 ? cents : cents + random.nextInt(30);
                    others.add(
                            new Other(
                                    lefts.size(),
                                    brand.toUpperCase(Locale.ROOT)
                                            + " "
                                            + name
                                            + " "
                                            + written
                                            + money(other)));
                }
            }
        }
        shuffle(others);

        UnknownRun run = run("sku,brand,name,size,price", "article,description,price");

        assertThat(run.proposal().rules().left().fields().get("text"))
                .asString()
                .contains("brand", "name", "size");
        assertThat(run.matched()).hasSizeGreaterThan(180);
        assertThat(truth).containsAll(run.matched());
        assertThat(run("article,description,price", "sku,brand,name,size,price").matched())
                .hasSameSizeAs(run.matched());
    }

    @Test
    void theLastEntryOfAShareAndDayBelongsToTheLastOneOfTheOtherSide() {
        DateTimeFormatter german = DateTimeFormatter.ofPattern("dd.MM.yyyy");
        List<Other> others = new ArrayList<>();
        int altered = 0;
        for (int n = 0; n < 400; n++) {
            String isin = "DE000" + (1_000_000 + random.nextInt(40) * 7_919);
            LocalDate day = LocalDate.of(2026, 1, 5).plusDays(random.nextInt(60));
            int quantity = 10 * (1 + random.nextInt(400));
            int cents = 500 + random.nextInt(30_000);
            lefts.add(
                    String.join(",", "T" + n, isin, day.toString(), "" + quantity)
                            + money(quantity * cents));
            boolean isAltered = random.nextInt(8) == 0;
            altered += isAltered ? 1 : 0;
            int other = isAltered ? quantity + 10 : quantity;
            others.add(
                    new Other(
                            lefts.size(),
                            String.join(",", isin, day.format(german), "" + other)
                                    + money(other * cents)));
        }
        shuffle(others);

        UnknownRun run =
                run("our id,isin,trade date,quantity,gross", "confirm,ISIN,date,nominal,total");

        assertThat(altered).isGreaterThan(40);
        assertThat(run.matched()).hasSizeGreaterThan(390);
        assertThat(truth).containsAll(run.matched());
    }

    private void shuffle(List<Other> others) {
        Collections.shuffle(others, random);
        for (Other other : others) {
            rights.add("C" + (100_000 + random.nextInt(900_000)) + "," + other.text);
            truth.add(other.line + " = " + rights.size());
        }
    }

    private UnknownRun run(String left, String right) {
        boolean mirrored = left.startsWith("article");
        return UnknownRun.of(
                text(left, mirrored ? rights : lefts), text(right, mirrored ? lefts : rights));
    }

    /// What a visit costs is one of a few amounts: who came on which day tells.
    @Test
    void whereTheSameAmountsComeAgainAndAgainNamesAndDaysTell() {
        String[] first = {"Anna", "Ben", "Carla", "David", "Emma", "Finn", "Greta"};
        String[] last = {"Weber", "Novak", "Martin", "Silva", "Olsen", "Haas", "Rossi", "Lang"};
        int[] prices = {35, 60, 95, 120};
        IntFunction<LocalDate> day = n -> LocalDate.of(2026, 1, 5).plusDays(n * 37 % 61);
        String left =
                UnknownRun.file(
                        "claim,patient,visit,billed",
                        n ->
                                "%d,\"%s, %s\",%s,%d.00"
                                        .formatted(
                                                88_000 + n,
                                                last[n % 8],
                                                first[n % 7],
                                                day.apply(n),
                                                prices[n * n % 11 % 4]),
                        112);
        String right =
                UnknownRun.file(
                        "number,name,service date,charge",
                        n ->
                                "%dA,%s %s,%s,%d.00"
                                        .formatted(
                                                88_000 + n,
                                                first[n % 7].toUpperCase(Locale.ROOT),
                                                last[n % 8].toUpperCase(Locale.ROOT),
                                                day.apply(n)
                                                        .format(DateTimeFormatter.BASIC_ISO_DATE),
                                                prices[n * n % 11 % 4]),
                        112);
        UnknownRun run = UnknownRun.of(left, right);
        assertThat(run.matched().size()).isGreaterThan(100);
        assertThat(run.matched()).allMatch(match -> match.matches("(\\d+) = \\1"));
    }

    private static String money(int cents) {
        return String.format(Locale.ROOT, ",%d.%02d", cents / 100, cents % 100);
    }

    private static String text(String header, List<String> lines) {
        return header + "\n" + String.join("\n", lines) + "\n";
    }
}
