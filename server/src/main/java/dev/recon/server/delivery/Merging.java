package dev.recon.server.delivery;

import dev.recon.engine.mend.PlacedLines;
import dev.recon.engine.read.Dialect;
import dev.recon.engine.read.Header;
import dev.recon.engine.read.Records;
import dev.recon.engine.table.Bytes;
import dev.recon.formats.identity.Arrivals;
import dev.recon.formats.identity.Arrivals.Arrival;
import dev.recon.formats.identity.Sighting;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Puts what a delivery brings to all that its source delivered before, each entry once.
///
/// @param lines what goes into the file of the earlier ones
record Merging(PlacedLines lines, int added, int known, int changed) {
    /// One line of a delivery.
    ///
    /// @param cells its cells; of a line that cannot be split into cells, all of it
    private record Row(int line, List<String> cells, boolean isBroken) {
        Sighting sighting(List<String> header) {
            return isBroken || cells.size() != header.size()
                    ? Sighting.of(List.of("line text"), List.of(String.join("\n", cells)))
                    : Sighting.of(header, cells);
        }
    }

    /// A text with the names of its columns.
    record Text(Bytes bytes, Dialect dialect) {
        private Header header() {
            return Header.read(bytes, dialect);
        }

        private List<Row> rows() {
            List<Row> rows = new ArrayList<>();
            Records records = new Records(bytes, dialect, header());
            while (records.next()) {
                List<String> cells = new ArrayList<>();
                if (records.isBroken()) {
                    int length = Math.toIntExact(records.end() - records.start());
                    byte[] raw = bytes.read(records.start(), length);
                    cells.add(new String(raw, StandardCharsets.UTF_8).strip());
                } else {
                    for (int cell = 0; cell < records.cells(); cell++) {
                        cells.add(records.text(cell));
                    }
                }
                rows.add(new Row(records.line(), cells, records.isBroken()));
            }
            return rows;
        }
    }

    /// Can one delivery be put to the other: do they have the same columns, in any order?
    static boolean isPossible(Text base, Text delivery) {
        return Set.copyOf(base.header().columns()).equals(Set.copyOf(delivery.header().columns()));
    }

    /// The lines of a text that others stand for in the one that was made by mending it.
    static List<List<String>> replaced(Text before, Text mended) {
        List<Row> was = before.rows();
        List<Row> now = mended.rows();
        List<List<String>> replaced = new ArrayList<>();
        for (int at = 0; at < Math.min(was.size(), now.size()); at++) {
            if (!was.get(at).cells.equals(now.get(at).cells)) {
                replaced.add(was.get(at).cells);
            }
        }
        return replaced;
    }

    /// Compares both; the base has each entry once.
    ///
    /// @param replaced lines that others stand for in the base: they are known, too
    static Merging of(Text base, Text delivery, List<List<String>> replaced) {
        List<List<String>> unmended = new ArrayList<>(replaced);
        List<String> columns = base.header().columns();
        List<String> header = delivery.header().columns();
        List<Row> known = base.rows();
        List<Row> rows = delivery.rows();
        List<Arrival> arrivals =
                Arrivals.of(
                        known.stream().map(row -> row.sighting(columns)).toList(),
                        rows.stream().map(row -> row.sighting(header)).toList());
        SortedMap<Integer, PlacedLines.Line> changed = new TreeMap<>();
        List<PlacedLines.Line> added = new ArrayList<>();
        for (int at = 0; at < rows.size(); at++) {
            Row row = rows.get(at);
            List<String> cells = arranged(row, header, columns);
            byte[] bytes = line(base.dialect(), cells);
            var line = new PlacedLines.Line(bytes, row.line(), false);
            switch (arrivals.get(at)) {
                case Arrival.New() -> {
                    if (!unmended.remove(cells)) {
                        added.add(line);
                    }
                }
                case Arrival.Changed(int place) -> changed.put(known.get(place).line(), line);
                case Arrival.Known(_) -> {
                    // It is there already.
                }
            }
        }
        int same = rows.size() - added.size() - changed.size();
        return new Merging(new PlacedLines(changed, added), added.size(), same, changed.size());
    }

    /// The cells in the order of the base.
    private static List<String> arranged(Row row, List<String> header, List<String> columns) {
        boolean isWhole = !row.isBroken() && row.cells().size() == header.size();
        return isWhole && !header.equals(columns)
                ? columns.stream().map(name -> row.cells().get(header.indexOf(name))).toList()
                : row.cells();
    }

    /// A line that cannot be split becomes one quoted cell: it stays rejected, and takes no other
    /// line with it.
    private static byte[] line(Dialect dialect, List<String> cells) {
        String delimiter = String.valueOf(dialect.delimiter());
        return cells.stream()
                .map(cell -> quoted(cell, dialect))
                .collect(Collectors.joining(delimiter))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String quoted(String cell, Dialect dialect) {
        String quote = String.valueOf(dialect.quote());
        boolean isPlain =
                dialect.quote() == 0
                        || cell.chars()
                                .noneMatch(each ->
                                        each == dialect.delimiter()
                                                || each == dialect.quote()
                                                || each == '\n'
                                                || each == '\r');
        return isPlain ? cell : quote + cell.replace(quote, quote + quote) + quote;
    }
}
