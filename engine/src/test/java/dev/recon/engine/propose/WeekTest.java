package dev.recon.engine.propose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.engine.rules.Pass;
import dev.recon.engine.rules.RuleSetYaml;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Time sheets that are handed in once a week, beside what was booked each day.
class WeekTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);
    private static final DateTimeFormatter GERMAN = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final int WEEKS = 6;
    private static final List<String> PEOPLE =
            List.of("Ana Novak", "Ben Moser", "Cleo Weber", "Dan Klein", "Eva Roth", "Finn Adler");

    private final Random random = new Random(3);
    private final List<String> sheets = new ArrayList<>();
    private final List<String> bookings = new ArrayList<>();
    private final TreeSet<String> truth = new TreeSet<>();

    @ParameterizedTest
    @CsvSource({
        "6, onOrAfter(\"sunday\")",
        "4, onOrAfter(\"friday\")",
        "0, onOrBefore(\"monday\")"
    })
    void theHoursOfAPersonAndWeekComeToTheirSheet(int named, String expected) {
        make(named);
        String left = text("employee,week,hours", sheets);
        String right = text("person,day,project,worked", bookings);

        UnknownRun run = UnknownRun.of(left, right);

        assertThat(run.proposal().rules().passes())
                .filteredOn(Pass.Group.class::isInstance)
                .singleElement()
                .satisfies(pass -> assertThat(pass.key()).containsExactly("employee", "date"));
        assertThat(RuleSetYaml.write(run.proposal().rules()))
                .contains("row[\"day\"].date(\"dd.MM.yyyy\")." + expected);
        assertThat(new TreeSet<>(run.matched())).isEqualTo(truth);
        assertThat(run.suggested()).as("the sheet that says an hour more").hasSize(1);
        UnknownRun mirrored = UnknownRun.of(right, left);
        assertThat(mirrored.matched()).hasSameSizeAs(run.matched());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-W0%d", "W0%d/2026", "KW %d 2026"})
    void weeksMayBeNamedByTheirNumber(String written) {
        make(0);
        sheets.replaceAll(line -> {
            String day = line.substring(line.indexOf(",") + 1, line.lastIndexOf(","));
            long week = MONDAY.until(LocalDate.parse(day), ChronoUnit.WEEKS) + 2;
            return line.replace(day, String.format(Locale.ROOT, written, week));
        });

        UnknownRun run =
                UnknownRun.of(
                        text("employee,week,hours", sheets),
                        text("person,day,project,worked", bookings));

        assertThat(RuleSetYaml.write(run.proposal().rules()))
                .contains("onOrBefore(\"monday\")")
                .contains("{column: week, format: ");
        assertThat(new TreeSet<>(run.matched())).isEqualTo(truth);
    }

    @Test
    void entriesOfSingleDaysAreNoWeeks() {
        make(6);
        List<String> days =
                sheets.stream().map(line -> line.replace(",2026-01-1", ",2026-01-0")).toList();
        String left = text("employee,week,hours", days);
        String right = text("person,day,project,worked", bookings);
        assertThat(UnknownRun.propose(left, right).rules().passes())
                .allSatisfy(pass -> assertThat(pass.key()).doesNotContain("date"));
    }

    /// @param named the day by which a sheet names its week, counted from its Monday
    private void make(int named) {
        for (String person : PEOPLE) {
            for (int week = 0; week < WEEKS; week++) {
                LocalDate monday = MONDAY.plusWeeks(week);
                int quarters = 0;
                List<Integer> lines = new ArrayList<>();
                for (int day = 0; day < 5; day++) {
                    for (int part = 0; part <= random.nextInt(2); part++) {
                        int worked = 4 + random.nextInt(30);
                        quarters += worked;
                        lines.add(bookings.size() + 1);
                        bookings.add(
                                String.join(
                                        ",",
                                        person.toUpperCase(Locale.ROOT),
                                        monday.plusDays(day).format(GERMAN),
                                        "P" + random.nextInt(9),
                                        hours(worked)));
                    }
                }
                boolean isWrong = sheets.size() == 7;
                sheets.add(
                        String.join(
                                ",",
                                person,
                                monday.plusDays(named).toString(),
                                hours(isWrong ? quarters + 4 : quarters)));
                if (!isWrong) {
                    truth.add(
                            sheets.size()
                                    + " = "
                                    + lines.stream()
                                            .map(String::valueOf)
                                            .collect(Collectors.joining(" ")));
                }
            }
        }
    }

    private static String hours(int quarters) {
        return String.format(Locale.ROOT, "%.2f", quarters / 4.0);
    }

    private static String text(String header, List<String> lines) {
        return header + "\n" + String.join("\n", lines) + "\n";
    }
}
