package dev.recon.formats.tree;

import dev.recon.engine.table.Limits;
import dev.recon.formats.format.Delivery;
import dev.recon.formats.format.EntryWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Writes each node of one path as an entry. Values that stand several times below it are written
/// one behind the other, with a blank between.
final class Records implements Tree.Walker {
    private final Delivery delivery;
    private final EntryWriter entries;
    private final String path;
    private final Map<String, Integer> places = new HashMap<>();
    private final List<StringBuilder> cells = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private int depth = -1;
    private long count;

    Records(Shape.Kind kind, Delivery delivery, EntryWriter entries) throws IOException {
        this.delivery = delivery;
        this.entries = entries;
        this.path = kind.path();
        for (String column : kind.columns()) {
            places.put(column, cells.size());
            cells.add(new StringBuilder());
        }
        entries.header(kind.columns());
    }

    long count() {
        return count;
    }

    @Override
    public void enter(String name, boolean isElement) {
        names.add(name);
        if (depth < 0 && Paths.of(names).equals(path)) {
            depth = names.size();
        }
    }

    @Override
    public void value(String text) {
        if (depth < 0) {
            return;
        }
        StringBuilder cell = cells.get(places.getOrDefault(Paths.column(names, depth), 0));
        if (cell.length() + text.length() >= Limits.CELL_BYTES_MAX) {
            throw delivery.problem(
                    "entry " + (count + 1),
                    "a field of more than " + Limits.CELL_BYTES_MAX + " characters",
                    "a shorter one",
                    "Choose another path of records.");
        }
        cell.append(cell.isEmpty() ? "" : " ").append(text);
    }

    @Override
    public void leave() throws IOException {
        if (names.size() == depth) {
            entries.line(cells.stream().map(StringBuilder::toString).toList());
            cells.forEach(cell -> cell.setLength(0));
            depth = -1;
            count++;
        }
        names.removeLast();
    }
}
