package dev.recon.server.run;

import dev.recon.engine.read.Entry;
import dev.recon.engine.read.EntryReader;
import dev.recon.engine.read.FieldSource;
import dev.recon.engine.read.Layout;
import dev.recon.engine.table.Lines;
import dev.recon.engine.table.Table;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The text fields that lists show and searches read, as they stand in the file.
record ListedFields(Layout layout, EntryReader entries) {
    private static final int CHARS_MAX = 500;

    /// @param words all of them in one, for searches
    record Listed(@Nullable String reference, @Nullable String party, String words) {}

    Listed read(Lines lines, int row) {
        return of(entries.read(lines, row));
    }

    Listed of(Entry entry) {
        String reference = find(entry, Table.REFERENCE);
        String party = find(entry, Table.PARTY);
        String text = find(entry, Table.TEXT);
        StringBuilder words = new StringBuilder();
        for (String word : new @Nullable String[] {reference, party, text}) {
            if (word != null) {
                words.append(words.isEmpty() ? "" : " ").append(word);
            }
        }
        return new Listed(reference, party, words.toString());
    }

    private @Nullable String find(Entry entry, String field) {
        if (!(layout.fields().get(field) instanceof FieldSource.Text(String column, _))) {
            return null;
        }
        String cell = cell(entry, column);
        if (cell == null || cell.isBlank()) {
            return null;
        }
        String text = cell.strip();
        return text.length() > CHARS_MAX ? text.substring(0, CHARS_MAX) : text;
    }

    /// A cell by the name of its column, whatever its case, as the engine finds it.
    static @Nullable String cell(Entry entry, String column) {
        String cell = entry.cells().get(column);
        if (cell != null) {
            return cell;
        }
        for (Map.Entry<String, String> one : entry.cells().entrySet()) {
            if (one.getKey().equalsIgnoreCase(column)) {
                return one.getValue();
            }
        }
        return null;
    }
}
