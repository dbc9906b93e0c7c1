package dev.recon.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import blue.strategic.parquet.ParquetWriter;
import dev.recon.engine.read.Choices;
import dev.recon.formats.format.Delivery;
import dev.recon.formats.format.Format;
import dev.recon.formats.format.Head;
import dev.recon.formats.format.Limits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Parquet and old Excel files, written by libraries.
class ColumnarTest {
    @RegisterExtension private final TestDoor door = new TestDoor();

    @Test
    void everyPlainColumnOfAParquetFileIsRead() throws IOException {
        assertThat(door.table(parquet()))
                .isEqualTo(
                        """
                        ref,units,rate,day,amount
                        R-0,0,0.1,2026-03-05,-12.34
                        R-1,1,1.1,2026-03-06,-12.33
                        R-2,2,2.1,2026-03-07,-12.32
                        """);
    }

    @Test
    void aDamagedParquetFileIsRefused() throws IOException {
        byte[] file = parquet();

        for (int length = 5; length < file.length; length += 11) {
            assertThat(door.refused(Arrays.copyOf(file, length)).found()).isNotEmpty();
        }
    }

    @Test
    void anOldWorkbookIsReadLikeANewOne() throws IOException {
        assertThat(door.table(workbook()))
                .isEqualTo("Ref,Day,Sum\nA-1,2026-03-05,1204.5\nA-2,,0.3\n");
    }

    @Test
    void anOldWorkbookThatBreaksOffIsReadWholeOrRefused() throws IOException {
        byte[] file = workbook();
        String whole = door.table(file);

        for (int length = 9; length < file.length; length += 97) {
            Path cut = door.file(Arrays.copyOf(file, length));
            if (door.open(cut, Choices.NONE) instanceof Opened.Text text) {
                try (text) {
                    assertThat(text.path()).hasContent(whole);
                }
            }
        }
    }

    @Test
    void aFullDiskIsNotTheFaultOfTheFile() throws IOException {
        for (byte[] bytes : List.of(workbook(), parquet())) {
            Path file = door.file(bytes);
            Head head = Head.of(file, Set.of());
            Format format =
                    TableFormats.ALL.stream()
                            .filter(each -> each.recognises(head))
                            .findFirst()
                            .orElseThrow();
            var delivery = new Delivery(file, "given", Limits.standard(), Choices.NONE);

            assertThatThrownBy(() -> format.unfold(delivery, new FullDisk()))
                    .isInstanceOf(IOException.class)
                    .hasMessage(FullDisk.MESSAGE);
        }
    }

    private static byte[] workbook() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new HSSFWorkbook()) {
            var sheet = workbook.createSheet("Bank");
            var head = sheet.createRow(0);
            head.createCell(0).setCellValue("Ref");
            head.createCell(1).setCellValue("Day");
            head.createCell(2).setCellValue("Sum");
            var style = workbook.createCellStyle();
            style.setDataFormat(workbook.createDataFormat().getFormat("dd.mm.yyyy"));
            var one = sheet.createRow(1);
            one.createCell(0).setCellValue("A-1");
            one.createCell(1)
                    .setCellValue(
                            Date.from(
                                    LocalDate.of(2026, 3, 5)
                                            .atStartOfDay(ZoneId.systemDefault())
                                            .toInstant()));
            one.getCell(1).setCellStyle(style);
            one.createCell(2).setCellValue(1204.5);
            var two = sheet.createRow(2);
            two.createCell(0).setCellValue("A-2");
            two.createCell(2).setCellValue(0.1 + 0.2);
            workbook.write(bytes);
        }
        return bytes.toByteArray();
    }

    private byte[] parquet() throws IOException {
        MessageType schema =
                new MessageType(
                        "rows",
                        Types.required(PrimitiveTypeName.BINARY)
                                .as(LogicalTypeAnnotation.stringType())
                                .named("ref"),
                        Types.required(PrimitiveTypeName.INT64).named("units"),
                        Types.required(PrimitiveTypeName.DOUBLE).named("rate"),
                        Types.required(PrimitiveTypeName.INT32)
                                .as(LogicalTypeAnnotation.dateType())
                                .named("day"),
                        Types.required(PrimitiveTypeName.INT64)
                                .as(LogicalTypeAnnotation.decimalType(2, 18))
                                .named("amount"));
        Path file = door.folder().resolve("rows.parquet");
        Files.deleteIfExists(file);
        try (ParquetWriter<Integer> writer =
                ParquetWriter.writeFile(
                        schema,
                        file.toFile(),
                        (row, values) -> {
                            values.write("ref", "R-" + row);
                            values.write("units", (long) row);
                            values.write("rate", row + 0.1);
                            values.write("day", (int) LocalDate.of(2026, 3, 5 + row).toEpochDay());
                            values.write("amount", -1234L + row);
                        })) {
            for (int row = 0; row < 3; row++) {
                writer.write(row);
            }
        }
        return Files.readAllBytes(file);
    }
}
