package dev.recon.engine.propose;

import static dev.recon.engine.propose.UnknownRun.ROWS;
import static dev.recon.engine.propose.UnknownRun.file;
import static dev.recon.engine.propose.UnknownRun.sameLines;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// Entries that amounts tie together, but for some: those agree in everything else.
class AlikePlanTest {
    private static final int OTHER = 7;

    private static int units(int n) {
        return 1_000 + n * n * 7;
    }

    private static String other(int n, int difference) {
        return (units(n) - (n == OTHER ? difference : 0)) + ".25";
    }

    @Test
    void theTaxOfADividendIsADifferenceOfItsAmount() {
        String left =
                file(
                        "security,pay date,net",
                        n -> "US%09d,%s,%d.25".formatted(n % 20 * 31, paid(n, 0), units(n)));
        String right =
                file(
                        "booked,isin,amount",
                        n -> "%s,US%09d,%s".formatted(paid(n, n % 3), n % 20 * 31, other(n, 300)));
        assertOneDiffers(UnknownRun.of(left, right), "300.00 more");
    }

    private static LocalDate paid(int n, int later) {
        return LocalDate.of(2026, 1, 8).plusDays(n / 20 * 91L + n % 20 + later);
    }

    @Test
    void theMonthsOfDepartmentsAreWrittenInTwoWays() {
        String[] departments = {"Sales", "Legal", "Finance", "Support"};
        DateTimeFormatter written = DateTimeFormatter.ofPattern("MMM-yy", Locale.ENGLISH);
        String left =
                file(
                        "department,month,gross",
                        n ->
                                "%s,%s,%d.25"
                                        .formatted(
                                                departments[n % 4],
                                                month(n).format(written),
                                                units(n)));
        String right =
                file(
                        "dept,period,heads,pay",
                        n ->
                                "%s,%s,%d,%s"
                                        .formatted(
                                                departments[n % 4].toUpperCase(Locale.ROOT),
                                                month(n).toString().replace("-", ""),
                                                3 + n % 5,
                                                other(n, 120)));
        UnknownRun run = UnknownRun.of(left, right);
        assertOneDiffers(run, "120.00 more");
        assertThat(run.breaks().getFirst()).endsWith("reference-date-other-amount)");
    }

    private static YearMonth month(int n) {
        return YearMonth.of(2025, 6).plusMonths(n / 4);
    }

    @Test
    void whatAMeterCountedInAMonthIsReadOnItsLastDay() {
        String left =
                file(
                        "meter,read on,used",
                        n ->
                                "1EMH%07d,%s,%d.25"
                                        .formatted(
                                                n % 8 * 977,
                                                month(n / 2).atEndOfMonth(),
                                                units(n)));
        String right =
                file(
                        "contract,meter no,month,used kwh",
                        n ->
                                "90%d,1EMH %07d,%s,%s"
                                        .formatted(n % 8, n % 8 * 977, month(n / 2), other(n, 10)));
        assertOneDiffers(UnknownRun.of(left, right), "10.00 more");
    }

    @Test
    void lettersBeforeTheNumberOfACostCenterMeanNothing() {
        String left =
                file(
                        "cost center,quarter,actual",
                        n -> "CC%d,Q%d,%d.25".formatted(100 + n / 4 * 5, n % 4 + 1, units(n)));
        String right =
                file(
                        "center,period,amount",
                        n -> "%d,2026-Q%d,%s".formatted(100 + n / 4 * 5, n % 4 + 1, other(n, 9)));
        assertOneDiffers(UnknownRun.of(left, right), "9.00 more");
    }

    /// Payments of one account may have any amount: which of them is meant, nothing says.
    @Test
    void whatAgreesWithSeveralStaysOpen() {
        String left =
                file(
                        "account,day,amount",
                        n -> "A%d,2026-03-0%d,%d.25".formatted(n % 3, n % 4 + 1, units(n)));
        String right =
                file(
                        "acct,booked,sum",
                        n -> "A%d,2026-03-0%d,%s".formatted(n % 3, n % 4 + 1, other(n, 60)));
        UnknownRun run = UnknownRun.of(left, right);
        assertThat(run.matched()).hasSize(ROWS - 1);
        assertThat(run.breaks())
                .hasSize(2)
                .allSatisfy(told -> assertThat(told).startsWith("missing-on-"));
    }

    @Test
    void anAccountOfManyPostingsHasOneBalance() {
        StringBuilder left = new StringBuilder("account,debit,credit\n");
        StringBuilder right = new StringBuilder("journal,account,debit,credit\n");
        for (int account = 0; account < 30; account++) {
            int sum = account == 11 ? 50 : 0;
            for (int n = 0; n <= account % 5; n++) {
                int posted = units(account + n) * (n % 3 == 1 ? -1 : 1);
                sum += posted;
                right.append("J%d,%d,%s\n".formatted(n, 1_000 + account * 35, sides(posted)));
            }
            left.append("%d,%s\n".formatted(1_000 + account * 35, sides(sum)));
        }
        UnknownRun run = UnknownRun.of(left.toString(), right.toString());
        assertThat(run.matched()).hasSize(29);
        assertThat(run.breaks()).singleElement().asString().contains("50.00 less than the right");
    }

    private static String sides(int amount) {
        return amount > 0 ? amount + ".00," : "," + -amount + ".00";
    }

    private static void assertOneDiffers(UnknownRun run, String difference) {
        assertThat(run.matched()).containsExactlyInAnyOrderElementsOf(sameLines());
        assertThat(run.breaks()).singleElement().asString().contains("left is " + difference);
    }
}
