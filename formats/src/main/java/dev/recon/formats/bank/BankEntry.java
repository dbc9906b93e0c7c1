package dev.recon.formats.bank;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One entry on its way into the table: cells by their column.
public final class BankEntry {
    private static final int CELL_CHARACTERS_MAX = 4000;

    private final Map<BankColumn, String> cells = new EnumMap<>(BankColumn.class);

    /// Sets a cell. Line breaks and runs of blanks become one blank; nothing, or only blanks,
    /// leaves it empty.
    public BankEntry with(BankColumn column, @Nullable String text) {
        String cell = text == null ? "" : clean(text);
        if (cell.isEmpty()) {
            cells.remove(column);
        } else {
            cells.put(column, cell);
        }
        return this;
    }

    /// What stands in a cell; an empty text if nothing does.
    public String get(BankColumn column) {
        return cells.getOrDefault(column, "");
    }

    /// Another entry with the same cells.
    public BankEntry copy() {
        var copy = new BankEntry();
        copy.cells.putAll(cells);
        return copy;
    }

    List<String> line(List<BankColumn> columns) {
        return columns.stream().map(this::get).toList();
    }

    private static String clean(String text) {
        var clean = new StringBuilder(Math.min(text.length(), CELL_CHARACTERS_MAX));
        boolean blank = false;
        for (int at = 0; at < text.length() && clean.length() < CELL_CHARACTERS_MAX; at++) {
            char each = text.charAt(at);
            if (Character.isWhitespace(each) || Character.isISOControl(each) || each == '\u00A0') {
                blank = !clean.isEmpty();
            } else {
                if (blank) {
                    clean.append(' ');
                    blank = false;
                }
                clean.append(each);
            }
        }
        return clean.toString();
    }
}
