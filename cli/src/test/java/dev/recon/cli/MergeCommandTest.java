package dev.recon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `recon merge` puts overlapping deliveries together.
class MergeCommandTest {
    @TempDir Path folder;

    @Test
    void anOverlappingStatementAddsOnlyWhatIsNew() throws IOException {
        String coffee = ":61:2601300130D3,00NMSCNONREF\n:86:coffee\n";
        Path january = statement("january.sta", coffee + coffee, "4");
        Path again = statement("again.sta", coffee + coffee, "4");
        Path more = statement("more.sta", coffee + coffee + coffee, "1");
        Path out = folder.resolve("merged.csv");

        CommandLineRun run = CommandLineRun.recon("merge", january, again, more, "-o", out);

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out().lines())
                .containsExactly(
                        january + ": 3 new, 0 known, 0 changed",
                        again + ": 0 new, 3 known, 0 changed",
                        more + ": 1 new, 3 known, 0 changed",
                        out + ": 4 entries");
        assertThat(Files.readAllLines(out)).hasSize(5).first().asString().startsWith("account,");
    }

    @Test
    void tablesOfTextAreMergedToo() throws IOException {
        Path one = Files.writeString(folder.resolve("one.csv"), "id;text\n1;\"a;\"\"b\"\n2;c\n");
        Path two = Files.writeString(folder.resolve("two.csv"), "id;text\n2;c\n3;d,e\n");
        Path out = folder.resolve("merged.csv");

        CommandLineRun run = CommandLineRun.recon("merge", one, two, "-o", out);

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(out).hasContent("id,text\n1,\"a;\"\"b\"\n2,c\n3,\"d,e\"\n");
    }

    @Test
    void deliveriesOfOtherColumnsAreRefused() throws IOException {
        Path one = Files.writeString(folder.resolve("one.csv"), "id,text\n1,a\n");
        Path two = Files.writeString(folder.resolve("two.csv"), "id,memo\n1,a\n");

        CommandLineRun run =
                CommandLineRun.recon("merge", one, two, "-o", folder.resolve("merged.csv"));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("found     the columns id, memo").contains("one source");
        assertThat(folder.resolve("merged.csv")).doesNotExist();
    }

    /// A statement of one credit of 10.00 and some debits.
    private Path statement(String name, String debits, String closing) throws IOException {
        return Files.writeString(
                folder.resolve(name),
                ":20:X\n:25:DE02120300000000202051\n:28C:0\n:60F:C260101EUR0,\n"
                        + ":61:2601290129C10,00NTRFNONREF//B-1\n:86:income\n"
                        + debits
                        + ":62F:C260131EUR"
                        + closing
                        + ",00\n-\n");
    }
}
