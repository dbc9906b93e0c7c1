package dev.recon.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.engine.read.Choices;
import dev.recon.formats.Opened.Text;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Workbooks as a writer that is not ours makes them.
class XlsxTest {
    @RegisterExtension private final TestDoor door = new TestDoor();

    @Test
    void datesNumbersAndTextsAreReadAsTheyAreStored() throws IOException {
        byte[] file =
                workbook(
                        "Bank",
                        sheet -> {
                            row(sheet, 0, "Date", "Amount", "Text", "Paid", "At");
                            sheet.value(1, 0, LocalDate.of(2026, 3, 5));
                            sheet.style(1, 0).format("dd.mm.yyyy").set();
                            sheet.value(1, 1, 1204.5);
                            sheet.value(1, 2, "007, \"seven\"\nMüller & Söhne");
                            sheet.value(1, 3, true);
                            sheet.value(1, 4, LocalDateTime.of(2026, 3, 5, 13, 45, 1));
                            sheet.style(1, 4).format("yyyy-mm-dd hh:mm:ss").set();
                            sheet.value(2, 1, 0.1 + 0.2);
                            sheet.value(3, 1, -1e-7);
                        });

        assertThat(door.table(file))
                .isEqualTo(
                        """
                        Date,Amount,Text,Paid,At
                        2026-03-05,1204.5,"007, ""seven""
                        Müller & Söhne",true,2026-03-05 13:45:01
                        ,0.3,,,
                        ,-0.0000001,,,
                        """);
    }

    @Test
    void theHeadIsFoundBelowATitle() throws IOException {
        byte[] file =
                workbook(
                        "Bank",
                        sheet -> {
                            row(sheet, 0, "Account statement");
                            row(sheet, 2, "Account", "DE89 3704");
                            row(sheet, 4, "Ref", "", "Amount", "Day", "Text");
                            row(sheet, 5, "A-1", "x", "1.00", "", "t");
                            row(sheet, 7, "A-2", "x", "2.00", "", "t");
                        });

        assertThat(door.table(file))
                .isEqualTo("Ref,column B,Amount,Day,Text\nA-1,x,1.00,,t\nA-2,x,2.00,,t\n");
        assertThat(notes(file))
                .anySatisfy(note -> assertThat(note).isEqualTo("Line 1 stands in row 6."))
                .anySatisfy(note -> assertThat(note).contains("Account statement"))
                .anySatisfy(note -> assertThat(note).contains("row 7, are no lines"));
    }

    @Test
    void mergedHeadsNameTheirColumns() throws IOException {
        byte[] file =
                workbook(
                        "Bank",
                        sheet -> {
                            row(sheet, 0, "Ledger of March");
                            sheet.range(0, 0, 0, 3).merge();
                            row(sheet, 1, "Date", "Amount", "", "Text");
                            sheet.range(1, 0, 2, 0).merge();
                            sheet.range(1, 1, 1, 2).merge();
                            sheet.range(1, 3, 2, 3).merge();
                            row(sheet, 2, "", "Debit", "Credit", "");
                            row(sheet, 3, "2026-03-05", "1.00", "", "rent");
                        });

        assertThat(door.table(file))
                .isEqualTo("Date,Amount Debit,Amount Credit,Text\n2026-03-05,1.00,,rent\n");
    }

    @Test
    void aSheetWithoutAHeadKeepsAllItsRows() throws IOException {
        byte[] file =
                workbook(
                        "Bank",
                        sheet -> {
                            sheet.value(0, 0, "A-1");
                            sheet.value(0, 1, 10);
                            sheet.value(1, 0, "A-2");
                            sheet.value(1, 1, 20);
                        });

        assertThat(door.table(file)).isEqualTo("column A,column B\nA-1,10\nA-2,20\n");
    }

    @Test
    void formulasAreReadByTheirValue() throws IOException {
        byte[] file =
                XlsxBytes.workbook(
                        """
                        <row r="1"><c t="str"><v>Ref</v></c><c t="str"><v>Sum</v></c></row>
                        <row r="2">
                        <c r="A2" t="str"><f>"A"&amp;1</f><v>A1</v></c>
                        <c r="B2"><f>1+2</f><v>3</v></c>
                        </row>
                        <row r="3">
                        <c r="A3" t="inlineStr"><is><t>A2</t></is></c>
                        <c r="B3"><f>NOW()</f></c>
                        <c r="C3" t="e"><v>#N/A</v></c>
                        </row>
                        """);

        assertThat(door.table(file)).isEqualTo("Ref,Sum,column C\nA1,3,\nA2,,#N/A\n");
        assertThat(notes(file)).contains("Formulas without a stored value (1) are empty cells.");
    }

    @Test
    void theFirstVisibleSheetWithATableIsRead() throws IOException {
        byte[] file = sheets();

        assertThat(door.table(file)).isEqualTo("Ref,Amount\nB-1,1\n");
        assertThat(door.table(file, sheet("Other"))).isEqualTo("Key,Sum\nC-1,2\n");
        assertThat(door.table(file, sheet("Old"))).isEqualTo("Ref,Amount\nOLD,9\n");
        assertThat(notes(file)).contains("The sheet Bank was read, of 4.");
    }

    @Test
    void aSheetThatIsNotThereIsNamed() throws IOException {
        assertThat(door.open(door.file(sheets()), sheet("Nope")).toString())
                .contains("a workbook with the sheets Old, Cover, Bank, Other");
    }

    @Test
    void cellsBehindTheHeadStayInTheirLine() throws IOException {
        byte[] file =
                workbook(
                        "Bank",
                        sheet -> {
                            row(sheet, 0, "Ref", "Amount");
                            for (int row = 1; row < 80; row++) {
                                row(sheet, row, "A-" + row, "1.00");
                            }
                            row(sheet, 80, "A-80", "1.00", "a remark");
                        });

        assertThat(door.table(file)).startsWith("Ref,Amount\n").endsWith("A-80,1.00,a remark\n");
    }

    private static byte[] sheets() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "test", "1.0")) {
            Worksheet old = workbook.newWorksheet("Old");
            row(old, 0, "Ref", "Amount");
            old.value(1, 0, "OLD");
            old.value(1, 1, 9);
            old.setVisibilityState(VisibilityState.HIDDEN);
            workbook.newWorksheet("Cover").value(0, 0, "A cover page");
            Worksheet bank = workbook.newWorksheet("Bank");
            row(bank, 0, "Ref", "Amount");
            bank.value(1, 0, "B-1");
            bank.value(1, 1, 1);
            Worksheet other = workbook.newWorksheet("Other");
            row(other, 0, "Key", "Sum");
            other.value(1, 0, "C-1");
            other.value(1, 1, 2);
        }
        return bytes.toByteArray();
    }

    private static Choices sheet(String name) {
        return new Choices(Optional.of(name), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private List<String> notes(byte[] file) throws IOException {
        try (Text text = door.text(door.file(file))) {
            return text.origin().notes();
        }
    }

    private static byte[] workbook(String name, Consumer<Worksheet> fill) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "test", "1.0")) {
            fill.accept(workbook.newWorksheet(name));
        }
        return bytes.toByteArray();
    }

    private static void row(Worksheet sheet, int row, String... cells) {
        for (int column = 0; column < cells.length; column++) {
            if (!cells[column].isEmpty()) {
                sheet.value(row, column, cells[column]);
            }
        }
    }
}
