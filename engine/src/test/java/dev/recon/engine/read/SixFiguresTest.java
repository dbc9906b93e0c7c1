package dev.recon.engine.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Six figures are a date where all of them are and nothing else is likely.
class SixFiguresTest {
    private static final int ROWS = 24;

    @Test
    void daysThatComeAgainProveTheirOrder() {
        assertThat(patterns(row -> "2601" + (13 + row % 14))).containsExactly("yyMMdd");
        assertThat(patterns(row -> (13 + row % 14) + "0126")).containsExactly("ddMMyy");
        assertThat(patterns(row -> "01" + (13 + row % 14) + "26")).containsExactly("MMddyy");
    }

    @Test
    void daysOfSeveralMonthsNeedNotComeAgain() {
        assertThat(patterns(row -> row < 12 ? "2601" + (13 + row) : "2602" + (13 + row - 12)))
                .containsExactly("yyMMdd");
    }

    @Test
    void whatReadsInTwoOrdersKeepsBoth() {
        assertThat(
                        patterns(row ->
                                List.of("260325", "260326", "240326", "250326", "250327")
                                        .get(row % 5)))
                .containsExactlyInAnyOrder("yyMMdd", "ddMMyy");
    }

    @Test
    void numbersThatOnlyLookSoAreNoDates() {
        assertThat(type(row -> "2601" + (8 + row)).word()).as("they count on").isEqualTo("amount");
        assertThat(type(_ -> "260113").word()).as("a constant").isEqualTo("amount");
        assertThat(type(row -> row == 3 ? "261399" : "2601" + (13 + row % 7)).word())
                .as("one is no date")
                .isEqualTo("amount");
        assertThat(type(row -> (10 + row * 3) + "0115").word()).as("70 years").isEqualTo("amount");
        assertThat(type(row -> "0101" + (13 + row % 3)).word())
                .as("too few to be told from codes")
                .isEqualTo("code");
    }

    private static List<String> patterns(IntFunction<String> cell) {
        assertThat(type(cell)).isInstanceOf(ColumnType.Date.class);
        return ((ColumnType.Date) type(cell))
                .patterns().stream().map(DatePattern::toString).toList();
    }

    private static ColumnType type(IntFunction<String> cell) {
        String rows =
                IntStream.range(0, ROWS)
                        .mapToObj(row -> row + "," + cell.apply(row))
                        .collect(Collectors.joining("\n", "id,what\n", "\n"));
        Inspection found =
                Inspection.of(
                        ArrayBytes.of("x.csv", rows), java.nio.charset.StandardCharsets.UTF_8);
        return found.columns().get(1).type();
    }
}
