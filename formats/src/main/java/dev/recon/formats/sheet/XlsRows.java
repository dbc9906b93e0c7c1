package dev.recon.formats.sheet;

import dev.recon.formats.format.PlainNumber;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;

/// The rows of one sheet of an old `.xls` workbook.
record XlsRows(Iterator<org.apache.poi.ss.usermodel.Row> rows, Days days) implements Rows {
    @Override
    public Optional<Row> next() {
        while (rows.hasNext()) {
            org.apache.poi.ss.usermodel.Row given = rows.next();
            var row = new Row(given.getRowNum() + 1);
            given.forEach(cell -> set(row, cell));
            if (row.filled() > 0) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    private void set(Row row, Cell cell) {
        CellType type =
                cell.getCellType() == CellType.FORMULA
                        ? cell.getCachedFormulaResultType()
                        : cell.getCellType();
        int column = cell.getColumnIndex();
        switch (type) {
            case STRING -> row.set(column, cell.getRichStringCellValue().getString(), true);
            case BOOLEAN -> row.set(column, cell.getBooleanCellValue() ? "true" : "false", false);
            case NUMERIC -> row.set(column, number(cell), false);
            case ERROR ->
                    row.set(
                            column,
                            FormulaError.forInt(cell.getErrorCellValue()).getString(),
                            false);
            case BLANK, FORMULA, _NONE -> {
                // Nothing is shown.
            }
        }
    }

    /// The format stores binary numbers; fifteen digits of them are what it shows.
    private String number(Cell cell) {
        double number = cell.getNumericCellValue();
        var style = cell.getCellStyle();
        boolean isDate =
                DateFormats.isBuiltIn(style.getDataFormat())
                        || DateFormats.isDate(String.valueOf(style.getDataFormatString()));
        Optional<String> date =
                isDate && Double.isFinite(number)
                        ? days.date(BigDecimal.valueOf(number))
                        : Optional.empty();
        return date.or(() -> PlainNumber.ofSheet(Double.toString(number)))
                .orElse(Double.toString(number));
    }

    @Override
    public List<String> notes() {
        return List.of();
    }

    @Override
    public void close() {
        // The workbook is closed by whoever opened it.
    }
}
