package dev.recon.formats.sheet;

import dev.recon.formats.format.Delivery;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The tables of a web page as sheets, counted by a first reading.
///
/// @param tables in the order of the page
record HtmlBook(Delivery delivery, List<Counted> tables) implements Book {
    private static final int FIRST_ROWS = 50;

    /// One table.
    ///
    /// @param figures how many of its rows hold a number or a date
    /// @param merged the cells of its first rows that reach over others
    private record Counted(int figures, List<Area> merged) {
        Counted with(HtmlRow row) {
            List<Area> areas = new ArrayList<>(merged);
            if (row.number() <= FIRST_ROWS) {
                areas.addAll(row.merged());
            }
            return new Counted(figures + (row.hasFigures() ? 1 : 0), areas);
        }
    }

    static HtmlBook of(Delivery delivery) throws IOException {
        List<Counted> tables = new ArrayList<>();
        try (HtmlRows rows = new HtmlRows(delivery)) {
            for (Optional<HtmlRow> row = rows.next(); row.isPresent(); row = rows.next()) {
                while (tables.size() <= row.get().table()) {
                    tables.add(new Counted(0, List.of()));
                }
                tables.set(row.get().table(), tables.get(row.get().table()).with(row.get()));
            }
        }
        return new HtmlBook(delivery, tables);
    }

    boolean isWithoutTable() {
        return tables.stream().noneMatch(table -> table.figures > 0);
    }

    @Override
    public List<String> names() {
        return IntStream.rangeClosed(1, tables.size()).mapToObj(n -> "table " + n).toList();
    }

    /// A table without figures is there to look at: a frame, a menu, an address.
    @Override
    public boolean isHidden(int sheet) {
        return tables.get(sheet).figures == 0;
    }

    /// Those with the most rows of figures first.
    @Override
    public List<Integer> preferred() {
        return Book.super.preferred().stream()
                .sorted(Comparator.comparingInt(sheet -> -tables.get(sheet).figures))
                .toList();
    }

    @Override
    public String taken(int sheet) {
        return "The table " + (sheet + 1) + " was read, of " + tables.size() + ".";
    }

    @Override
    public Rows rows(int sheet) throws IOException {
        HtmlRows rows = new HtmlRows(delivery);
        return new Rows() {
            @Override
            public Optional<Row> next() throws IOException {
                Optional<HtmlRow> row = rows.next();
                while (row.isPresent() && (row.get().table() != sheet || row.get().isEmpty())) {
                    row = rows.next();
                }
                return row.map(HtmlRow::row);
            }

            @Override
            public List<String> notes() {
                return List.of();
            }

            @Override
            public void close() {
                rows.close();
            }
        };
    }

    @Override
    public List<Area> merged(int sheet) {
        return tables.get(sheet).merged;
    }
}
