package dev.recon.engine.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recon.engine.table.Limits;
import dev.recon.engine.table.Progress;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/// Very small and very large files, cells and records.
class CsvReaderSizeTest {
    private static final String TOO_LONG = "a cell of more than 1048576 bytes";

    @Test
    void anEmptyFileIsAProblem() {
        for (String text : List.of("", "\uFEFF", "\n\r\n\n")) {
            assertThatThrownBy(() -> Reads.read(text))
                    .isInstanceOf(InputProblem.class)
                    .hasMessageContaining("expected a line with the names of the columns");
        }
        assertThatThrownBy(() -> Reads.read("")).hasMessageContaining("found an empty file");
    }

    @Test
    void aHeaderAloneIsATableWithoutRows() {
        for (String text : List.of("reference,amount", "reference,amount\r\n", "reference\n\n\n")) {
            ReadResult read = Reads.read(text);
            assertThat(read.table().rows()).isZero();
            assertThat(read.rejected()).isEmpty();
        }
    }

    @Test
    void aCellOfTheLongestLengthIsReadAndALongerOneIsRejected() {
        String longest = "x".repeat(Limits.CELL_BYTES_MAX);
        for (String end : List.of("\n", "\r\n")) {
            String plain = "1," + longest + end + "2," + longest + "x" + end + "3,z" + end;
            assertRejectsSecond("amount,reference" + end + plain);
            String quoted = plain.replaceAll(",(x+|z)", ",\"$1\"");
            assertRejectsSecond("amount,reference" + end + quoted);
        }
    }

    @Test
    void aCellOfTenMegabytesRejectsItsLineAlone() {
        String cell = "x".repeat(10 << 20);
        for (String huge : List.of(cell, '"' + cell + '"')) {
            assertRejectsSecond("amount,reference\n1,a\n2," + huge + "\n3,z\n");
            assertRejectsSecond("amount,reference\n1,a\n2," + huge + ",y\n3,z\n");
        }
    }

    @Test
    void aRecordWithoutEndIsRejectedBeforeItFillsTheMemory() {
        String cells = ("x".repeat(1_000_000) + ",").repeat(20);
        ReadResult read = Reads.read("amount,reference\n1,a\n" + cells + "\n3,z\n");
        assertThat(read.table().rows()).isEqualTo(2);
        RejectedLine line = read.rejected().getFirst();
        assertThat(line.found()).isEqualTo("a record of more than 16777216 bytes");
        assertThat(line.column()).isEmpty();
    }

    @Test
    void aFileOfExactlyOneOrMoreStretches() {
        String header = "amount,reference\n";
        String rows = "1,abc\n22,abcd\n333,a\n";
        ArrayBytes file = ArrayBytes.of("test.csv", header + rows);
        for (int parts = 1; parts <= rows.length(); parts++) {
            if (rows.length() % parts == 0) {
                ReadResult read = read(file, rows.length() / parts);
                assertThat(read.table().amounts().units()).containsExactly(100, 2200, 33300);
            }
        }
    }

    @Test
    void aRunThatIsCancelledEndsHere() {
        Progress cancelled =
                new Progress() {
                    @Override
                    public void report(String stage, long done, long total) {}

                    @Override
                    public boolean isCancelled() {
                        return true;
                    }
                };
        ArrayBytes file = ArrayBytes.of("test.csv", "amount,date,currency,reference,text\n");
        assertThatThrownBy(() -> Reads.reader(file, Reads.COMMA).read(2, "read", cancelled))
                .isInstanceOf(CancellationException.class);
    }

    private static ReadResult read(ArrayBytes file, int stretchBytes) {
        Layout layout = new Layout(Reads.COMMA, Reads.fields());
        layout =
                new Layout(
                        Reads.COMMA,
                        new java.util.LinkedHashMap<>(
                                java.util.Map.of("amount", layout.fields().get("amount"))));
        return new CsvReader(file, layout, ColumnPlan.NONE, 2)
                .withStretches(stretchBytes)
                .read(2, "read", Progress.NONE);
    }

    private static void assertRejectsSecond(String text) {
        ReadResult read = Reads.read(text);
        assertThat(read.table().amounts().units()).containsExactly(100, 300);
        assertThat(read.rejected()).hasSize(1);
        RejectedLine line = read.rejected().getFirst();
        assertThat(line.line()).isEqualTo(2);
        assertThat(line.physicalLine()).isEqualTo(3);
        assertThat(line.column()).isEqualTo("reference");
        assertThat(line.found()).isEqualTo(TOO_LONG);
    }
}
