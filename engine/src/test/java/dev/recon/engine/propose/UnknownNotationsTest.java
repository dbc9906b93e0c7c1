package dev.recon.engine.propose;

import static dev.recon.engine.propose.UnknownRun.file;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What nearly all pairs write alike is another value where a few write it otherwise; what one side
/// always writes in its own way is the same.
class UnknownNotationsTest {
    private static final int ROWS = 100;
    private static final int CHANGED = 7;

    private static String told(String left, String right) {
        return UnknownRun.of(left, right).breaks().stream()
                .map(told -> told.replaceAll(" \\(matched by.*", ""))
                .reduce("", (all, one) -> all + one + "\n");
    }

    private static String values(String header, IntFunction<String> value) {
        return file(
                header,
                n -> "K%d,%s,%d.%02d".formatted(5_003 + n * 37, value.apply(n), 100 + n * 7, n),
                ROWS);
    }

    /// @param of the values of both sides, in turns
    /// @param other what the last of them is in one line of the right
    @ParameterizedTest
    @CsvSource({
        "14:54 16:38 12:25 19:03, 1:903",
        "3/53 5/90 7/64 6/47, 64/7",
        "381-7105 738-8560 506-4843 116-9438, 11-69438",
        "2.15.8 1.19.1 2.25.3 1.23.4, 12.3.4",
        "A+ B+ B- A-, A+",
        "TZB6zf4w GCUKherv RM7528h3 K39Vjg4n, k39Vjg4n",
        "9908487 2208991 8182825 7242447, 007242447",
        "+49 30 6821888|+49 30 1320473|+49 30 2010858|+49 30 4987792, +43 30 4987792",
        "Golden Holz GmbH|Omega Druck AG|Maple Pharma KG|Zenith Textil GmbH, Zenith Textil Ltd",
        "Ida Paul|Lea Simon|Marta Simon|Ines Otto, Otto Ines",
        "Ringstr. 13|Gartenweg 37|Ringstr. 36|Hauptstr. 56, Hauptstr. 5-6",
    })
    void aValueThatIsWrittenOtherwiseInAFewLinesIsADifference(String of, String other) {
        String[] values = of.split(of.contains("|") ? "\\|" : " ", -1);
        String left = values("id,value,amount", n -> values[n % values.length]);
        String right =
                values("key,content,total", n -> n == CHANGED ? other : values[n % values.length]);
        String last = values[CHANGED % values.length];
        assertThat(told(left, right))
                .isEqualTo(
                        "field-differs value is "
                                + last
                                + " on the left, "
                                + other
                                + " on the right\n");
    }

    /// Letters with accents stand in one of twenty names, and one side never writes them.
    @Test
    void whatOneSideNeverWritesIsNoDifference() {
        String left = values("id,value,amount", n -> n % 20 == 3 ? "Café Süd " + n : "Holz " + n);
        String right =
                values("key,content,total", n -> n % 20 == 3 ? "Cafe Sud " + n : "Holz " + n);
        assertThat(told(left, right)).isEmpty();
    }

    /// Zeros that fill up a postal code are lost in a spreadsheet.
    @Test
    void zerosThatFillAWidthAreNoDifference() {
        IntFunction<String> code = n -> n % 15 == 3 ? "01" + (100 + n) : "8" + (1_000 + n * 31);
        String left = values("id,value,amount", code);
        String right = values("key,content,total", n -> code.apply(n).replaceAll("^0", ""));
        assertThat(told(left, right)).isEmpty();
    }

    /// 10.1.23.4 and 10.12.3.4 are two hosts.
    @Test
    void marksTellKeysApart() {
        IntFunction<String> host = n -> "10.%d.%d.%d".formatted(1 + n % 8, 10 + n % 15, 10 + n);
        String left = file("ip,owner,cpu", n -> host.apply(n) + ",net" + n % 5 + "," + n % 7, ROWS);
        String right =
                file(
                        "address,team,cores",
                        n ->
                                (n == CHANGED ? "10.81.7." + (10 + n) : host.apply(n))
                                        + ",net"
                                        + n % 5
                                        + ","
                                        + n % 7,
                        ROWS);
        assertThat(host.apply(CHANGED)).isEqualTo("10.8.17.17");
        UnknownRun run = UnknownRun.of(left, right);
        assertThat(run.matched())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, ROWS)
                                .filter(line -> line != CHANGED + 1)
                                .mapToObj(line -> line + " = " + line)
                                .toList());
    }

    /// A rate in percent against a share, kilograms against grams.
    @Test
    void numbersWithUnitsAreCountedInThoseOfTheOtherSide() {
        String left = values("id,rate,amount", n -> n * 7 % 90 + 1 + "." + (10 + n % 80) + "%");
        String right =
                values(
                        "key,share,total",
                        n ->
                                "0.%02d%02d"
                                        .formatted(
                                                n * 7 % 90 + 1, (n == CHANGED ? 11 : 10) + n % 80));
        assertThat(told(left, right))
                .isEqualTo("field-differs rate is 50.17% on the left, 0.5018 on the right\n");
    }

    /// Hours, minutes and seconds of one side are seconds of the other.
    @Test
    void durationsAreCountedInTheSmallestUnit() {
        IntFunction<Integer> seconds = n -> 17 + n * 73 % 7_001;
        String left = values("id,duration,amount", n -> seconds.apply(n).toString());
        String right =
                values("key,Dauer,total", n -> clock(seconds.apply(n) + (n == CHANGED ? 60 : 0)));
        assertThat(told(left, right))
                .isEqualTo("field-differs duration is 528 on the left, 00:09:48 on the right\n");
    }

    private static String clock(int seconds) {
        return "%02d:%02d:%02d".formatted(seconds / 3_600, seconds / 60 % 60, seconds % 60);
    }
}
