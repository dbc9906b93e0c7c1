package dev.recon.engine.propose;

import static dev.recon.engine.propose.UnknownRun.file;
import static dev.recon.engine.propose.UnknownRun.sameLines;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What comes once a month under one number: the number and the month are the key together, in
/// whichever notation each side writes the month.
class MonthKeysTest {
    @ParameterizedTest
    @CsvSource({
        "MMM yyyy, dd.MM.yyyy",
        "yyyy-MM, MM/yyyy",
        "MMM-yy, yyyyMM",
        "yyyy-MM, yyyy-MM-dd"
    })
    void theMonthIsAPartOfTheKey(String ours, String theirs) {
        String left = file("policy,month,premium", n -> line(n, ours) + premium(n));
        String right = file("no,due,sum", n -> line(n, theirs) + (n == 9 ? "99.00" : premium(n)));
        UnknownRun run = UnknownRun.of(left, right);
        assertThat(run.matched()).containsExactlyInAnyOrderElementsOf(sameLines());
        assertThat(run.breaks()).singleElement().asString().startsWith("amount-differs");
    }

    @Test
    void energyInAnotherUnitOfTwoMonthNotations() {
        String left =
                file(
                        "meter,period,MWh",
                        n -> line(n, "yyyy-MM") + (n * 37 % 90 + 5) + ".25" + n % 10);
        String right =
                file(
                        "Zähler,Monat,kWh",
                        n -> line(n, "MM/yyyy") + ((n * 37 % 90 + 5) * 1_000 + 250 + n % 10));
        UnknownRun run = UnknownRun.of(left, right);
        assertThat(run.matched()).containsExactlyInAnyOrderElementsOf(sameLines());
        assertThat(run.breaks()).isEmpty();
    }

    private static String line(int n, String pattern) {
        YearMonth month = YearMonth.of(2026, 1).plusMonths(n % 5);
        return "P%d,%s,"
                .formatted(
                        8_100 + n / 5 * 13,
                        month.atDay(1)
                                .format(DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH)));
    }

    /// The same each month.
    private static String premium(int n) {
        return "%d.50".formatted(20 + n / 5 * 7);
    }
}
