package dev.recon.engine.mend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recon.engine.read.ArrayBytes;
import dev.recon.engine.read.ColumnPlan;
import dev.recon.engine.read.CsvReader;
import dev.recon.engine.read.Dialect;
import dev.recon.engine.read.FieldSource;
import dev.recon.engine.read.InputProblem;
import dev.recon.engine.read.Layout;
import dev.recon.engine.read.ReadResult;
import dev.recon.engine.read.RejectedLine;
import dev.recon.engine.table.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.SequencedMap;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Rejected lines leave in the form of their file, and come back into their places.
class MendTest {
    private static final Dialect SEMICOLON = dialect(StandardCharsets.UTF_8, true, 0);
    private static final String FILE =
            "ref;amount;text\r\nR1;1,00;a\r\nR2;zwölf;b\r\nR3;3,00;\"c\r\nR4;4,00;d\r\n";

    @Test
    void eachLineIsByteForByteBehindItsReason() throws IOException {
        assertThat(rejected(FILE, SEMICOLON).lines())
                .containsExactly(
                        "recon_reason;ref;amount;text",
                        "\"line 2: column amount: found 'zwölf'; expected an amount such as"
                                + " 1.234,56 or -12,5\";R2;zwölf;b",
                        "\"line 3: column text: found a quote that is never closed; expected a"
                                + " closing quote; mend or remove the quote\";R3;3,00;\"c");
    }

    @Test
    void aMendedLineTakesItsPlaceAndTheOthersKeepTheirs() throws IOException {
        String mended = rejected(FILE, SEMICOLON).replace("zwölf;b", "12,00;b");

        assertThat(mend(FILE, mended, SEMICOLON)).isEqualTo(FILE.replace("zwölf", "12,00"));
        assertThat(mend(FILE, mended.replace(";\"c", ";\"c\""), SEMICOLON))
                .isEqualTo(FILE.replace("zwölf", "12,00").replace("\"c", "\"c\""));
    }

    @Test
    void aLineThatAPersonAddedComesLast() throws IOException {
        String mended = "recon_reason;ref;amount;text\n;R5;5,00;e\nR6;6,00;f\n;;;\n";

        assertThat(mend(FILE.strip(), mended, SEMICOLON))
                .isEqualTo(FILE.strip() + "\nR5;5,00;e\nR6;6,00;f\n");
    }

    @Test
    void aNameThatIsTakenGetsANumber() throws IOException {
        String file = "recon_reason;amount\nx;y\n";

        assertThat(rejected(file, SEMICOLON)).startsWith("recon_reason_2;recon_reason;amount\n");
        assertThat(mend(file, "recon_reason_2;recon_reason;amount\nline 1;x;1\n", SEMICOLON))
                .isEqualTo("recon_reason;amount\nx;1\n");
    }

    @Test
    void linesBeforeTheHeaderAndOtherEncodingsStay() throws IOException {
        Dialect western = dialect(Charset.forName("windows-1252"), true, 2);
        String file = "Müller\n\nref;amount;text\nR1;eins;ä\n";

        String rejected = rejected(file, western);

        assertThat(rejected).startsWith("Müller\n\nrecon_reason;ref;amount;text\n\"line 1: ");
        assertThat(mend(file, rejected.replace("eins;", "1,00;"), western))
                .isEqualTo(file.replace("eins", "1,00"));
    }

    @Test
    void aFileWithoutHeaderHasTheReasonsAlone() throws IOException {
        Dialect bare = dialect(StandardCharsets.UTF_8, false, 0);

        String rejected = rejected("R1;x;a\nR2;2;b\n", bare);

        assertThat(rejected).startsWith("\"line 1: column 2").endsWith(";R1;x;a\n");
        assertThat(mend("R1;x;a\nR2;2;b\n", rejected.replace(";x;", ";1;"), bare))
                .isEqualTo("R1;1;a\nR2;2;b\n");
    }

    @Test
    void aLineThatWasReadIsNotReplaced() {
        assertThatThrownBy(() -> mend(FILE, "recon_reason;ref;amount;text\nline 1;a;1;b\n"))
                .isInstanceOf(InputProblem.class)
                .hasMessageContaining("line 1 of the mended lines: found a line that mends line 1");
        assertThatThrownBy(() -> mend(FILE, "recon_reason;ref;amount;text\nline 99;a;1;b\n"))
                .hasMessageContaining("mends line 99");
    }

    @Test
    void otherColumnsAreRefused() {
        assertThatThrownBy(() -> mend(FILE, "ref;amount;text\nR2;2;b\n"))
                .isInstanceOf(InputProblem.class)
                .hasMessageContaining("expected the columns recon_reason, ref, amount, text");
    }

    @Test
    void aMendedLineThatWouldTakeOthersWithItIsRefused() {
        assertThatThrownBy(() -> mend(FILE, "recon_reason;ref;amount;text\n\"line 2\";R2;2;\"b\n"))
                .hasMessageContaining("found a quote that is not closed");
    }

    /// For any file: lines that nobody mended change no byte; lines that are mended change no other
    /// line; in the end nothing is rejected, and no line is there twice.
    @Test
    void aFileIsMendedStepByStep() throws IOException {
        for (int seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            String file = random(random);
            String rejected = rejected(file, SEMICOLON);
            ReadResult before = read(file, SEMICOLON);
            assertThat(mend(file, rejected, SEMICOLON)).as("seed %d", seed).isEqualTo(file);

            StringBuilder mended = new StringBuilder("recon_reason;ref;amount;text\n");
            for (RejectedLine line : before.rejected()) {
                mended.append("line " + line.line() + ";M" + line.line() + ";7,00;m\n");
            }
            ReadResult after = read(mend(file, mended.toString(), SEMICOLON), SEMICOLON);

            assertThat(after.rejected()).as("seed %d", seed).isEmpty();
            assertThat(after.records()).isEqualTo(before.records());
            assertThat(sum(after)).isEqualTo(sum(before) + 700L * before.rejected().size());
        }
    }

    private static long sum(ReadResult read) {
        long sum = 0;
        for (int row = 0; row < read.table().rows(); row++) {
            sum += read.table().amounts().units()[row];
        }
        return sum;
    }

    private static String random(Random random) {
        String[] lines = {
            "R;1,00;a", "R;x;b", "R;2", "R;3,00;\"q;\"\"\n\"", "R;4,00;\"o", "", "R;5,00;\"a\"b"
        };
        StringBuilder text = new StringBuilder("ref;amount;text\n");
        int count = random.nextInt(12);
        for (int line = 0; line < count; line++) {
            text.append(lines[random.nextInt(lines.length)]).append(line + 1 < count ? "\n" : "");
        }
        return text.toString();
    }

    private static Dialect dialect(Charset encoding, boolean header, int skip) {
        return new Dialect(';', '"', encoding, header, skip);
    }

    private static ReadResult read(String file, Dialect dialect) {
        SequencedMap<String, FieldSource> fields = new LinkedHashMap<>();
        String column = dialect.header() ? "amount" : "2";
        fields.put("amount", new FieldSource.Amount(column, ',', false));
        ColumnPlan plan = new ColumnPlan(Set.of(), Set.of(), Map.of());
        return new CsvReader(ArrayBytes.of("f.csv", file), new Layout(dialect, fields), plan, 2)
                .read(1, "read", Progress.NONE);
    }

    private static String rejected(String file, Dialect dialect) throws IOException {
        var out = new ByteArrayOutputStream();
        new RejectedForm(ArrayBytes.of("f.csv", file), dialect, 0)
                .write(read(file, dialect).rejected(), out);
        return out.toString(dialect.encoding());
    }

    private static String mend(String file, String mended) throws IOException {
        return mend(file, mended, SEMICOLON);
    }

    private static String mend(String file, String mended, Dialect dialect) throws IOException {
        Mending mending = new Mending(ArrayBytes.of("f.csv", file), dialect);
        Set<Integer> rejected =
                Set.copyOf(
                        read(file, dialect).rejected().stream().map(RejectedLine::line).toList());
        var out = new ByteArrayOutputStream();
        mending.write(mending.read(ArrayBytes.of("m.csv", mended)), rejected::contains, out);
        return out.toString(dialect.encoding());
    }
}
