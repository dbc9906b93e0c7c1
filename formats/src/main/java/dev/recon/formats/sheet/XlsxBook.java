package dev.recon.formats.sheet;

import java.io.IOException;
import java.util.List;

/// An `.xlsx` workbook.
record XlsxBook(XlsxPackage parts, Workbook workbook) implements Book {
    @Override
    public List<String> names() {
        return workbook.sheets().stream().map(Workbook.Sheet::name).toList();
    }

    @Override
    public boolean isHidden(int sheet) {
        return workbook.sheets().get(sheet).isHidden();
    }

    @Override
    public Rows rows(int sheet) throws IOException {
        return parts.rows(workbook, workbook.sheets().get(sheet));
    }

    @Override
    public List<Area> merged(int sheet) throws IOException {
        return parts.merged(workbook.sheets().get(sheet));
    }
}
