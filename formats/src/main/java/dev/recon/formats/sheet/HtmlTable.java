package dev.recon.formats.sheet;

import dev.recon.engine.read.InputProblem;
import dev.recon.formats.format.Delivery;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/// A table of a web page while its rows are read, from top to bottom.
///
/// A cell that reaches over several columns fills the first of them; one that reaches over several
/// rows is in each of them, because each is an entry, but a part of the head is said once.
final class HtmlTable {
    private static final int ROW_SPAN_MAX = 65_534;
    private static final int LETTERS_MAX = 3;
    private static final int COLUMNS_MAX = 1_000;

    /// What cells that reach over several rows may add up to, which a page says in few bytes.
    private static final int REPEATED_MAX = 1 << 24;

    private final int number;
    private final Delivery delivery;
    private final List<Reaching> reaching = new ArrayList<>();
    private int rows;
    private long repeated;

    /// @param number from 0
    HtmlTable(int number, Delivery delivery) {
        this.number = number;
        this.delivery = delivery;
    }

    /// What a cell of an earlier row leaves in this column: so many rows more.
    private record Reaching(String text, int rows) {
        private static final Reaching NONE = new Reaching("", 0);
    }

    /// The next row.
    HtmlRow next(Element element) {
        Row row = new Row(++rows);
        List<Area> merged = new ArrayList<>();
        int figures = 0;
        int column = 0;
        for (Element cell : element.children()) {
            boolean isHead = cell.normalName().equals("th");
            if (!isHead && !cell.normalName().equals("td")) {
                continue;
            }
            column = skipped(row, column);
            String text = cell.text().replace('\u00A0', ' ').strip();
            boolean isFigure = !isHead && isFigure(text);
            row.set(column, text, !isFigure);
            figures += isFigure ? 1 : 0;
            int columns = span(cell, "colspan", COLUMNS_MAX);
            int down = span(cell, "rowspan", ROW_SPAN_MAX);
            if (column + columns > COLUMNS_MAX) {
                throw tooWide("more than " + COLUMNS_MAX + " columns", "at most " + COLUMNS_MAX);
            }
            if (columns > 1 || down > 1) {
                merged.add(new Area(rows, column, rows + down - 1, column + columns - 1));
            }
            reach(column, columns, new Reaching(isHead ? "" : text, down - 1));
            column += columns;
        }
        skipped(row, column);
        return new HtmlRow(number, row, merged, figures > 0 && row.filled() > 1);
    }

    /// The next column that no cell of an earlier row reaches into; those that one does are filled.
    private int skipped(Row row, int from) {
        int column = from;
        while (column < reaching.size() && reaching.get(column).rows > 0) {
            Reaching above = reaching.get(column);
            row.set(column, above.text, !isFigure(above.text));
            reaching.set(column, new Reaching(above.text, above.rows - 1));
            repeated += above.text.length();
            column++;
        }
        if (repeated > REPEATED_MAX) {
            throw tooWide("cells that reach over too many rows", "each cell in its row");
        }
        return column;
    }

    private void reach(int column, int columns, Reaching down) {
        if (down.rows == 0) {
            return;
        }
        while (reaching.size() < column + columns) {
            reaching.add(Reaching.NONE);
        }
        reaching.set(column, down);
        for (int at = column + 1; at < column + columns; at++) {
            reaching.set(at, new Reaching("", down.rows));
        }
    }

    private InputProblem tooWide(String found, String expected) {
        return delivery.problem(
                "table " + (number + 1) + ", row " + rows,
                found,
                expected,
                "Export the same entries as CSV and give that file.");
    }

    private static int span(Element cell, String attribute, int most) {
        String value = cell.attr(attribute).strip();
        boolean number = value.length() < 9 && value.matches("[0-9]+");
        return number ? Math.clamp(Integer.parseInt(value), 1, most) : 1;
    }

    /// A number or a date, with at most a currency or the name of a month.
    private static boolean isFigure(String text) {
        long letters = text.codePoints().filter(Character::isLetter).count();
        return letters <= LETTERS_MAX && text.codePoints().anyMatch(Character::isDigit);
    }
}
