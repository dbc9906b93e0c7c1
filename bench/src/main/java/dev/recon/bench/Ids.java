package dev.recon.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which line of a file has which id; lines count data records from 1.
record Ids(Map<String, Integer> lines) {
    private static final int LINES_LOOKED_AT = 1_000;

    /// Finds the column that holds the ids, and the line of each.
    ///
    /// @throws IllegalArgumentException when no column holds them
    static Ids read(Path file, Collection<String> ids) throws IOException {
        char delimiter = delimiter(file);
        int column = column(file, delimiter, new HashSet<>(ids));
        Map<String, Integer> lines = new HashMap<>();
        try (CsvReader<CsvRecord> records = open(file, delimiter)) {
            int line = 0;
            for (CsvRecord cells : records) {
                if (line > 0) {
                    lines.put(cells.getField(column), line);
                }
                line++;
            }
        }
        return new Ids(lines);
    }

    int line(String id) {
        Integer line = lines.get(id);
        if (line == null) {
            throw new IllegalArgumentException("the truth names " + id + ", which is not there");
        }
        return line;
    }

    /// The column with most different ids among its first cells: years repeat, ids do not.
    private static int column(Path file, char delimiter, Set<String> ids) throws IOException {
        try (CsvReader<CsvRecord> records = open(file, delimiter)) {
            List<Set<String>> hits = new ArrayList<>();
            int seen = 0;
            for (CsvRecord cells : records) {
                for (int at = 0; at < cells.getFieldCount(); at++) {
                    if (hits.size() == at) {
                        hits.add(new HashSet<>());
                    }
                    if (ids.contains(cells.getField(at))) {
                        hits.get(at).add(cells.getField(at));
                    }
                }
                if (++seen > LINES_LOOKED_AT) {
                    break;
                }
            }
            int best = 0;
            for (int at = 0; at < hits.size(); at++) {
                best = hits.get(at).size() > hits.get(best).size() ? at : best;
            }
            if (hits.isEmpty() || hits.get(best).isEmpty()) {
                throw new IllegalArgumentException("no column of " + file + " has the truth's ids");
            }
            return best;
        }
    }

    private static CsvReader<CsvRecord> open(Path file, char delimiter) throws IOException {
        return CsvReader.builder().fieldSeparator(delimiter).ofCsvRecord(file);
    }

    private static char delimiter(Path file) throws IOException {
        try (var lines = java.nio.file.Files.lines(file)) {
            String head = lines.findFirst().orElse("");
            return List.of(',', ';', '\t', '|').stream()
                    .max(
                            java.util.Comparator.comparingLong(
                                    mark -> head.chars().filter(letter -> letter == mark).count()))
                    .orElseThrow();
        }
    }
}
