package dev.recon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that are no delimited text, on the command line.
class FormatsCommandTest {
    @TempDir private Path folder;
    private Path ledger;
    private Path book;

    @BeforeEach
    void writeFiles() throws IOException {
        ledger = folder.resolve("ledger.csv");
        Files.writeString(
                ledger,
                """
                Invoice,Date,Sum
                INV-1001,2026-03-05,1204.50
                INV-1002,2026-03-06,99.00
                INV-1003,2026-03-07,10.00
                INV-1004,2026-03-08,55.55
                """);
        book = folder.resolve("book.xlsx");
        write(
                book,
                sheet("Cover", "<row><c t='str'><v>Bank AG</v></c></row>"),
                sheet(
                        "March",
                        row("Ref", "Day", "Amount")
                                + row("INV-1001", "2026-03-05", "1204.5")
                                + row("INV-1002", "2026-03-06", "99")
                                + row("INV-1003", "2026-03-07", "10.00")
                                + row("INV-1004", "2026-03-08", "55.55")),
                sheet("April", row("Ref", "Day", "Amount") + row("INV-9", "2026-04-01", "1")));
    }

    @Test
    void aWorkbookMatchesALedger() {
        var run = CommandLineRun.recon("match", ledger, book, "--out", folder.resolve("out"));

        assertThat(run.out()).contains("matched 4 of 4 left and 4 of 4 right entries");
        assertThat(run.code()).isEqualTo(ExitCode.RECONCILED);
    }

    @Test
    void theChosenSheetIsKeptInTheRules() throws IOException {
        Path rules = folder.resolve("rules.yaml");
        var run =
                CommandLineRun.recon(
                        "match",
                        ledger,
                        book,
                        "--sheet",
                        "right=March",
                        "--save-rules",
                        rules,
                        "--out",
                        folder.resolve("out"));
        assertThat(run.out()).contains("matched 4 of 4 left");
        assertThat(rules).content().contains("right:\n  sheet: March\n");

        Files.writeString(rules, Files.readString(rules).replace("March", "April"));
        var again =
                CommandLineRun.recon(
                        "match", ledger, book, "--rules", rules, "--out", folder.resolve("two"));
        assertThat(again.out()).contains("0 of 1 right entries");
    }

    @Test
    void inspectSaysWhatAFileIs() {
        var run = CommandLineRun.recon("inspect", book, "--sheet", "April");

        assertThat(run.out())
                .contains("xlsx, 1 entries", "sheet April of: Cover, March, April", "INV-9");
    }

    @Test
    void inspectSaysWhatIsWrong() throws IOException {
        Path file = Files.writeString(folder.resolve("odd.csv"), "a,b\n1.5,x\n2.5,y\n3.5\n");

        assertThat(CommandLineRun.recon("inspect", file).out())
                .contains("1 lines have not as many cells as the 2 columns");
    }

    @Test
    void formatsListsEveryFormat() {
        assertThat(CommandLineRun.recon("formats").out()).contains("csv", "xlsx", "camt");
    }

    private static String sheet(String name, String rows) {
        return name + ":<worksheet><sheetData>" + rows + "</sheetData></worksheet>";
    }

    private static String row(String... cells) {
        var row = new StringBuilder("<row>");
        for (String cell : cells) {
            row.append("<c t='str'><v>").append(cell).append("</v></c>");
        }
        return row.append("</row>").toString();
    }

    private static void write(Path file, String... sheets) throws IOException {
        var list = new StringBuilder("<workbook xmlns:r='r'><sheets>");
        var links = new StringBuilder("<Relationships>");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int at = 0; at < sheets.length; at++) {
                int colon = sheets[at].indexOf(':');
                String name = sheets[at].substring(0, colon);
                list.append("<sheet name='" + name + "' r:id='r" + at + "'/>");
                links.append("<Relationship Id='r" + at + "' Target='s" + at + ".xml'/>");
                put(zip, "xl/s" + at + ".xml", sheets[at].substring(colon + 1));
            }
            put(zip, "xl/workbook.xml", list + "</sheets></workbook>");
            put(zip, "xl/_rels/workbook.xml.rels", links + "</Relationships>");
        }
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
