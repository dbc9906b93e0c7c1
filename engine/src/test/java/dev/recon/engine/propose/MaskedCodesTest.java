package dev.recon.engine.propose;

import static dev.recon.engine.propose.UnknownRun.file;
import static dev.recon.engine.propose.UnknownRun.sameLines;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Cards of which one side shows the last figures alone.
class MaskedCodesTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);

    @ParameterizedTest
    @CsvSource({"************, 0", "603672******, 0", "xxxx-, 2"})
    void theLastFiguresAreTheKey(String mask, int later) {
        String left =
                file("card,day,sum", n -> card(n) + "," + FIRST.plusDays(n / 3) + "," + sum(n));
        String right =
                file(
                        "PAN,booked,value",
                        n ->
                                "%s%s,%s,%s"
                                        .formatted(
                                                mask.replace("-", "xx"),
                                                card(n).substring(12),
                                                FIRST.plusDays(n / 3 + later),
                                                n == 5 ? "99.00" : sum(n)));
        UnknownRun run = UnknownRun.of(left, right);
        assertThat(run.matched()).containsExactlyInAnyOrderElementsOf(sameLines());
        assertThat(run.breaks()).singleElement().asString().startsWith("amount-differs");
    }

    private static String card(int n) {
        return "603672%06d%04d".formatted(n * 7_919 % 1_000_000, 1_003 + n * 211);
    }

    private static String sum(int n) {
        return "%d.00".formatted(10 * (1 + n * n % 6));
    }
}
