package dev.recon.engine.propose;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Dates of what is no money: movements of items, which one side may write a day later.
class AttributeDatesTest {
    private static final int ROWS = 200;

    @ParameterizedTest
    @CsvSource({"5, 1, 0", "5, -2, 0", "25, 1, 8", "50, 1, 4", "5, 9, 40"})
    void aDateThatASideOftenWritesSomeDaysOffIsNoDifference(int oneOf, int later, int breaks) {
        String left = UnknownRun.file("day,item,bin", row -> line(row, 0), ROWS);
        String right =
                UnknownRun.file(
                        "moved,article,place",
                        row -> line(row, row % oneOf == 0 ? later : 0),
                        ROWS);
        UnknownRun run = UnknownRun.of(left, right);
        assertThat(run.matched()).hasSize(ROWS);
        assertThat(run.breaks())
                .hasSize(breaks)
                .allSatisfy(one -> assertThat(one).startsWith("date-differs"));
    }

    private static String line(int row, int later) {
        LocalDate day = LocalDate.of(2026, 1, 5).plusDays(row / 4 + (long) later);
        return "%s,KX-%d,B%d".formatted(day, 40_210 + row * 7, row % 9);
    }
}
