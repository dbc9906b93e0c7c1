package dev.recon.engine.propose;

import static dev.recon.engine.propose.UnknownRun.file;
import static dev.recon.engine.propose.UnknownRun.sameLines;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/// Amounts of several columns that only together come to one of the other side.
class TogetherTest {
    @Test
    void aQuantityAndAPriceBearAKeyOut() {
        String left =
                file("order,line,got,price", n -> "%s,%d,%s".formatted(line(n), got(n), price(n)));
        String right =
                file(
                        "purchase,item,invoiced,invoice",
                        n -> "%s,%s,INV%d".formatted(item(n), value(n, n == 6 ? 7 : 0), n * 977));
        UnknownRun run = UnknownRun.of(left, right);
        assertThat(run.matched()).containsExactlyInAnyOrderElementsOf(sameLines());
        assertThat(run.breaks())
                .singleElement()
                .asString()
                .startsWith("amount-differs The left is 7.00 less than the right");
    }

    @Test
    void tradesAreMatchedByWhatTheyComeToWithTheSignOfTheirSide() {
        String left =
                file(
                        "trade,day,side,got,price",
                        n -> "T%d,%s,%s,%d,%s".formatted(n, day(n), side(n), got(n), price(n)));
        String right =
                file(
                        "value,text,cash",
                        n ->
                                "%s,%s of shares,%s%s"
                                        .formatted(
                                                day(n).plusDays(2),
                                                side(n),
                                                n % 3 == 0 ? "-" : "",
                                                value(n, 0)));
        UnknownRun run = UnknownRun.of(left, right);
        assertThat(run.matched()).containsExactlyInAnyOrderElementsOf(sameLines());
        assertThat(run.breaks()).isEmpty();
    }

    @Test
    void centsKeepTheirUnitWhereAnotherColumnHasTheSign() {
        String left =
                file(
                        "no,type,cents",
                        n -> "R-%d,%s,%d".formatted(500 + n * 7, side(n), 1_000 + n * 1_237));
        String right =
                file(
                        "ref,amount",
                        n ->
                                "R-%d,%s%s"
                                        .formatted(
                                                500 + n * 7,
                                                n % 3 == 0 ? "-" : "",
                                                BigDecimal.valueOf(1_000 + n * 1_237L, 2)));
        UnknownRun run = UnknownRun.of(left, right);
        assertThat(run.matched()).containsExactlyInAnyOrderElementsOf(sameLines());
        assertThat(run.breaks()).isEmpty();
    }

    @Test
    void pointsAreThoseEarnedLessThoseSpent() {
        String left =
                file(
                        "card,day,points",
                        n -> "%d,%s,%d".formatted(70_100 + n * 31, day(n), points(n)));
        String right =
                file(
                        "member,day,earned,burned",
                        n ->
                                "%d,%s,%s,%s"
                                        .formatted(
                                                70_100 + n * 31,
                                                day(n),
                                                points(n) > 0 ? points(n) : "",
                                                points(n) > 0 ? "" : n == 4 ? 3 : -points(n)));
        UnknownRun run = UnknownRun.of(left, right);
        assertThat(run.matched()).containsExactlyInAnyOrderElementsOf(sameLines());
        assertThat(run.breaks()).singleElement().asString().startsWith("amount-differs");
    }

    private static int points(int n) {
        return (n % 2 == 0 ? -1 : 1) * (100 + n * n * 7 % 400);
    }

    private static String line(int n) {
        return "%d,%d".formatted(45_000 + n / 2 * 17, 10 * (1 + n % 2));
    }

    private static String item(int n) {
        return "%d,%05d".formatted(45_000 + n / 2 * 17, 10 * (1 + n % 2));
    }

    private static LocalDate day(int n) {
        return LocalDate.of(2026, 3, 2).plusDays(n * 5 % 28);
    }

    private static String side(int n) {
        return n % 3 == 0 ? "BUY" : "SELL";
    }

    private static int got(int n) {
        return 3 + n * n * 29 % 410;
    }

    private static BigDecimal price(int n) {
        return BigDecimal.valueOf(1_234 + n * 7_919L % 30_000, 2);
    }

    private static BigDecimal value(int n, int more) {
        return price(n).multiply(BigDecimal.valueOf(got(n))).add(BigDecimal.valueOf(more));
    }
}
