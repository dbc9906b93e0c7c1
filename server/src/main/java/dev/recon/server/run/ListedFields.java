package dev.recon.server.run;

import dev.recon.engine.read.Entry;
import dev.recon.engine.read.EntryReader;
import dev.recon.engine.read.FieldSource;
import dev.recon.engine.read.Layout;
import dev.recon.engine.table.Lines;
import dev.recon.engine.table.Table;
import org.jspecify.annotations.Nullable;

/// The text fields that lists show and searches read, as they stand in the file.
public record ListedFields(Layout layout, EntryReader entries) {
    private static final int CHARS_MAX = 500;

    /// What is listed of one entry.
    ///
    /// @param words all of them in one, for searches
    public record Listed(@Nullable String reference, @Nullable String party, String words) {}

    /// The fields of the entry of `row`.
    public Listed read(Lines lines, int row) {
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
        FieldSource source = layout.fields().get(field);
        if (source == null || !(source.understood() instanceof FieldSource.Text)) {
            return null;
        }
        String text = entry.text(source);
        if (text.isEmpty()) {
            return null;
        }
        return text.length() > CHARS_MAX ? text.substring(0, CHARS_MAX) : text;
    }
}
