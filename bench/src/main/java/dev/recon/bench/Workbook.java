package dev.recon.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A workbook as a spreadsheet program writes it (ECMA-376): one sheet, every text in the table of
/// shared texts, days and amounts as numbers. References and texts are all different, which is the
/// most that shared texts can cost whoever reads them.
final class Workbook {
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final String MAIN =
            " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String OFFICE =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String TYPE =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final String[] HEADER = {
        "Reference", "Date", "Amount", "Currency", "Party", "Text"
    };
    private static final int PARTIES = 5_000;
    private static final int FIRST_PARTY = HEADER.length + 1;
    private static final int FIRST_REFERENCE = FIRST_PARTY + PARTIES;
    private static final int FIRST_DAY = 46_023;
    private static final int DAYS = 360;
    private static final int UNITS_MAX = 10_000_000;

    private final ZipOutputStream zip;
    private final Writer out;
    private final int rows;

    private Workbook(ZipOutputStream zip, int rows) {
        this.zip = zip;
        this.out = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
        this.rows = rows;
    }

    /// Writes one; the same rows and seed give the same cells.
    static void write(Path file, int rows, long seed) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            Workbook book = new Workbook(zip, rows);
            book.part("[Content_Types].xml", contentTypes());
            book.part("_rels/.rels", relation("officeDocument", "xl/workbook.xml"));
            book.part(
                    "xl/workbook.xml",
                    "<workbook"
                            + MAIN
                            + " xmlns:r=\""
                            + OFFICE
                            + "\"><sheets><sheet name=\"Bank\""
                            + " sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
            book.part(
                    "xl/_rels/workbook.xml.rels",
                    relation("worksheet", "worksheets/sheet1.xml").replace("</Relationships>", "")
                            + relationship("rId2", "styles", "styles.xml")
                            + relationship("rId3", "sharedStrings", "sharedStrings.xml")
                            + "</Relationships>");
            book.part(
                    "xl/styles.xml",
                    "<styleSheet"
                            + MAIN
                            + "><cellXfs count=\"2\"><xf numFmtId=\"0\"/>"
                            + "<xf numFmtId=\"14\" applyNumberFormat=\"1\"/>"
                            + "</cellXfs></styleSheet>");
            book.sheet(new Random(seed));
            book.sharedTexts();
        }
    }

    private static String contentTypes() {
        String override = "<Override PartName=\"/xl/%s\" ContentType=\"" + TYPE + "%s+xml\"/>";
        return "<Types xmlns=\""
                + PACKAGE
                + "content-types\"><Default Extension=\"rels\""
                + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + override.formatted("workbook.xml", "sheet.main")
                + override.formatted("worksheets/sheet1.xml", "worksheet")
                + override.formatted("styles.xml", "styles")
                + override.formatted("sharedStrings.xml", "sharedStrings")
                + "</Types>";
    }

    private static String relation(String type, String target) {
        return "<Relationships xmlns=\""
                + PACKAGE
                + "relationships\">"
                + relationship("rId1", type, target)
                + "</Relationships>";
    }

    private static String relationship(String id, String type, String target) {
        return "<Relationship Id=\""
                + id
                + "\" Type=\""
                + OFFICE
                + "/"
                + type
                + "\" Target=\""
                + target
                + "\"/>";
    }

    private void part(String name, String xml) throws IOException {
        begin(name);
        out.write(xml);
        end();
    }

    private void begin(String name) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        out.write(HEAD);
    }

    private void end() throws IOException {
        out.flush();
        zip.closeEntry();
    }

    private void sheet(Random random) throws IOException {
        begin("xl/worksheets/sheet1.xml");
        out.write("<worksheet" + MAIN + "><sheetData><row r=\"1\">");
        for (int column = 0; column < HEADER.length; column++) {
            out.write(shared(column, 1, column));
        }
        out.write("</row>");
        for (int row = 0; row < rows; row++) {
            int number = row + 2;
            int units = random.nextInt(UNITS_MAX);
            out.write("<row r=\"" + number + "\">");
            out.write(shared(0, number, FIRST_REFERENCE + 2 * row));
            out.write(
                    cell(1, number, " s=\"1\"") + (FIRST_DAY + random.nextInt(DAYS)) + "</v></c>");
            out.write(cell(2, number, "") + units / 100 + "." + units / 10 % 10 + units % 10);
            out.write("</v></c>" + shared(3, number, HEADER.length));
            out.write(shared(4, number, FIRST_PARTY + random.nextInt(PARTIES)));
            out.write(shared(5, number, FIRST_REFERENCE + 2 * row + 1) + "</row>");
        }
        out.write("</sheetData></worksheet>");
        end();
    }

    private static String shared(int column, int row, int text) {
        return cell(column, row, " t=\"s\"") + text + "</v></c>";
    }

    private static String cell(int column, int row, String is) {
        return "<c r=\"" + (char) ('A' + column) + row + "\"" + is + "><v>";
    }

    private void sharedTexts() throws IOException {
        begin("xl/sharedStrings.xml");
        out.write("<sst" + MAIN + ">");
        for (String name : HEADER) {
            text(name);
        }
        text("EUR");
        for (int party = 0; party < PARTIES; party++) {
            text("Customer number " + party);
        }
        for (int row = 0; row < rows; row++) {
            text("INV-" + (100_000_000L + row * 7_919L % 900_000_000L));
            text("Payment of invoice " + row + " of January, with thanks");
        }
        out.write("</sst>");
        end();
    }

    private void text(String text) throws IOException {
        out.write("<si><t>" + text + "</t></si>");
    }
}
