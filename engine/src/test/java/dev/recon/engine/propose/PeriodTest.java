package dev.recon.engine.propose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recon.engine.read.InputProblem;
import dev.recon.engine.rules.Pass;
import dev.recon.engine.rules.RuleSetYaml;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Sums of a month by cost center, beside what was posted each day.
class PeriodTest {
    private static final int CENTERS = 8;
    private static final int MONTHS = 4;
    private static final int WRONG = 5;

    private final Random random = new Random(7);
    private final List<String> sums = new ArrayList<>();
    private final List<String> entries = new ArrayList<>();
    private final TreeSet<String> truth = new TreeSet<>();

    @ParameterizedTest
    @CsvSource({
        "yyyy-MM, yyyy-MM",
        "MM/yyyy, MM/yyyy",
        "MM.yyyy, MM.yyyy",
        "yyyyMM, yyyyMM",
        "MMM yyyy, MMM yyyy",
        "MMMM yyyy, MMM yyyy"
    })
    void theEntriesOfAMonthComeToItsSum(String written, String read) {
        make(DateTimeFormatter.ofPattern(written, Locale.ENGLISH), 1, 0);

        UnknownRun run = UnknownRun.of(sums(), entries());

        assertThat(run.proposal().rules().passes())
                .filteredOn(Pass.Group.class::isInstance)
                .singleElement()
                .satisfies(pass -> assertThat(pass.key()).containsExactly("reference", "date"));
        assertThat(RuleSetYaml.write(run.proposal().rules()))
                .contains("row[\"Posted\"].date(\"yyyy-MM-dd\").firstOfMonth()")
                .contains("format: " + read);
        assertThat(new TreeSet<>(run.matched())).isEqualTo(truth);
        assertThat(run.suggested()).as("the sum that says more").hasSize(1);
        UnknownRun mirrored = UnknownRun.of(entries(), sums());
        assertThat(mirrored.matched()).hasSameSizeAs(run.matched());
    }

    @ParameterizedTest
    @CsvSource({"1, firstOfMonth", "31, lastOfMonth"})
    void aDayMayNameTheMonth(int day, String expected) {
        make(DateTimeFormatter.ofPattern("dd.MM.yyyy"), day, 0);

        UnknownRun run = UnknownRun.of(sums(), entries());

        assertThat(RuleSetYaml.write(run.proposal().rules())).contains("." + expected + "()");
        assertThat(new TreeSet<>(run.matched())).isEqualTo(truth);
    }

    @Test
    void sumsOfOtherMonthsAreNotOneGroupOfTheWholeFile() {
        make(DateTimeFormatter.ofPattern("yyyy-MM"), 1, 1);

        assertThatThrownBy(() -> UnknownRun.of(sums(), entries()))
                .isInstanceOf(InputProblem.class)
                .hasMessageContaining("tell no entries apart (Cost center = Cost center)");
    }

    /// @param day the day by which a sum names its month
    /// @param late by how many months a sum is late
    private void make(DateTimeFormatter written, int day, int late) {
        for (int center = 0; center < CENTERS; center++) {
            for (int at = 0; at < MONTHS; at++) {
                YearMonth month = YearMonth.of(2025, 11).plusMonths(at);
                int cents = 0;
                List<String> lines = new ArrayList<>();
                for (int entry = 0; entry < 3 + random.nextInt(3); entry++) {
                    int amount = 500 + random.nextInt(90_000);
                    cents += amount;
                    LocalDate posted = month.atDay(1 + random.nextInt(28));
                    entries.add(
                            String.join(
                                    ",",
                                    "I" + entries.size(),
                                    "CC" + (100 + center),
                                    posted.toString(),
                                    money(amount)));
                    lines.add(String.valueOf(entries.size()));
                }
                boolean isWrong = sums.size() == WRONG && late == 0;
                YearMonth named = month.plusMonths(late);
                sums.add(
                        String.join(
                                ",",
                                "CC" + (100 + center),
                                named.atDay(Math.min(day, named.lengthOfMonth())).format(written),
                                money(isWrong ? cents + 100 : cents)));
                if (!isWrong) {
                    truth.add(sums.size() + " = " + String.join(" ", lines));
                }
            }
        }
    }

    private String sums() {
        return "Cost center,Period,Total\n" + String.join("\n", sums) + "\n";
    }

    private String entries() {
        return "Invoice,Cost center,Posted,Amount\n" + String.join("\n", entries) + "\n";
    }

    private static String money(int cents) {
        return String.format(Locale.ROOT, "%.2f", cents / 100.0);
    }
}
