package dev.recon.formats.sheet;

import dev.recon.formats.format.BoundedStream;
import dev.recon.formats.format.Delivery;
import dev.recon.formats.format.XmlStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// The ZIP archive that an `.xlsx` workbook is, and its parts. Parts are read where they are, never
/// written anywhere; links to other workbooks are not followed.
///
/// Source: ECMA-376 part 1, sections 18.2 (workbook), 18.3 (sheets), 18.4 (shared strings).
final class XlsxPackage implements Closeable {
    private static final int PARTS_MAX = 10_000;
    private static final int SHEETS_MAX = 1_000;
    private static final int AREAS_MAX = 10_000;
    private static final int HEAD_ROWS = 100;
    private static final String FOLDER = "xl/";

    private final Delivery delivery;
    private final ZipFile zip;
    private final BoundedStream.Budget budget;

    private XlsxPackage(Delivery delivery, ZipFile zip, BoundedStream.Budget budget) {
        this.delivery = delivery;
        this.zip = zip;
        this.budget = budget;
    }

    static XlsxPackage open(Delivery delivery) throws IOException {
        try {
            var zip = new ZipFile(delivery.path().toFile());
            var budget = new BoundedStream.Budget(delivery, Files.size(delivery.path()));
            return new XlsxPackage(delivery, zip, budget).bounded();
        } catch (ZipException failure) {
            throw damaged(delivery, String.valueOf(failure.getMessage()));
        }
    }

    private XlsxPackage bounded() throws IOException {
        if (zip.size() > PARTS_MAX) {
            int parts = zip.size();
            close();
            throw delivery.problem(
                    "",
                    "a workbook of " + parts + " parts",
                    "at most " + PARTS_MAX,
                    "Save the sheet alone, as a workbook of its own.");
        }
        return this;
    }

    /// What its sheets share.
    Workbook workbook() throws IOException {
        Map<String, String> targets = targets();
        List<Workbook.Sheet> sheets = new ArrayList<>();
        boolean from1904 = false;
        try (XmlStream xml = part(FOLDER + "workbook.xml").orElseThrow(this::noWorkbook)) {
            while (xml.next()) {
                if (xml.isStart() && xml.name().equals("workbookPr")) {
                    String system = xml.attribute("date1904").orElse("0");
                    from1904 = system.equals("1") || system.equals("true");
                } else if (xml.isStart() && xml.name().equals("sheet")) {
                    sheet(xml, targets).ifPresent(sheets::add);
                }
                if (sheets.size() > SHEETS_MAX) {
                    throw xml.problem(
                            "more than " + SHEETS_MAX + " sheets", "fewer", "Save one alone.");
                }
            }
        }
        return new Workbook(sheets, texts(), styles(), new Days(from1904));
    }

    private static Optional<Workbook.Sheet> sheet(XmlStream xml, Map<String, String> targets) {
        String name = xml.attribute("name").orElse("");
        boolean isHidden = !xml.attribute("state").orElse("visible").equals("visible");
        return xml.attribute("id")
                .map(targets::get)
                .map(target -> new Workbook.Sheet(name, target, isHidden));
    }

    /// The parts that the workbook names, by the ids that it gives them.
    private Map<String, String> targets() throws IOException {
        Map<String, String> targets = new HashMap<>();
        try (XmlStream xml =
                part(FOLDER + "_rels/workbook.xml.rels").orElseThrow(this::noWorkbook)) {
            while (xml.next() && targets.size() <= PARTS_MAX) {
                if (xml.isStart() && xml.name().equals("Relationship")) {
                    String target = xml.attribute("Target").orElse("");
                    targets.put(
                            xml.attribute("Id").orElse(""),
                            target.startsWith("/") ? target.substring(1) : FOLDER + target);
                }
            }
        }
        return targets;
    }

    private SharedTexts texts() throws IOException {
        Optional<XmlStream> part = part(FOLDER + "sharedStrings.xml");
        if (part.isEmpty()) {
            return SharedTexts.none(delivery);
        }
        try (XmlStream xml = part.get()) {
            return SharedTexts.read(xml, delivery);
        }
    }

    private Styles styles() throws IOException {
        Optional<XmlStream> part = part(FOLDER + "styles.xml");
        if (part.isEmpty()) {
            return new Styles();
        }
        try (XmlStream xml = part.get()) {
            return Styles.read(xml);
        }
    }

    Rows rows(Workbook workbook, Workbook.Sheet sheet) throws IOException {
        return new XlsxRows(sheetPart(sheet), workbook);
    }

    /// The merged cells in the first rows of a sheet. They stand behind its rows, so that it is
    /// read once more for them.
    List<Area> merged(Workbook.Sheet sheet) throws IOException {
        List<Area> areas = new ArrayList<>();
        try (XmlStream xml = sheetPart(sheet)) {
            while (xml.next() && areas.size() < AREAS_MAX) {
                if (xml.isStart() && xml.name().equals("mergeCell")) {
                    area(xml.attribute("ref").orElse(""))
                            .filter(area -> area.firstRow() <= HEAD_ROWS)
                            .ifPresent(areas::add);
                }
            }
        }
        return areas;
    }

    private static Optional<Area> area(String reference) {
        int colon = reference.indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        Optional<Place> last = Place.of(reference.substring(colon + 1));
        return Place.of(reference.substring(0, colon))
                .flatMap(first ->
                        last.map(end ->
                                new Area(first.row(), first.column(), end.row(), end.column())));
    }

    private XmlStream sheetPart(Workbook.Sheet sheet) throws IOException {
        return part(sheet.member())
                .orElseThrow(() -> damaged(delivery, sheet.member() + " is missing"));
    }

    private Optional<XmlStream> part(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            return Optional.empty();
        }
        return Optional.of(
                XmlStream.open(delivery, new BoundedStream(zip.getInputStream(entry), budget)));
    }

    private RuntimeException noWorkbook() {
        return damaged(delivery, "a part of it is missing");
    }

    static RuntimeException damaged(Delivery delivery, String how) {
        return delivery.problem(
                "",
                "a damaged workbook: " + how,
                "a whole one",
                "Open it in a spreadsheet program, save it again, or fetch it again.");
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
