package dev.recon.engine.propose;

import static dev.recon.engine.propose.UnknownRun.file;
import static dev.recon.engine.propose.UnknownRun.sameLines;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recon.engine.read.InputProblem;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What ties entries together, written in one way here and in another there.
class UnknownKeysTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 2, 2);

    private static String plate(int n, String mark) {
        return "K%s%s%s%d"
                .formatted(mark, (char) ('A' + n % 26), (char) ('A' + n * 7 % 26), 1_000 + n * 211);
    }

    /// All permits cost one of three prices, so that only the plate tells them apart. Numbers that
    /// are counted up go with time; the same day, and not the next one's, is evidence.
    @Test
    void runningNumbersAreAKeyWhereTheDaysAreTheSame() {
        LocalDate first = LocalDate.of(2026, 1, 5);
        String left = file("id,made", n -> (n + 1_001) + "," + first.plusDays(n));
        String right =
                file("nr,created", n -> (n + 1_001) + "," + first.plusDays(n == 7 ? n + 9 : n));
        UnknownRun run = UnknownRun.of(left, right);
        assertThat(run.matched()).containsExactlyInAnyOrderElementsOf(sameLines());
        assertThat(run.breaks()).singleElement().asString().startsWith("date-differs");
    }

    @Test
    void aPlateWithBlanksStandsInATextWithoutThem() {
        String left =
                file(
                        "plate,from,fee",
                        n ->
                                "%s %d,%s,%d.00"
                                        .formatted(
                                                plate(n, "-").substring(0, 4),
                                                1_000 + n * 211,
                                                FIRST.plusDays(n % 20),
                                                30 + n % 3 * 15));
        String right =
                file(
                        "booked,text,amount",
                        n ->
                                "%s,Permit %s,%d.00"
                                        .formatted(
                                                FIRST.plusDays(n % 20 + 1),
                                                plate(n, ""),
                                                30 + n % 3 * 15));
        UnknownRun run = UnknownRun.of(left, right);
        assertThat(run.matched()).containsExactlyInAnyOrderElementsOf(sameLines());
        assertThat(run.breaks()).isEmpty();
    }

    /// Meals cost one of three prices; the other side pays them, and writes names in two columns.
    @Test
    void oneSideHasNothingButMinuses() {
        String left =
                file(
                        "pupil,day,price",
                        n -> "\"%s, %s\",%s,%d.90".formatted(last(n), first(n), day(n), 3 + n % 3),
                        160);
        String right =
                file(
                        "date,first,last,amount",
                        n -> "%s,%s,%s,-%d.90".formatted(day(n), first(n), last(n), 3 + n % 3),
                        160);
        UnknownRun run = UnknownRun.of(left, right);
        assertThat(run.matched()).hasSize(160);
        assertThat(run.proposal().questions())
                .singleElement()
                .satisfies(asks -> assertThat(asks.chosen()).isEqualTo("opposite"));
    }

    private static String first(int n) {
        return new String[] {"Ada", "Ben", "Cleo", "Dan", "Eva", "Finn", "Gus"}[n % 7];
    }

    private static String last(int n) {
        return new String[] {"Berg", "Conti", "Evans", "Keller", "Novak"}[n / 7 % 5];
    }

    private static LocalDate day(int n) {
        return FIRST.plusDays(n % 11);
    }

    /// A program that knows no whole numbers wrote one of the files.
    @Test
    void wholeNumbersMayHaveADecimal() {
        IntFunction<String> segment = n -> "," + "ABC".charAt(n % 3) + ",";
        String left =
                file("cust,seg,bal", n -> 81_000 + n + ".0" + segment.apply(n) + n * 7 + ".50");
        String right =
                file(
                        "cust,seg,bal",
                        n -> 81_000 + n + segment.apply(n) + (n == 6 ? 9 : n * 7) + ".50");
        UnknownRun run = UnknownRun.of(left, right);
        assertThat(run.matched()).containsExactlyInAnyOrderElementsOf(sameLines());
        assertThat(run.breaks()).singleElement().asString().startsWith("amount-differs");
    }

    /// Views differ now and then; the number of the film does not.
    @Test
    void whatDiffersIsNoBetterKeyThanWhatNeverDoes() {
        String left = file("film,views", n -> "F" + (500 + n * 3) + "," + (70_000 + n * n * 91));
        String right =
                file(
                        "film,views",
                        n ->
                                "F"
                                        + (500 + n * 3)
                                        + ","
                                        + (70_000 + n * n * 91 + (n % 20 == 4 ? 1 : 0)));
        UnknownRun run = UnknownRun.of(left, right);
        assertThat(run.matched()).containsExactlyInAnyOrderElementsOf(sameLines());
        assertThat(run.breaks())
                .hasSize(2)
                .allMatch(told -> told.startsWith("field-differs views"));
    }

    /// No other column agrees with a column of the other file as it stands.
    @ParameterizedTest
    @CsvSource({
        "'id,net,vat','id,gross',n + v",
        "'id,quantity,price','id,value',n * v",
        "'id,gross,fee','id,payout',n - v",
        "'id,title','id,titel',none",
    })
    void aColumnThatBothFilesCallAlikeIsAKey(String left, String right, String how) {
        IntFunction<String> id = n -> "L-" + (1_000 + n * 7);
        IntUnaryOperator net = n -> n * 37 + 101;
        IntUnaryOperator more = n -> n * n % 53 + 2;
        IntFunction<String> ours =
                n ->
                        how.equals("none")
                                ? "Salt " + n
                                : net.applyAsInt(n) + "," + more.applyAsInt(n);
        IntFunction<String> theirs =
                n -> {
                    int one = net.applyAsInt(n);
                    int other = more.applyAsInt(n);
                    return switch (how) {
                        case "n + v" -> one + other + (n == 7 ? 5 : 0) + ".00";
                        case "n * v" -> one * other + (n == 7 ? 5 : 0) + ".00";
                        case "n - v" -> one - other + (n == 7 ? 5 : 0) + ".00";
                        default -> "Salz Nr. " + (n * 17 % 41 + 50);
                    };
                };
        UnknownRun run =
                UnknownRun.of(
                        file(left, n -> id.apply(n) + "," + ours.apply(n)),
                        file(right, n -> id.apply(n) + "," + theirs.apply(n)));
        assertThat(run.matched()).containsExactlyInAnyOrderElementsOf(sameLines());
        assertThat(run.breaks())
                .hasSize(how.equals("none") ? 0 : 1)
                .allMatch(told -> told.startsWith("amount-differs The left is 5.00 less"));
    }

    /// Both files have pages and lines on them, and nothing to do with each other.
    @Test
    void aPageAndALineAreNumbersOfRows() {
        IntFunction<String> place = n -> (n / 10 + 1) + "," + (n % 10 + 1) + ",";
        String left = file("page,line,amount", n -> place.apply(n) + (n * 37 + 101) + ".50");
        String right = file("page,line,amount", n -> place.apply(n) + (n * 41 + 99_000) + ".25");
        assertThatThrownBy(() -> UnknownRun.of(left, right))
                .isInstanceOf(InputProblem.class)
                .hasMessageContaining("no column whose values stand on both sides");
    }

    /// Net and gross lie near each other; the net one is what the other side has.
    @Test
    void ofTwoAmountsThatLieNearTheSameOneIsTaken() {
        String left =
                file(
                        "phone,basic fee",
                        n -> "0660 %d,%d.90".formatted(4_100_000 + n * 977, 7 + n % 4));
        String right =
                file(
                        "number,Monthly,Gross",
                        n ->
                                String.format(
                                        Locale.ROOT,
                                        "0660/%d,%.2f,%.2f",
                                        4_100_000 + n * 977,
                                        7.9 + n % 4,
                                        (7.9 + n % 4) * 1.2));
        UnknownRun run = UnknownRun.of(left, right);
        assertThat(run.matched()).containsExactlyInAnyOrderElementsOf(sameLines());
        assertThat(run.breaks()).isEmpty();
    }

    /// A marketplace lists price, postage and its own commission for each order.
    @Test
    void ofTheLinesOfAnOrderThoseCountThatComeToIt() {
        String left = orders();
        String right =
                file(
                        "order-id;posted;what;amount",
                        n ->
                                """
                                %1$s;%2$s;Price;%3$d.00
                                %1$s;%2$s;Commission;-%4$d.15
                                %1$s;%2$s;Postage;1.40\
                                """
                                        .formatted(order(n), day(n), price(n), price(n) / 7));
        UnknownRun run = UnknownRun.of(left, right);
        assertThat(run.matched()).hasSize(40).allMatch(each -> each.matches("\\d+ = \\d+ \\d+"));
        assertThat(run.breaks()).hasSize(40).allMatch(each -> each.startsWith("missing-on-left"));
        assertThat(run.proposal().fields())
                .extracting(ProposedField::why)
                .contains("lines of one key, of those with what Postage or Price");

        assertThat(UnknownRun.of(right, left).matched()).hasSize(40);
    }

    /// Where no kind of line tells which, all lines of an order are shown together.
    @Test
    void linesWhoseSumsDifferAreShownTogether() {
        String left = orders();
        String right =
                file(
                        "order-id;posted;amount",
                        n ->
                                "%1$s;%2$s;%3$d.00\n%1$s;%2$s;-%4$d.15"
                                        .formatted(order(n), day(n), price(n), price(n) / 7));
        UnknownRun run = UnknownRun.of(left, right);
        assertThat(run.matched()).isEmpty();
        assertThat(run.suggested()).hasSize(40);
    }

    private static String orders() {
        return file(
                "order,day,total", n -> "%s,%s,%d.40".formatted(order(n), day(n), price(n) + 1));
    }

    private static int price(int n) {
        return 19 + n * n * 7_919 % 883;
    }

    private static String order(int n) {
        return "302-%07d-%07d".formatted(5_351_615 + n * 48_611 % 900_001, 1_000_003 + n * 190_027);
    }
}
