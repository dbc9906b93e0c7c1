package dev.recon.engine.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recon.engine.table.Limits;
import dev.recon.engine.table.Progress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

/// A line that cannot become an entry says where it stands, what is there and what should be.
class RejectedLineTest {
    private static final String HEADER = "reference,amount,date,currency\n";
    private static final String GOOD = "R1,1.00,2026-01-31,EUR\n";

    @Test
    void aLineWithTooFewOrTooManyCells() {
        assertThat(
                        Reads.read(HEADER + GOOD + "R2,2.00\n" + GOOD + "a,1,2026-01-31,EUR,x")
                                .rejected())
                .containsExactly(
                        new RejectedLine(2, 3, "", "2 cells", cells(4), "R2,2.00"),
                        new RejectedLine(4, 5, "", "5 cells", cells(4), "a,1,2026-01-31,EUR,x"));
    }

    @Test
    void anAmountThatIsNone() {
        assertThat(Reads.read(HEADER + "R1,twelve,2026-01-31,EUR").rejected())
                .containsExactly(
                        new RejectedLine(
                                1,
                                2,
                                "amount",
                                "'twelve'",
                                "an amount such as 1,234.56 or -12.5",
                                "R1,twelve,2026-01-31,EUR"));
    }

    @Test
    void anAmountWithMoreDecimalsThanTheRuleSetCounts() {
        RejectedLine line = only(HEADER + "R1,1.005,2026-01-31,EUR");
        assertThat(line.found()).isEqualTo("'1.005'");
        assertThat(line.expected())
                .isEqualTo("at most 2 decimals; set decimals to more in the rule set");
    }

    @Test
    void aLineWithoutAmount() {
        RejectedLine line = only(HEADER + "R1,,2026-01-31,EUR");
        assertThat(line.column()).isEqualTo("amount");
        assertThat(line.found()).isEqualTo("nothing");
    }

    @Test
    void aDateThatIsNone() {
        RejectedLine line = only(HEADER + GOOD + "\n\nR1,1.00,2026-02-30,EUR");
        assertThat(line.line()).isEqualTo(2);
        assertThat(line.physicalLine()).isEqualTo(5);
        assertThat(line.column()).isEqualTo("date");
        assertThat(line.found()).isEqualTo("'2026-02-30'");
        assertThat(line.expected()).isEqualTo("a date written as yyyy-MM-dd, such as 2026-01-31");
    }

    @Test
    void aCurrencyThatIsNone() {
        RejectedLine line = only(HEADER + "R1,1.00,2026-01-31,Euro");
        assertThat(line.column()).isEqualTo("currency");
        assertThat(line.found()).isEqualTo("'Euro'");
        assertThat(line.expected()).isEqualTo("a currency code of three letters, such as EUR");
    }

    @Test
    void textBehindAClosingQuote() {
        RejectedLine line = only(HEADER + GOOD + "\"R\"2,1.00,2026-01-31,EUR\n" + GOOD);
        assertThat(line.line()).isEqualTo(2);
        assertThat(line.column()).isEqualTo("reference");
        assertThat(line.found()).isEqualTo("'2' behind a closing quote");
        assertThat(line.expected())
                .isEqualTo(
                        "a ',' or the end of the line; double the quotes that belong to the text");
        assertThat(line.text()).isEqualTo("\"R\"2,1.00,2026-01-31,EUR");
    }

    @Test
    void aQuoteThatIsNeverClosedTakesOnlyItsOwnLine() {
        ReadResult read = Reads.read(HEADER + GOOD + "R2,\"1.00,2026-01-31,EUR\n" + GOOD + GOOD);
        assertThat(read.table().rows()).isEqualTo(3);
        RejectedLine line = read.rejected().getFirst();
        assertThat(line.line()).isEqualTo(2);
        assertThat(line.column()).isEqualTo("amount");
        assertThat(line.found()).isEqualTo("a quote that is never closed");
    }

    @Test
    void aBrokenByteIsNamedByItsPlaceInTheLine() {
        String header = "reference,amount,date,currency,text\n";
        String line = "\"\"\"ü\"\"x\",1.00,2026-01-31,E?R,\n";
        byte[] bytes = (header + "R1,1,2026-01-31,EUR,\n" + line).getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 4] = (byte) 0xFC;
        ReadResult read =
                Reads.reader(new ArrayBytes("test.csv", bytes), Reads.COMMA)
                        .read(1, "read", Progress.NONE);
        RejectedLine rejected = read.rejected().getFirst();
        assertThat(rejected.line()).isEqualTo(2);
        assertThat(rejected.column()).isEqualTo("currency");
        assertThat(rejected.found()).isEqualTo("byte 0xFC at byte 28 of the line");
    }

    @Test
    void doubledQuotesBeforeLettersBeyondAsciiAreNoBrokenBytes() {
        ReadResult read = Reads.read("reference,amount\n\"é\"\"é\",1.00\n\"\"\"\"\"漢\",2.00");
        assertThat(read.rejected()).isEmpty();
    }

    @Test
    void aColumnThatIsNamedByANumberIsNotTakenForItsPlace() {
        String columns = "2,99999999999,1\n";
        ArrayBytes file = ArrayBytes.of("test.csv", columns + "a,x,1.00\nb,1.00,x\n");
        for (String name : List.of("1", "99999999999")) {
            SequencedMap<String, FieldSource> fields = new LinkedHashMap<>();
            fields.put("amount", new FieldSource.Amount(name, '.', false));
            ReadResult read =
                    new CsvReader(file, new Layout(Reads.COMMA, fields), ColumnPlan.NONE, 2)
                            .read(1, "read", Progress.NONE);
            assertThat(read.rejected()).extracting(RejectedLine::column).containsExactly(name);
        }
    }

    @Test
    void anEmptyQuotedCellAloneOnALineIsARecord() {
        ReadResult read = Reads.read("reference\nR1\n\"\"\n\nR2\n");
        assertThat(read.table().rows()).isEqualTo(3);
    }

    @Test
    void moreThanAHundredThousandOfThemAreAProblemOfTheFile() {
        String bad = "R1,x,2026-01-31,EUR\n";
        String text = HEADER + GOOD.repeat(5) + bad.repeat(Limits.REJECTED_MAX);
        assertThat(Reads.read(text).rejected()).hasSize(Limits.REJECTED_MAX);
        assertThatThrownBy(() -> Reads.read(text + bad))
                .isInstanceOf(InputProblem.class)
                .hasMessageContaining("test.csv, line 7")
                .hasMessageContaining("more than 100000 lines")
                .hasMessageContaining("'x' in column amount")
                .hasMessageContaining("an amount such as 1,234.56");
    }

    @Test
    void linesInsideAQuotedCellDoNotCountWhereAStretchBeginsAmongThem() {
        String inner = "x\n".repeat(Limits.CELL_BYTES_MAX / 2 - 1);
        String text = "reference,amount\n" + ("\"" + inner + "\",1.00\n").repeat(5);
        assertThat(Reads.read(text).table().rows()).isEqualTo(5);
    }

    private static RejectedLine only(String text) {
        List<RejectedLine> rejected = Reads.read(text).rejected();
        assertThat(rejected).hasSize(1);
        return rejected.getFirst();
    }

    private static String cells(int count) {
        return count + " cells, as the first line has; look for a ',' too many or a missing quote";
    }
}
