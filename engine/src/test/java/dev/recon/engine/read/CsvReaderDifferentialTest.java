package dev.recon.engine.read;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.recon.engine.table.Progress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

/// FastCSV, which has nothing in common with our reader, reads the same cells.
class CsvReaderDifferentialTest {
    @Test
    void readsTheCellsThatFastCsvReads() {
        for (int seed = 0; seed < 4_000; seed++) {
            RandomCsv csv = RandomCsv.of(new Random(seed));
            List<List<String>> expected = byFastCsv(csv);
            assertThat(byRecon(csv, expected)).as("seed %s: %s", seed, csv).isEqualTo(expected);
        }
    }

    /// The data records of FastCSV.
    private static List<List<String>> byFastCsv(RandomCsv csv) {
        String text = csv.text().startsWith("\uFEFF") ? csv.text().substring(1) : csv.text();
        List<List<String>> records = new ArrayList<>();
        try (var reader =
                de.siegmar.fastcsv.reader.CsvReader.builder()
                        .fieldSeparator(csv.dialect().delimiter())
                        .quoteCharacter('"')
                        .commentStrategy(CommentStrategy.NONE)
                        .skipEmptyLines(true)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .build(CsvRecordHandler.of(), text)) {
            for (CsvRecord record : reader) {
                records.add(record.getFields());
            }
        } catch (java.io.IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
        return records.subList(1, records.size());
    }

    /// Our records: entries as their own reader reads them, and for rejected lines, which must be
    /// of another width than the header, what was expected.
    private static List<List<String>> byRecon(RandomCsv csv, List<List<String>> expected) {
        ArrayBytes file = new ArrayBytes("random.csv", csv.bytes());
        SequencedMap<String, FieldSource> fields = new LinkedHashMap<>();
        fields.put("text", new FieldSource.Text("text", NormalForm.EXACT));
        Layout layout = new Layout(csv.dialect(), fields);
        ReadResult read =
                new CsvReader(file, layout, ColumnPlan.NONE, 2).read(1, "read", Progress.NONE);
        EntryReader entries = new EntryReader(file, layout, read.header());
        List<List<String>> records = new ArrayList<>();
        for (int line = 1; line <= read.records(); line++) {
            int row = read.table().lines().row(line);
            if (row >= 0) {
                records.add(List.copyOf(entries.read(read.table().lines(), row).cells().values()));
            } else if (expected.get(line - 1).size() != csv.header().size()) {
                records.add(expected.get(line - 1));
            }
        }
        return records;
    }
}
