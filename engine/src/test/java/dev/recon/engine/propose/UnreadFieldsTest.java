package dev.recon.engine.propose;

import static dev.recon.engine.propose.UnknownRun.file;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What no pass needs is compared all the same, however each side writes it.
class UnreadFieldsTest {
    private static final int ROWS = 240;
    private static final int CHANGED = 57;

    private static List<String> told(String left, String right) {
        return UnknownRun.of(left, right).breaks().stream()
                .map(told -> told.replaceAll(" \\(matched by.*", ""))
                .toList();
    }

    private static String money(int n) {
        return "%d.%02d".formatted(100 + n * 7, n % 100);
    }

    private static String day(int n) {
        return "2026-03-%02d".formatted(1 + n / 80);
    }

    private static int other(int n) {
        return n == CHANGED ? n + 1 : n;
    }

    /// Amounts and days tie the entries, and the other column is written in two ways.
    private static List<String> byAmount(IntFunction<String> ours, IntFunction<String> theirs) {
        String left =
                file("day,unit,sum", n -> day(n) + "," + ours.apply(n) + "," + money(n), ROWS);
        String right =
                file(
                        "place,total,booked",
                        n -> theirs.apply(other(n)) + "," + money(n) + "," + day(n),
                        ROWS);
        return told(left, right);
    }

    @Test
    void anAccountOfSixDigitsStandsForOneOfFour() {
        int[] accounts = {4700, 4300, 4201, 4405, 4810};
        assertThat(byAmount(n -> accounts[n % 5] + "00", n -> "" + accounts[n % 5]))
                .containsExactly("field-differs unit is 420100 on the left, 4405 on the right");
    }

    @Test
    void aNumberIsTheSameWithAnotherDecimalMark() {
        assertThat(
                        byAmount(
                                n -> (20 + n * 7 % 41) + "." + (10 + n % 80),
                                n -> "\"" + (20 + n * 7 % 41) + "," + (10 + n % 80) + "\""))
                .containsExactly("field-differs unit is 50.67 on the left, 57,68 on the right");
    }

    /// A text comes again and again, and only with the amount it ties entries.
    @ParameterizedTest
    @ValueSource(strings = {"DE12-", "KST "})
    void pairsOfARepeatedTextAndItsAmountAreEvidence(String front) {
        String[] texts = {"Supplier", "Transfer", "Tax", "Salary", "Rent"};
        String left =
                file(
                        "account,day,text,sum",
                        n ->
                                front
                                        + (101 + n * 7 % 5)
                                        + ","
                                        + day(n)
                                        + ","
                                        + texts[n % 5]
                                        + ","
                                        + money(n),
                        ROWS);
        String right =
                file(
                        "konto,booked,words,total",
                        n ->
                                101
                                        + other(n) * 7 % 5
                                        + ","
                                        + day(n)
                                        + ","
                                        + texts[n % 5]
                                        + ","
                                        + money(n),
                        ROWS);
        assertThat(told(left, right))
                .hasSize(1)
                .first()
                .asString()
                .contains("account is " + front + "105");
    }

    /// A code that nearly all entries have is compared where the others agree, too.
    @Test
    void aLopsidedCodeIsComparedWhereTheOthersAgree() {
        IntFunction<String> code = n -> n % 10 == 4 ? "404" : "200";
        IntFunction<String> key = n -> "%08x-k".formatted(n * 0x1F3D5B79);
        String left =
                file(
                        "id,status,host",
                        n -> key.apply(n) + "," + code.apply(n) + ",a" + n % 7,
                        ROWS);
        String right =
                file(
                        "trace,code,kind",
                        n ->
                                key.apply(n)
                                        + ","
                                        + (n == CHANGED ? "500" : code.apply(n))
                                        + ",x"
                                        + n % 5,
                        ROWS);
        assertThat(told(left, right))
                .containsExactly("field-differs status is 200 on the left, 500 on the right");
    }

    /// Two columns that nearly always say one thing each agree by chance.
    @ParameterizedTest
    @ValueSource(ints = {3, 5, 9})
    void twoLopsidedCodesThatDifferInTheOthersAreNotCompared(int shift) {
        String left =
                file(
                        "id,done,host",
                        n ->
                                "q%07x-k,%s,a%d"
                                        .formatted(
                                                n * 0x1F3D5B & 0xFFFFFFF,
                                                n % 20 == 4 ? 0 : 1,
                                                n % 7),
                        ROWS);
        String right =
                file(
                        "trace,paid,kind",
                        n ->
                                "q%07x-k,%s,x%d"
                                        .formatted(
                                                n * 0x1F3D5B & 0xFFFFFFF,
                                                n % 20 == 4 + shift ? 0 : 1,
                                                n % 5),
                        ROWS);
        assertThat(told(left, right)).isEmpty();
    }
}
