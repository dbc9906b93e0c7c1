package dev.recon.engine.propose;

import static dev.recon.engine.propose.UnknownRun.file;
import static dev.recon.engine.propose.UnknownRun.sameLines;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Numbers before which one side or both write letters, always or at times.
class CodePrefixTest {
    private static String amount(int n) {
        return (n * 37 % 41 + 100) + "." + (10 + n % 7);
    }

    @Test
    void numbersMayHaveTheirPrefixAtTimes() {
        String left =
                file(
                        "invoice,total",
                        n -> (n % 3 == 0 ? "" : "INV") + (300 + n * 3) + "," + amount(n));
        String right =
                file(
                        "ref,paid",
                        n ->
                                (n % 2 == 0 ? "INV" : "")
                                        + (300 + n * 3)
                                        + ","
                                        + (n == 7 ? "9.99" : amount(n)));
        assertAllMatched(UnknownRun.of(left, right));
    }

    @Test
    void oneSideMayHaveThePrefixAtTimes() {
        String left = file("invoice,total", n -> (300 + n * 3) + "," + amount(n));
        String right =
                file(
                        "ref,paid",
                        n ->
                                (n % 2 == 0 ? "RE-" : "")
                                        + (300 + n * 3)
                                        + ","
                                        + (n == 7 ? "9.99" : amount(n)));
        assertAllMatched(UnknownRun.of(left, right));
    }

    @Test
    void eachSideMayHaveAPrefixOfItsOwn() {
        String left = file("order,total", n -> "#" + (1001 + n * 3) + "," + amount(n));
        String right =
                file(
                        "reference,paid",
                        n -> "WEB-" + (1001 + n * 3) + "," + (n == 7 ? "9.99" : amount(n)));
        assertAllMatched(UnknownRun.of(left, right));
    }

    @Test
    void digitsUpToAMarkMayBeAPrefix() {
        String left = file("ticket,fare", n -> "220-" + (70_100 + n * 3) + "," + amount(n));
        String right =
                file("tkt,total", n -> (70_100 + n * 3) + "," + (n == 7 ? "9.99" : amount(n)));
        assertAllMatched(UnknownRun.of(left, right));
    }

    /// Items in several places: neither tells entries apart, and both are written otherwise.
    @Test
    void bothPartsOfAKeyMayHaveAPrefix() {
        String[] places = {"A", "B", "C"};
        String left =
                file(
                        "item,warehouse,on_hand",
                        n -> "SKU-%05d,WH-%s,%d".formatted(n / 3, places[n % 3], n * 7 + 3));
        String right =
                file(
                        "article,location,counted",
                        n -> "%05d,%s,%d".formatted(n / 3, places[n % 3], n == 7 ? 1 : n * 7 + 3));
        UnknownRun run = UnknownRun.of(left, right);
        assertThat(run.matched()).containsExactlyInAnyOrderElementsOf(sameLines());
        assertThat(run.breaks())
                .singleElement()
                .asString()
                .startsWith("field-differs on_hand is not the same");
    }

    @Test
    void hexadecimalNumbersMayBeMarkedAsSuch() {
        String left =
                file(
                        "transaction,value",
                        n ->
                                (n % 3 == 0 ? "" : "0x")
                                        + String.format("%032x", 1L << n | n * 7_777_777L)
                                        + ","
                                        + amount(n));
        String right =
                file(
                        "hash,amount",
                        n ->
                                String.format("%032x", 1L << n | n * 7_777_777L)
                                        + ","
                                        + (n == 7 ? "9.99" : amount(n)));
        assertAllMatched(UnknownRun.of(left, right));
    }

    private static void assertAllMatched(UnknownRun run) {
        assertThat(run.matched()).containsExactlyInAnyOrderElementsOf(sameLines());
        assertThat(run.breaks()).singleElement().asString().startsWith("amount-differs");
    }
}
