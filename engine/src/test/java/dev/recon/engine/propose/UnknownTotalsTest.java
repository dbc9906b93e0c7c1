package dev.recon.engine.propose;

import static dev.recon.engine.propose.UnknownRun.file;
import static dev.recon.engine.propose.UnknownRun.sameLines;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/// A line of totals that lacks the sums of what was read.
class UnknownTotalsTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 2, 2);

    /// The last line of the book fills both columns.
    @Test
    void aLineOfTotalsDoesNotPartTwoColumns() {
        String left =
                file("day;text;taken;spent", n -> cash(n, n % 3 == 0 ? "%s;" : ";%s"))
                        + ";total;999,99;888,88\n";
        String right =
                file(
                        "date,text,amount",
                        n ->
                                "%s,%s,%s%d.%02d"
                                        .formatted(
                                                FIRST.plusDays(n),
                                                "Item " + n % 7,
                                                n % 3 == 0 ? "" : "-",
                                                3 + n * 7,
                                                n * 11 % 100));
        UnknownRun run = UnknownRun.of(left, right);
        assertThat(run.matched()).containsExactlyInAnyOrderElementsOf(sameLines());
        assertThat(run.breaks()).isEmpty();
    }

    private static String cash(int n, String in) {
        String amount = "%d,%02d".formatted(3 + n * 7, n * 11 % 100);
        return FIRST.plusDays(n) + ";Item " + n % 7 + ";" + in.formatted(amount);
    }
}
