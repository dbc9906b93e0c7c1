package dev.recon.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What really belongs together in a pair of files. It is for scoring alone.
///
/// @param groups each with at least one entry
record Truth(List<Group> groups) {
    /// Entries that belong together, by their ids; one side may be empty.
    ///
    /// @param kind what was planted, `pair` where the file does not say
    record Group(String kind, List<String> left, List<String> right) {}

    Truth {
        groups = List.copyOf(groups);
    }

    /// Reads either form: `group,kind,left_ids,right_ids` with ids divided by semicolons, or two
    /// columns, the left id and the right id.
    static Truth read(Path file) throws IOException {
        List<Group> groups = new ArrayList<>();
        try (CsvReader<CsvRecord> records = CsvReader.builder().ofCsvRecord(file)) {
            for (CsvRecord line : records) {
                if (line.getStartingLineNumber() > 1) {
                    groups.add(group(line));
                }
            }
        }
        return new Truth(groups);
    }

    private static Group group(CsvRecord line) {
        return line.getFieldCount() == 2
                ? new Group("pair", ids(line.getField(0)), ids(line.getField(1)))
                : new Group(line.getField(1), ids(line.getField(2)), ids(line.getField(3)));
    }

    private static List<String> ids(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split(";"));
    }

    List<String> leftIds() {
        return groups.stream().flatMap(group -> group.left().stream()).toList();
    }

    List<String> rightIds() {
        return groups.stream().flatMap(group -> group.right().stream()).toList();
    }
}
