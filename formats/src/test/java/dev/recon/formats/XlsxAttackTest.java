package dev.recon.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.engine.read.Choices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Workbooks that want to do harm (S8, S9): refused with a reason, or read without it.
class XlsxAttackTest {
    private static final String HEAD =
            "<row r='1'><c t='str'><v>Ref</v></c><c t='str'><v>Sum</v></c></row>";
    private static final String ROW = "<row><c><v>1</v></c><c><v>2</v></c></row>";
    private static final String SHEET = "xl/worksheets/sheet1.xml";

    @RegisterExtension private final TestDoor door = new TestDoor();

    @Test
    void theSampleItselfIsRead() throws IOException {
        assertThat(door.table(XlsxBytes.workbook(HEAD + ROW))).isEqualTo("Ref,Sum\n1,2\n");
    }

    @Test
    void entitiesAreRefusedInEveryPart() throws IOException {
        Path secret = Files.writeString(door.folder().resolve("secret"), "secret");
        String attack = "<!DOCTYPE x [<!ENTITY e SYSTEM '" + secret.toUri() + "'>]>";
        String sheet = XlsxBytes.sheet(HEAD + ROW);

        assertThat(refused(attack + sheet, "<sst/>", "xl/sharedStrings.xml")).contains("DTD");
        assertThat(refused(sheet, attack + "<sst/>", "xl/sharedStrings.xml")).contains("DTD");
        assertThat(refused(sheet, attack + "<styleSheet/>", "xl/styles.xml")).contains("DTD");
    }

    @Test
    void aBombIsRefused() throws IOException {
        byte[] file = XlsxBytes.workbook(HEAD + ROW.repeat(2_000_000));

        assertThat(file.length).isLessThan(1_000_000);
        assertThat(door.refused(file).found()).contains("100 times its own size");
    }

    @Test
    void hugeSharedTextsAreRefused() throws IOException {
        String text = "<si><t>" + "x".repeat(3_000_000) + "</t></si>";
        String sheet = XlsxBytes.sheet(HEAD + ROW);

        assertThat(refused(sheet, "<sst>" + text + "</sst>", "xl/sharedStrings.xml"))
                .containsAnyOf("too long", "limit");
    }

    @Test
    void placesOutsideEverySheetAreRefused() throws IOException {
        String far = HEAD + "<row><c r='A2'><v>1</v></c><c r='XFE2'><v>1</v></c></row>";
        assertThat(door.table(XlsxBytes.workbook(far))).startsWith("Ref,Sum\n");

        String wide = HEAD + "<row>" + "<c/>".repeat(16_384) + "<c><v>1</v></c></row>";
        assertThat(door.refused(XlsxBytes.workbook(wide)).found()).contains("behind column XFD");

        String row = HEAD + "<row r='99999999999'><c><v>1</v></c><c><v>2</v></c></row>";
        assertThat(door.table(XlsxBytes.workbook(row))).isEqualTo("Ref,Sum\n1,2\n");
    }

    @Test
    void hugeNumbersStayTexts() throws IOException {
        String rows = HEAD + "<row><c><v>1e999999999</v></c><c><v>1</v></c></row>";

        assertThat(door.table(XlsxBytes.workbook(rows))).isEqualTo("Ref,Sum\n1e999999999,1\n");
    }

    @Test
    void textsThatAreNotThereAreEmpty() throws IOException {
        String rows = HEAD + "<row><c t='s'><v>99999</v></c><c><v>1</v></c></row>";

        assertThat(door.table(XlsxBytes.workbook(rows))).isEqualTo("Ref,Sum\n,1\n");
    }

    @Test
    void whatIsMissingIsNamed() throws IOException {
        byte[] file = ArchiveTest.zip("xl/workbook.xml", "<workbook/>");
        assertThat(door.refused(file).found()).contains("a damaged workbook");

        byte[] sheet = XlsxBytes.workbook("<x/>", "other.xml", "<sst/>", "xl/sharedStrings.xml");
        assertThat(door.refused(sheet).found()).contains("worksheets/sheet1.xml is missing");
    }

    @Test
    void aWorkbookThatBreaksOffIsRefused() throws IOException {
        byte[] file = XlsxBytes.workbook(HEAD + ROW);

        for (int length = 10; length < file.length; length += 7) {
            assertThat(door.refused(Arrays.copyOf(file, length)).found()).isNotEmpty();
        }
    }

    @Test
    void aWrongByteIsReadOrRefused() throws IOException {
        byte[] file = XlsxBytes.workbook(HEAD + ROW);

        for (int at = 0; at < file.length; at++) {
            byte[] broken = file.clone();
            broken[at] ^= 0x55;
            if (door.open(door.file(broken), Choices.NONE) instanceof Opened.Text text) {
                text.close();
            }
        }
    }

    private String refused(String sheet, String other, String name) throws IOException {
        return door.refused(XlsxBytes.workbook(sheet, SHEET, other, name)).sentence();
    }
}
