package dev.recon.engine.propose;

import static dev.recon.engine.propose.UnknownRun.ROWS;
import static dev.recon.engine.propose.UnknownRun.file;
import static dev.recon.engine.propose.UnknownRun.sameLines;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recon.engine.read.DatePattern;
import dev.recon.engine.read.FieldSource;
import dev.recon.engine.read.InputProblem;
import dev.recon.engine.read.NormalForm;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Amounts, counts and dates of two systems that write them, or add them up, in their own ways.
class UnknownAmountsTest {
    @Test
    void countsThatAddUpByAKeyAreMatchedAsGroups() {
        String left = file("sku,bin,qty", n -> sku(n / 2) + ",B-" + n % 7 + "," + (n * n + 3));
        String right =
                IntStream.range(0, ROWS / 2)
                        .mapToObj(n -> {
                            int sum = 4 * n * n + 3 + (2 * n + 1) * (2 * n + 1) + 3;
                            return sku(n) + ",PC," + (n == 4 ? sum - 2 : sum) + ",Bolt " + n;
                        })
                        .collect(Collectors.joining("\n", "material,unit,on hand,title\n", "\n"));
        UnknownRun run = UnknownRun.of(left, right);
        assertThat(run.matched())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, ROWS / 2)
                                .filter(n -> n != 4)
                                .mapToObj(n -> (2 * n + 1) + " " + (2 * n + 2) + " = " + (n + 1))
                                .toList());
        assertThat(run.suggested()).containsExactly("9 10 = 5");
        assertThat(run.breaks())
                .singleElement()
                .asString()
                .startsWith("amount-differs The left is ")
                .contains("2")
                .contains("more than the right");
    }

    @Test
    void amountsThatTheOtherSideRoundsAreRounded() {
        String left =
                file(
                        "no,name,limit amount",
                        n ->
                                String.format(
                                        "K%d,Name %d,%d.%04d",
                                        500 + n, n, n * 31, n * 211 % 10_000));
        String right =
                file(
                        "id,title,amount",
                        n ->
                                String.format(
                                        "K%d,NAME %d,%s",
                                        500 + n,
                                        n,
                                        new BigDecimal(
                                                        String.format(
                                                                "%d.%04d",
                                                                n * 31 + (n == 8 ? 5 : 0),
                                                                n * 211 % 10_000))
                                                .setScale(2, RoundingMode.HALF_UP)));
        UnknownRun run = UnknownRun.of(left, right);
        assertThat(run.proposal().rules().decimals()).isEqualTo(2);
        assertThat(run.matched()).containsExactlyInAnyOrderElementsOf(sameLines());
        assertThat(run.breaks())
                .containsExactly(
                        "amount-differs The left is 5.00 less than the right"
                                + " (matched by pass reference-other-amount)");
    }

    @Test
    void centsAreTheAmountsOfASideThatWritesDecimals() {
        String left = file("order,charged", n -> "O-" + (900 + n) + "," + (n * 997 + 105));
        String right =
                file(
                        "ref,amount",
                        n -> "O-" + (900 + n) + "," + BigDecimal.valueOf(n * 997 + 105, 2));
        UnknownRun run = UnknownRun.of(left, right);
        assertThat(run.proposal().rules().passes().getFirst().key())
                .containsExactly("reference", "amount");
        assertThat(run.matched()).containsExactlyInAnyOrderElementsOf(sameLines());
        assertThat(run.breaks()).isEmpty();
    }

    @Test
    void aDayApartIsADifferenceWhereAllOthersAreTheSameDay() {
        IntFunction<String> day = n -> LocalDate.EPOCH.plusDays(20_000 + n * 3L).toString();
        String left =
                file("no,since,fee", n -> "K" + n * 17 + "," + day.apply(n) + "," + n + ".50", 60);
        String right =
                file(
                        "id,start,fee",
                        n -> "K" + n * 17 + "," + day.apply(n == 9 ? 10 : n) + "," + n + ".50",
                        60);
        assertThat(UnknownRun.of(left, right).breaks())
                .singleElement()
                .asString()
                .startsWith(
                        "date-differs The right date is 3 days after the left one, allowed are 0");
    }

    @Test
    void groupsOfAsManyEntriesOnBothSidesAreNoSums() {
        String[] parties = {"Ada", "Ben", "Cid", "Dan"};
        String left =
                file(
                        "invoice,day,amount,party",
                        n ->
                                "INV-"
                                        + (700 + n)
                                        + ",2026-03-0"
                                        + (1 + n % 9)
                                        + ","
                                        + n * n
                                        + ".10,"
                                        + parties[n % 4]);
        String right =
                file(
                        "day,total,purpose,name",
                        n ->
                                "2026-03-0"
                                        + (1 + n % 9)
                                        + ","
                                        + n * n
                                        + ".10,pays INV-"
                                        + (700 + n)
                                        + ","
                                        + parties[n % 4]);
        assertThat(UnknownRun.of(left, right).proposal().rules().passes().getFirst().name())
                .isEqualTo("reference-in-text");
    }

    @Test
    void daysThatAreCountedAreDatesWherePairedEntriesShowIt() {
        String left =
                file(
                        "no,created,sum",
                        n ->
                                "K"
                                        + n * 17
                                        + ","
                                        + (1_760_000_000L + n * 300_000L)
                                        + ","
                                        + n
                                        + ".50");
        String right =
                file(
                        "id,day,sum,lot",
                        n ->
                                String.join(
                                        ",",
                                        "K" + n * 17,
                                        LocalDate.ofEpochDay(
                                                        (1_760_000_000L + n * 300_000L) / 86_400)
                                                .toString(),
                                        n + ".50",
                                        String.valueOf(46_000 + n * 7 % ROWS)));
        UnknownRun run = UnknownRun.of(left, right);
        assertThat(run.proposal().rules().left().fields())
                .containsEntry(
                        "date", new FieldSource.Date("created", DatePattern.of("epoch-seconds")));
        assertThat(run.breaks()).isEmpty();
    }

    @Test
    void numbersThatCouldCountDaysButDoNotAreNoDates() {
        String left =
                file(
                        "no,day,sum",
                        n ->
                                "K"
                                        + n * 17
                                        + ","
                                        + LocalDate.EPOCH.plusDays(20_000 + n)
                                        + ","
                                        + n
                                        + ".50");
        String right =
                file(
                        "id,lot,sum",
                        n -> "K" + n * 17 + "," + (45_000 + n * 7_919 % 3_000) + "," + n + ".50");
        assertThat(UnknownRun.of(left, right).proposal().rules().right().fields())
                .doesNotContainKey("date");
    }

    @Test
    void otherNumbersAreComparedHoweverTheyAreWritten() {
        String left =
                file("isin,quantity,price", n -> isin(n) + "," + (n + 7) * 250 + "," + n + ".50");
        String right =
                file(
                        "security;nominal;kurs",
                        n ->
                                isin(n)
                                        + ";"
                                        + ((n + 7) * 250 + (n == 12 ? 5 : 0))
                                        + ",000;"
                                        + n
                                        + ",50");
        UnknownRun run = UnknownRun.of(left, right);
        assertThat(run.proposal().rules().right().fields())
                .containsEntry(
                        "quantity", new FieldSource.Text("nominal", NormalForm.DECIMAL_COMMA));
        assertThat(run.matched()).containsExactlyInAnyOrderElementsOf(sameLines());
        assertThat(run.breaks())
                .singleElement()
                .asString()
                .startsWith("field-differs")
                .contains("quantity");
    }

    private static String isin(int n) {
        return "DE000" + (710_000 + n * 37);
    }

    /// Exports of marketplaces say the currency once, in front of all lines.
    @Test
    void aCurrencyThatFewLinesSayIsThatOfAll() {
        String left =
                file(
                        "order,amount,currency",
                        n -> "O-" + (900 + n * 3) + "," + n + ".35," + (n == 0 ? "EUR" : ""));
        String right = file("ref,amount", n -> "O-" + (900 + n * 3) + "," + n + ".35");
        UnknownRun run = UnknownRun.of(left, right);
        assertThat(run.matched()).containsExactlyInAnyOrderElementsOf(sameLines());
        assertThat(run.breaks()).isEmpty();
    }

    @Test
    void columnsThatTellNoEntriesApartAreNamed() {
        String left = file("worker,hours,plant", n -> "W" + (100 + n % 4) + "," + n % 8 + ".50,P1");
        String right =
                file("person,total,site", n -> "W" + (100 + n % 4) + "," + (900 + n) + ".25,P2");
        assertThatThrownBy(() -> UnknownRun.of(left, right))
                .isInstanceOf(InputProblem.class)
                .hasMessageContaining("tell no entries apart (worker = person)");
    }

    @Test
    void sumsOfALargeFileAreFoundInItsSample() {
        String left =
                file(
                        "sku,bin,qty",
                        n -> sku((int) (n * 7_919L % 90_000) / 2) + ",B-" + n % 7 + "," + n % 911,
                        90_000);
        long[] sums = new long[45_000];
        for (int n = 0; n < 90_000; n++) {
            sums[(int) (n * 7_919L % 90_000) / 2] += n % 911;
        }
        String right =
                file("material,on hand,title", n -> sku(n) + "," + sums[n] + ",Bolt", 45_000);
        Proposal proposal = UnknownRun.propose(left, right);
        assertThat(proposal.rules().passes())
                .anySatisfy(pass -> assertThat(pass.name()).isEqualTo("reference-sums"));
    }

    private static String sku(int n) {
        return "A" + (100_000 + n * 37);
    }

    /// `3.712` are three thousand, as the other side shows; a person is asked all the same.
    @Test
    void theOtherSideTellsWhichMarkGroupsThousands() {
        String left = file("meter,reading", n -> (391_035 + n * 71) + "," + grouped(meter(n)));
        String right = file("id,value", n -> (391_035 + n * 71) + "," + meter(n) + ".0");
        UnknownRun run = UnknownRun.of(left, right);
        assertThat(run.matched()).containsExactlyInAnyOrderElementsOf(sameLines());
        assertThat(run.breaks()).isEmpty();
        assertThat(run.proposal().questions())
                .singleElement()
                .satisfies(asks -> assertThat(asks.chosen()).isEqualTo(","));
    }

    private static int meter(int n) {
        return 1_001 + n * n * 7_919 % 8_009;
    }

    private static String grouped(int number) {
        return number / 1_000 + "." + String.format(java.util.Locale.ROOT, "%03d", number % 1_000);
    }
}
