package dev.recon.formats.sheet;

import dev.recon.formats.format.PlainNumber;
import dev.recon.formats.format.XmlStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The rows of one sheet of an `.xlsx` workbook, as its XML streams by: one row in memory.
final class XlsxRows implements Rows {
    private final XmlStream xml;
    private final Workbook workbook;
    private int number;
    private int column;
    private int hidden;
    private int unvalued;

    XlsxRows(XmlStream xml, Workbook workbook) {
        this.xml = xml;
        this.workbook = workbook;
    }

    @Override
    public Optional<Row> next() throws IOException {
        while (xml.next()) {
            if (xml.isStart() && xml.name().equals("row")) {
                Row row = row();
                if (row.filled() > 0) {
                    return Optional.of(row);
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (hidden > 0) {
            notes.add("Hidden rows (" + hidden + ") are read too.");
        }
        if (unvalued > 0) {
            notes.add("Formulas without a stored value (" + unvalued + ") are empty cells.");
        }
        return notes;
    }

    private Row row() throws IOException {
        number =
                xml.attribute("r")
                        .filter(text -> text.matches("[0-9]{1,7}"))
                        .map(Integer::parseInt)
                        .orElse(number + 1);
        hidden += xml.attribute("hidden").filter(XlsxRows::isTrue).isPresent() ? 1 : 0;
        column = -1;
        var row = new Row(number);
        while (xml.next() && !(xml.isEnd() && xml.name().equals("row"))) {
            if (xml.isStart() && xml.name().equals("c")) {
                cell(row);
            }
        }
        return row;
    }

    private void cell(Row row) throws IOException {
        column = xml.attribute("r").flatMap(Place::of).map(Place::column).orElse(column + 1);
        if (column >= Place.COLUMNS_MAX) {
            throw xml.problem(
                    "a cell behind column " + Place.letters(Place.COLUMNS_MAX - 1),
                    "at most " + Place.COLUMNS_MAX + " columns",
                    "Check that this is the file you meant.");
        }
        String type = xml.attribute("t").orElse("n");
        int style =
                xml.attribute("s")
                        .filter(text -> text.matches("[0-9]{1,6}"))
                        .map(Integer::parseInt)
                        .orElse(0);
        String value = "";
        boolean hasFormula = false;
        while (xml.next() && !(xml.isEnd() && xml.name().equals("c"))) {
            if (xml.isStart()) {
                switch (xml.name()) {
                    case "v" -> value = value();
                    case "is" -> value = CellText.of(xml, "is");
                    case "f" -> hasFormula = true;
                    default -> {
                        // Extensions say nothing of the value.
                    }
                }
            }
        }
        unvalued += hasFormula && value.isEmpty() ? 1 : 0;
        set(row, type, style, value);
    }

    private String value() throws IOException {
        var value = new StringBuilder();
        while (xml.next() && !(xml.isEnd() && xml.name().equals("v"))) {
            value.append(xml.isText() ? xml.text() : "");
        }
        return value.toString();
    }

    private void set(Row row, String type, int style, String value) {
        if (value.isEmpty()) {
            return;
        }
        switch (type) {
            case "s" -> row.set(column, workbook.texts().get(index(value)), true);
            case "str", "inlineStr" -> row.set(column, CellText.plain(value), true);
            case "b" -> row.set(column, isTrue(value) ? "true" : "false", false);
            case "n" -> row.set(column, number(value, style), false);
            default -> row.set(column, value, false); // an ISO date (d), an error (e)
        }
    }

    private String number(String value, int style) {
        if (workbook.styles().isDate(style)) {
            Optional<String> date = PlainNumber.parse(value).flatMap(workbook.days()::date);
            if (date.isPresent()) {
                return date.get();
            }
        }
        return PlainNumber.ofSheet(value).orElse(value);
    }

    private static long index(String value) {
        return value.matches("[0-9]{1,9}") ? Long.parseLong(value) : -1;
    }

    private static boolean isTrue(String value) {
        return value.equals("1") || value.equals("true");
    }

    @Override
    public void close() throws IOException {
        xml.close();
    }
}
