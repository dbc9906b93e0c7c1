package dev.recon.engine.propose;

import static dev.recon.engine.propose.UnknownRun.file;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What two systems say otherwise of the same things is told, in whatever way each writes it.
class UnknownDifferencesTest {
    private static String price(int n) {
        return n * 37 % 41 + 100 + "." + (10 + n % 7);
    }

    /// The breaks of two files, without the pass that made their matches.
    private static Stream<String> told(String left, String right) {
        return UnknownRun.of(left, right).breaks().stream()
                .map(told -> told.replaceAll(" \\(matched by.*", ""));
    }

    /// One of six is so much that it was none before.
    @Test
    void aCodeIsOtherwiseInOneOfSix() {
        String codes = "ABC";
        String left =
                file(
                        "sku,price,cat",
                        n -> "SK-" + (300 + n * 3) + "," + price(n) + "," + codes.charAt(n % 3));
        String right =
                file(
                        "sku,price,cat",
                        n ->
                                "SK-"
                                        + (300 + n * 3)
                                        + ","
                                        + price(n)
                                        + ","
                                        + codes.charAt((n % 6 == 1 ? n + 1 : n) % 3));
        assertThat(told(left, right))
                .hasSize(7)
                .allMatch(
                        told -> told.equals("field-differs cat is B on the left, C on the right"));
    }

    /// A longer title is another one: nothing was cut where most titles of that length are whole.
    @Test
    void titlesThatGoOnAreNotCut() {
        String left = file("sku,title", n -> "SK-" + (300 + n * 3) + ",Product " + (1_000 + n * 7));
        String right =
                file(
                        "sku,title",
                        n ->
                                "SK-"
                                        + (300 + n * 3)
                                        + ",Product "
                                        + (1_000 + n * 7)
                                        + (n % 5 < 2 ? " XL edition" : ""));
        assertThat(told(left, right))
                .hasSize(16)
                .contains(
                        "field-differs title is Product 1000 on the left, Product 1000 XL edition"
                                + " on the right");
    }

    /// Booked a day before it is valued, but for two that took a month and more.
    @Test
    void aDateThatIsFarFromTheUsualOneIsADifference() {
        LocalDate first = LocalDate.of(2026, 3, 2);
        String left =
                file(
                        "ref,booked,amount",
                        n -> "R-" + (700 + n * 3) + "," + first.plusDays(n) + "," + price(n));
        String right =
                file(
                        "ref,valued,amount",
                        n ->
                                "R-"
                                        + (700 + n * 3)
                                        + ","
                                        + first.plusDays(n + (n == 5 ? 40 : n == 21 ? 33 : 1))
                                        + ","
                                        + price(n));
        assertThat(told(left, right))
                .hasSize(2)
                .anyMatch(told -> told.startsWith("date-differs The right date is 40 days after"))
                .anyMatch(told -> told.startsWith("date-differs The right date is 33 days after"));
    }

    /// Depreciation with the other sign, tax in cents, a rate that one side rounds.
    @Test
    void numbersBesideTheAmountAreComparedHoweverTheyAreCounted() {
        String left =
                file(
                        "asset,cost,depreciation,tax,rate",
                        n ->
                                "U-%d,%s,%d.40,%d,%d.%d731"
                                        .formatted(
                                                300 + n * 3,
                                                price(n),
                                                n * 13 + 7,
                                                n * 117 + 5,
                                                n % 9,
                                                n % 8 + 1));
        String right =
                file(
                        "asset,cost,depreciation,vat,rate",
                        n ->
                                "U-%d,%s,%s,%s,%d.%d7"
                                        .formatted(
                                                300 + n * 3,
                                                price(n),
                                                n == 5 ? "-73.40" : "-" + (n * 13 + 7) + ".40",
                                                BigDecimal.valueOf(n == 6 ? 708 : n * 117 + 5, 2),
                                                n % 9,
                                                n == 7 ? 9 : n % 8 + 1));
        assertThat(told(left, right))
                .containsExactlyInAnyOrder(
                        "field-differs depreciation is 72.40 on the left, -73.40 on the right",
                        "field-differs tax is 707 on the left, 7.08 on the right",
                        "field-differs rate is 7.8731 on the left, 7.97 on the right");
        assertThat(told(right, left)).hasSize(3);
    }

    /// Both tables know nearly everything, so what one lacks was lost. The remark is written in one
    /// of them only now and then.
    @Test
    void whatOneTableLacksIsADifference() {
        String left = departments(4, 1);
        String right = departments(9, 2);
        assertThat(told(left, right))
                .containsExactlyInAnyOrder(
                        "field-differs dept is empty on the left, D1 on the right",
                        "field-differs dept is D0 on the left, empty on the right");
    }

    /// @param lacking the row whose department is not known
    /// @param remarked every so manieth row has a remark
    private static String departments(int lacking, int remarked) {
        return file(
                "id,amount,dept,remark",
                n ->
                        "P-%d,%s,%s,%s"
                                .formatted(
                                        100 + n * 3,
                                        price(n),
                                        n == lacking ? "" : "D" + n % 3,
                                        n % remarked == 0 ? "note " + n % 5 : ""));
    }
}
