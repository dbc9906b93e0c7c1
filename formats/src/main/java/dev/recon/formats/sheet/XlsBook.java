package dev.recon.formats.sheet;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;

/// An old `.xls` workbook, in memory.
record XlsBook(HSSFWorkbook workbook) implements Book {
    @Override
    public List<String> names() {
        return IntStream.range(0, workbook.getNumberOfSheets())
                .mapToObj(workbook::getSheetName)
                .toList();
    }

    @Override
    public boolean isHidden(int sheet) {
        return workbook.isSheetHidden(sheet) || workbook.isSheetVeryHidden(sheet);
    }

    @Override
    public Rows rows(int sheet) {
        boolean from1904 = workbook.getInternalWorkbook().isUsing1904DateWindowing();
        return new XlsRows(workbook.getSheetAt(sheet).iterator(), new Days(from1904));
    }

    @Override
    public List<Area> merged(int sheet) {
        return workbook.getSheetAt(sheet).getMergedRegions().stream()
                .map(area ->
                        new Area(
                                area.getFirstRow() + 1,
                                area.getFirstColumn(),
                                area.getLastRow() + 1,
                                area.getLastColumn()))
                .toList();
    }
}
