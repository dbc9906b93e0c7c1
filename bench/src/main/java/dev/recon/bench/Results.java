package dev.recon.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a run left: `matches.csv` and `breaks.csv`, by line.
///
/// @param matchOfLeft the match of each left line that is in one
/// @param matchOfRight the match of each right line that is in one
/// @param matches the matches by number
/// @param breakOfMatch the kind of break inside each match that has one
/// @param breakOfLeft the kind of break of each open left line
/// @param breakOfRight the kind of break of each open right line
record Results(
        Map<Integer, Integer> matchOfLeft,
        Map<Integer, Integer> matchOfRight,
        Map<Integer, Found> matches,
        Map<Integer, String> breakOfMatch,
        Map<Integer, String> breakOfLeft,
        Map<Integer, String> breakOfRight) {

    /// One match: its lines on both sides, its status and its pass.
    record Found(List<Integer> left, List<Integer> right, String status, String pass) {
        int pairs() {
            return left.size() * right.size();
        }
    }

    static Results read(Path folder) throws IOException {
        Results results =
                new Results(
                        new HashMap<>(),
                        new HashMap<>(),
                        new HashMap<>(),
                        new HashMap<>(),
                        new HashMap<>(),
                        new HashMap<>());
        try (CsvReader<NamedCsvRecord> lines = open(folder.resolve("matches.csv"))) {
            lines.forEach(results::takeMatch);
        }
        try (CsvReader<NamedCsvRecord> lines = open(folder.resolve("breaks.csv"))) {
            lines.forEach(results::takeBreak);
        }
        return results;
    }

    private static CsvReader<NamedCsvRecord> open(Path file) throws IOException {
        return CsvReader.builder().ofNamedCsvRecord(file);
    }

    private void takeMatch(NamedCsvRecord cells) {
        int match = Integer.parseInt(cells.getField("match"));
        int line = Integer.parseInt(cells.getField("line"));
        Found found =
                matches.computeIfAbsent(
                        match,
                        _ ->
                                new Found(
                                        new ArrayList<>(1),
                                        new ArrayList<>(1),
                                        cells.getField("status").intern(),
                                        cells.getField("pass").intern()));
        boolean left = cells.getField("side").equals("left");
        (left ? found.left() : found.right()).add(line);
        (left ? matchOfLeft : matchOfRight).put(line, match);
    }

    private void takeBreak(NamedCsvRecord cells) {
        String kind = cells.getField("kind").intern();
        if (!cells.getField("match").isEmpty()) {
            breakOfMatch.put(Integer.parseInt(cells.getField("match")), kind);
            return;
        }
        boolean left = cells.getField("side").equals("left");
        int line = Integer.parseInt(cells.getField("line"));
        (left ? breakOfLeft : breakOfRight).put(line, kind);
    }
}
