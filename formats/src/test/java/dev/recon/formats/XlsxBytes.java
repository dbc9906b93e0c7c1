package dev.recon.formats;

import java.io.IOException;

/// Workbooks written by hand, for what no honest writer makes.
public final class XlsxBytes {
    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final String WORKBOOK =
            """
            <workbook xmlns:r="r">
            <sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets>
            </workbook>
            """;
    private static final String RELATIONSHIPS =
            """
            <Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>
            """;

    private XlsxBytes() {}

    /// A workbook with one sheet of these rows.
    public static byte[] workbook(String rows) throws IOException {
        return workbook(sheet(rows), SHEET, "<sst/>", "xl/sharedStrings.xml");
    }

    /// A workbook with this part, and another one.
    public static byte[] workbook(String sheet, String name, String other, String otherName)
            throws IOException {
        return ArchiveTest.zip(
                "xl/workbook.xml",
                WORKBOOK,
                "xl/_rels/workbook.xml.rels",
                RELATIONSHIPS,
                name,
                sheet,
                otherName,
                other);
    }

    public static String sheet(String rows) {
        return "<worksheet><sheetData>" + rows + "</sheetData></worksheet>";
    }
}
