package dev.recon.formats;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.engine.read.Problem;
import dev.recon.formats.Opened.Text;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatsTest {
    private static final String LINES = "reference,amount\nA-1,10.00\nA-2,20.00\n";

    @RegisterExtension private final TestDoor door = new TestDoor();

    @Test
    void textPassesThroughAsItIs() throws IOException {
        Path file = file(LINES.getBytes(UTF_8));

        try (Text text = readable(file)) {
            assertThat(text.path()).isEqualTo(file);
            assertThat(text.temporary()).isFalse();
        }
        assertThat(file).hasContent(LINES);
    }

    @Test
    void delimitedTextIsKnownByItsFirstBytesAsByTheWholeFile() throws IOException {
        Path golden = Path.of("src/test/resources/golden");
        try (Stream<Path> files = Files.walk(golden)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                boolean through = Formats.open(file) instanceof Text text && !text.temporary();
                assertThat(Formats.isText(Files.readAllBytes(file)))
                        .as(file.toString())
                        .isEqualTo(through);
            }
        }
        byte[] large = LINES.repeat(10_000).getBytes(UTF_8);
        assertThat(Formats.isText(Arrays.copyOf(large, (1 << 16) + 1))).isTrue();
        assertThat(Formats.isText(TestDoor.gzip(large))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "ISO-8859-1", "UTF-16LE", "UTF-16BE", "UTF-16"})
    void textOfAnyEncodingIsText(Charset encoding) throws IOException {
        Path file = file("Empfänger;Betrag\nMüller;1,00\n".getBytes(encoding));

        try (Text text = readable(file)) {
            assertThat(text.path()).isEqualTo(file);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[id],amount\n1,2\n", "{x};y\n1;2\n", "<id>,amount\n1,2\n"})
    void oddHeadersAreStillText(String lines) throws IOException {
        try (Text text = readable(file(lines.getBytes(UTF_8)))) {
            assertThat(text.temporary()).isFalse();
        }
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        assertThat(refused(file(TestDoor.gzip(new byte[0]))).found()).isEqualTo("an empty file");
        assertThat(refused(file(new byte[0])).found()).isEqualTo("an empty file");
    }

    @Test
    void aFileOfBlanksIsRefused() throws IOException {
        assertThat(refused(file("\uFEFF \n\r\n\t\n".getBytes(UTF_8))).found())
                .isEqualTo("a file of nothing but blanks");
    }

    @Test
    void aFolderIsRefusedAndListed() throws IOException {
        Files.writeString(door.folder().resolve("bank.csv"), LINES);

        Problem problem = refused(door.folder());

        assertThat(problem.found()).isEqualTo("a folder");
        assertThat(problem.mend()).contains("bank.csv");
    }

    @Test
    void aMissingFileIsRefusedAndItsFolderListed() throws IOException {
        Files.writeString(door.folder().resolve("bank.csv"), LINES);

        Problem problem = refused(door.folder().resolve("bnak.csv"));

        assertThat(problem.found()).isEqualTo("no such file");
        assertThat(problem.mend()).contains("The folder has bank.csv.");
    }

    @Test
    void aMissingFolderIsNamed() throws IOException {
        assertThat(refused(door.folder().resolve("no/bank.csv")).mend())
                .contains("There is no folder");
    }

    @ParameterizedTest
    @CsvSource({
        "255044462D312E370A, a PDF document",
        "89504E470D0A1A0A0000, a picture (PNG)",
        "FFD8FFE000104A46, a picture (JPEG)",
        "7F454C4602010100, a program (ELF)",
        "CAFEBABE00000045, a program (Java class)",
        "53514C69746520666F726D6174203300, an SQLite database",
        "FD377A585A000004, an xz file",
        "28B52FFD2400, a Zstandard file",
        "425A683931415926, a bzip2 file",
        "FFFE000041000000, text in UTF-32",
        "410042000001024300, bytes that no text has",
        "612C620A00312C320A, bytes that no text has",
        "0102030405060708, bytes that no text has",
    })
    void whatIsNotTextIsCalledByItsName(String hexadecimal, String name) throws IOException {
        Problem problem = refused(file(HexFormat.of().parseHex(hexadecimal)));

        assertThat(problem.found()).isEqualTo(name);
        assertThat(problem.where()).isEqualTo("given.csv");
        assertThat(problem.expected()).contains("csv, tsv");
        assertThat(problem.mend()).endsWith(".");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<?xml version=\"1.0\"?><Document/>|a document without a field",
                "<!DOCTYPE html><html></html>|a web page (HTML) without a table of entries",
                "{\"entries\": []}|a document without a field",
                "{\\rtf1\\ansi}|an RTF document",
            })
    void textThatHoldsNoLinesIsCalledByItsName(String text, String name) throws IOException {
        assertThat(refused(file(text.getBytes(UTF_8))).found()).isEqualTo(name);
    }

    @Test
    void randomBytesAreRefused() throws IOException {
        var bytes = new byte[4096];
        new Random(1).nextBytes(bytes);

        assertThat(refused(file(bytes)).found()).isEqualTo("bytes that no text has");
    }

    @Test
    void anExcelWorkbookIsToldFromAnotherArchive() throws IOException {
        assertThat(refused(file(zip("[Content_Types].xml", "xl/workbook.xml"))).found())
                .isEqualTo("a damaged workbook: a part of it is missing");
        assertThat(refused(file(zip("[Content_Types].xml", "xl/workbook.bin"))).found())
                .isEqualTo("an Excel workbook that cannot be read (.xlsb)");
        assertThat(refused(file(zip("mimetype", "content.xml"))).found())
                .isEqualTo("an OpenDocument file (.ods)");
        assertThat(refused(file(zip("[Content_Types].xml", "word/document.xml"))).found())
                .isEqualTo("a document of words or slides (.docx, .pptx)");
    }

    @Test
    void aDamagedArchiveIsRefused() throws IOException {
        assertThat(refused(file(Arrays.copyOf(zip("bank.csv"), 30))).found())
                .contains("a damaged ZIP archive");
    }

    @Test
    void aTarArchiveIsNotText() throws IOException {
        var bytes = new byte[1024];
        Arrays.fill(bytes, 0, 100, (byte) 'a');
        System.arraycopy("ustar".getBytes(StandardCharsets.US_ASCII), 0, bytes, 257, 5);

        assertThat(refused(file(bytes)).found()).isEqualTo("a tar archive");
    }

    private Path file(byte[] bytes) throws IOException {
        return door.file(bytes);
    }

    private Text readable(Path path) throws IOException {
        return door.text(path);
    }

    private Problem refused(Path path) throws IOException {
        return door.refused(path);
    }

    private static byte[] zip(String... names) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(packed)) {
            for (String name : List.of(names)) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(LINES.getBytes(ISO_8859_1));
                zip.closeEntry();
            }
        }
        return packed.toByteArray();
    }
}
