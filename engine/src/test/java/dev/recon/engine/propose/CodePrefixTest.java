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

    /// Both begin alike, each in its way; neither beginning alone makes them the same.
    @Test
    void theRestOfANumberMayBeginAlikeToo() {
        String left = file("claim,paid", n -> "CLM/2025/" + (54_100 + n * 3) + ",250.00");
        String right = file("ref,state", n -> "2025-" + (54_100 + n * 3) + ",open");
        assertThat(UnknownRun.of(left, right).matched())
                .containsExactlyInAnyOrderElementsOf(sameLines());
        assertThat(UnknownRun.of(right, left).matched())
                .containsExactlyInAnyOrderElementsOf(sameLines());
    }

    /// One system signs people in by their name, the other by their address.
    @Test
    void oneSideMayLackTheDomainOfAnAddress() {
        String left = file("user,role", n -> "user" + (100 + n * 13) + ",R" + n % 3);
        String right =
                file(
                        "login,role",
                        n -> "USER" + (100 + n * 13) + "@CORP.EXAMPLE,R" + (n == 6 ? 1 : n % 3));
        UnknownRun run = UnknownRun.of(left, right);
        assertThat(run.matched()).containsExactlyInAnyOrderElementsOf(sameLines());
        assertThat(run.breaks()).singleElement().asString().startsWith("field-differs role is R0");
    }

    /// Tickets of several airlines, whose numbers the other side has in a column of its own.
    @Test
    void whatStandsBeforeAMarkMayBeDifferentEachTime() {
        String[] airlines = {"220", "074", "057"};
        String[] fares = {"199.00", "299.00", "350.00"};
        String left =
                file(
                        "ticket,fare",
                        n -> airlines[n % 3] + "-" + (7_010_000 + n * 31) + "," + fares[n % 3]);
        String right =
                file(
                        "doc,air,total",
                        n ->
                                (7_010_000 + n * 31)
                                        + ","
                                        + airlines[n % 3]
                                        + ","
                                        + (n == 7 ? "9.99" : fares[n % 3]));
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
                .startsWith("field-differs on_hand is 52 on the left, 1 on the right");
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
