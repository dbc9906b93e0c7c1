package dev.recon.engine.propose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recon.engine.money.Currency;
import dev.recon.engine.read.DatePattern;
import dev.recon.engine.read.FieldSource;
import dev.recon.engine.read.InputProblem;
import dev.recon.engine.read.NormalForm;
import dev.recon.engine.rules.Pass;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Pairs of files that mislead whoever goes by names or by the first column that fits.
class ProposerFilesTest {
    private static final String[] CITIES = {"Rome", "Oslo", "Bern", "Riga", "Kiel"};

    @Test
    void filesWithNothingInCommonAreAProblemThatListsTheirColumns() {
        String left = file("id,city,amount", 40, n -> n + ",Rome," + n + ".17");
        String right = file("nr;animal;price", 40, n -> n * 3 + ";cat;" + n * 1000 + ".99");
        assertThatThrownBy(() -> UnknownRun.propose(left, right))
                .isInstanceOf(InputProblem.class)
                .hasMessageContaining("left: id, city, amount; right: nr, animal, price");
        assertThatThrownBy(() -> UnknownRun.propose("word\nred\nblue\n", "color\nrot\nblau\n"))
                .isInstanceOf(InputProblem.class)
                .hasMessageContaining("left: word; right: color");
    }

    /// Each column may be a key and tells of each key: left to itself, that takes hours.
    @Test
    @Timeout(60)
    void filesOfHundredsOfColumnsAreUnderstoodInReasonableTime() {
        String columns =
                IntStream.range(0, 200)
                        .mapToObj(n -> ",column_" + n)
                        .collect(Collectors.joining("", "id,amount", ""));
        Random random = new Random(7);
        List<String> cells =
                IntStream.range(0, 80)
                        .mapToObj(_ -> numbers(random, 200))
                        .collect(Collectors.toList());
        String left = file(columns, 80, n -> code(n) + "," + cents(n, 100) + cells.get(n));
        String right = shuffled(columns, 80, n -> code(n) + "," + cents(n, 100) + cells.get(n));
        Proposal same = UnknownRun.propose(left, right);
        assertThat(same.rules().left().fields().get("reference"))
                .isEqualTo(new FieldSource.Text("id", NormalForm.CODE));
        assertThat(same.rules().left().fields()).hasSizeGreaterThan(50);
        Collections.shuffle(cells, random);
        String other = file(columns, 80, n -> "X" + n + "," + n + ".99" + cells.get(n));
        assertThat(UnknownRun.propose(left, other).rules().passes()).isNotEmpty();
    }

    private static String numbers(Random random, int count) {
        return random.ints(count, 0, 1_000)
                .mapToObj(number -> "," + number)
                .collect(Collectors.joining());
    }

    @Test
    void ofSeveralAmountsTheOneThatTheOtherSideHasIsTaken() {
        String left =
                file(
                        "invoice,net amount,tax amount,gross amount",
                        50,
                        n -> String.join(",", code(n), cents(n, 100), cents(n, 19), cents(n, 119)));
        String right =
                shuffled(
                        "X1;X2;X3",
                        50,
                        n -> code(n) + ";" + cents(50 * n + 7, 311) + ";" + cents(n, 119));
        Proposal found = UnknownRun.propose(left, right);
        assertThat(found.rules().left().fields().get("amount"))
                .isEqualTo(new FieldSource.Amount("gross amount", '.', false));
        assertThat(found.rules().right().fields().get("amount"))
                .isEqualTo(new FieldSource.Amount("X3", '.', false));
    }

    @Test
    void tablesWithoutAmountsAreComparedFieldByField() {
        String left = file("id,email,city", 40, n -> n + ",p" + n * 7 + "@x.org," + CITIES[n % 5]);
        String right =
                shuffled(
                        "id,town,mail",
                        40,
                        n -> n * 5 % 41 + "," + CITIES[n % 5] + ",P" + n * 7 + "@X.ORG");
        Proposal found = UnknownRun.propose(left, right);
        assertThat(found.rules().passes())
                .hasSize(1)
                .first()
                .isInstanceOfSatisfying(
                        Pass.Exact.class,
                        pass -> assertThat(pass.key()).containsExactly("reference"));
        assertThat(found.rules().left().fields().get("reference"))
                .isEqualTo(new FieldSource.Text("email", NormalForm.CODE));
        assertThat(found.rules().right().fields().get("reference"))
                .isEqualTo(new FieldSource.Text("mail", NormalForm.CODE));
        assertThat(found.rules().right().fields().get("city"))
                .isEqualTo(new FieldSource.Text("town", NormalForm.EXACT));
        assertThat(found.rules().compare())
                .extracting(comparison -> comparison.field())
                .contains("city");
    }

    /// Ten lines of one month, each of another day: numbers that count on, but for their name.
    @Test
    void sixFiguresThatAreCalledADateAreOne() {
        String left = file("doc,date,amount", 10, n -> code(n) + ",26012" + n + "," + cents(n, 7));
        String right =
                shuffled(
                        "ref;Datum;Betrag",
                        10,
                        n -> code(n) + ";2026-01-2" + n + ";" + cents(n, 7));
        assertThat(dates(UnknownRun.propose(left, right))).containsExactly("yyMMdd", "yyyy-MM-dd");
        Proposal mirrored = UnknownRun.propose(right, left);
        assertThat(dates(mirrored)).containsExactly("yyyy-MM-dd", "yyMMdd");
    }

    @Test
    void sixFiguresOfAnyNameAreDatesWherePairedEntriesShowIt() {
        String left =
                file(
                        "doc,X1,amount",
                        28,
                        n -> code(n) + ",2602" + (n < 9 ? "0" : "") + (n + 1) + "," + cents(n, 7));
        String right =
                shuffled(
                        "ref;X2;Betrag",
                        28,
                        n ->
                                code(n)
                                        + ";2026-02-"
                                        + (n < 9 ? "0" : "")
                                        + (n + 1)
                                        + ";"
                                        + cents(n, 7));
        assertThat(dates(UnknownRun.propose(left, right))).containsExactly("yyMMdd", "yyyy-MM-dd");
    }

    private static List<String> dates(Proposal found) {
        return java.util.stream.Stream.of(found.rules().left(), found.rules().right())
                .map(side -> (FieldSource.Date) side.fields().get("date"))
                .map(date -> date.pattern().toString())
                .toList();
    }

    @Test
    void theSideWithTheTextMayBeTheLeftOne() {
        String left =
                file("date,amount,memo", 40, n -> date(n) + "," + cents(n, 7) + ",paid " + code(n));
        String right =
                shuffled("day,total,doc", 40, n -> date(n) + "," + cents(n, 7) + "," + code(n));
        Proposal found = UnknownRun.propose(left, right);
        assertThat(found.rules().left().fields().get("text"))
                .isEqualTo(new FieldSource.Text("memo", NormalForm.WORDS));
        assertThat(found.rules().right().fields().get("reference"))
                .isEqualTo(new FieldSource.Text("doc", NormalForm.CODE));
        assertThat(found.rules().passes().getFirst().name()).isEqualTo("reference-in-text");
    }

    @Test
    void anAnswerAboutOneSideTurnsTheOtherSideToo() {
        IntFunction<String> row =
                n ->
                        String.format(
                                "%s,%02d/%02d/2026,%s",
                                code(n), 1 + n % 9, 1 + n % 11, cents(n, 3));
        String left = file("ref,date,amount", 40, row);
        String right = shuffled("doc,day,total", 40, row);
        Proposal asked = UnknownRun.propose(left, right);
        assertThat(asked.questions())
                .extracting(Question::id)
                .containsExactlyInAnyOrder("left.date.date", "right.day.date");
        Proposal answered = UnknownRun.propose(left, right, Map.of("left.date.date", "MM/dd/yyyy"));
        assertThat(answered.rules().right().fields().get("date"))
                .isEqualTo(new FieldSource.Date("day", DatePattern.of("MM/dd/yyyy")));
    }

    @Test
    void theDatesThatLieNearestAreTaken() {
        String left =
                file(
                        "ref,booked on,value date,amount",
                        40,
                        n -> String.join(",", code(n), date(n), date(n + 9), cents(n, 3)));
        String right =
                shuffled(
                        "doc,day,total", 40, n -> code(n) + "," + date(n + 10) + "," + cents(n, 3));
        assertThat(UnknownRun.propose(left, right).rules().left().fields().get("date"))
                .isEqualTo(new FieldSource.Date("value date", DatePattern.of("yyyy-MM-dd")));
    }

    @Test
    void aMarkThatMayMeanTwoThingsIsAskedFor() {
        String left = file("ref,amount", 40, n -> code(n) + "," + (n + 1) + ".50");
        String right = file("ref;amount", 40, n -> code(n) + ";" + (n + 1) + ".500");
        Proposal asked = UnknownRun.propose(left, right);
        assertThat(asked.questions()).extracting(Question::id).contains("right.amount.decimal");
        assertThat(asked.rules().right().fields().get("amount"))
                .isEqualTo(new FieldSource.Amount("amount", '.', false));
        Proposal answered = UnknownRun.propose(left, right, Map.of("right.amount.decimal", ","));
        assertThat(answered.rules().right().fields().get("amount"))
                .isEqualTo(new FieldSource.Amount("amount", ',', false));
    }

    @Test
    void amountsWithMoreDecimalsThanMoneyHasAreCountedExactly() {
        IntFunction<String> row = n -> code(n) + "," + (n - 20) + ".1234567" + n % 9 + "1";
        Proposal found =
                UnknownRun.propose(file("ref,amount", 40, row), shuffled("ref,amount", 40, row));
        assertThat(found.rules().decimals()).isEqualTo(9);
        assertThat(found.fields())
                .filteredOn(field -> field.field().equals("amount"))
                .allSatisfy(field -> assertThat(field.agreement()).hasValue(1));
    }

    @Test
    void aFewEntriesAreEnough() {
        String left = "reference,amount\nINV-1,10.00\nINV-2,-20.00\nINV-3,30.00\n";
        String right = "amount,ref\n20.00,inv2\n-10.00,inv1\n-30.00,inv3\n";
        Proposal found = UnknownRun.propose(left, right);
        assertThat(found.rules().right().fields().get("amount"))
                .isEqualTo(new FieldSource.Amount("amount", '.', true));
        assertThat(found.rules().passes().getFirst().key()).contains("reference", "amount");
    }

    @Test
    void aSideWithoutCurrencyHasTheOnlyOneOfTheOther() {
        String left = file("ref,amount,currency", 40, n -> code(n) + "," + cents(n, 3) + ",CHF");
        String right = file("ref,amount", 40, n -> code(n) + "," + cents(n, 3));
        assertThat(UnknownRun.propose(right, left).rules().left().fields().get("currency"))
                .isEqualTo(new FieldSource.CurrencyConstant(Currency.of("CHF")));
        assertThat(UnknownRun.propose(left, right).rules().right().fields().get("currency"))
                .isEqualTo(new FieldSource.CurrencyConstant(Currency.of("CHF")));
    }

    private static String file(String header, int rows, IntFunction<String> row) {
        return IntStream.range(0, rows)
                .mapToObj(row)
                .collect(Collectors.joining("\n", header + "\n", "\n"));
    }

    private static String shuffled(String header, int rows, IntFunction<String> row) {
        List<Integer> order =
                IntStream.range(0, rows)
                        .boxed()
                        .collect(Collectors.toCollection(java.util.ArrayList::new));
        Collections.shuffle(order, new Random(rows));
        return file(header, rows, n -> row.apply(order.get(n)));
    }

    private static String code(int n) {
        return String.format("R-%05d", n * 7_919 % 100_000);
    }

    private static String date(int n) {
        return java.time.LocalDate.EPOCH.plusDays(20_000 + n * 3L).toString();
    }

    /// An amount that no other row has.
    private static String cents(int n, int factor) {
        long cents = (n + 1) * 137L * factor;
        return String.format("%d.%02d", cents / 100, cents % 100);
    }
}
