package dev.recon.engine.read;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// One entry as its file has it: a view made when somebody looks.
///
/// @param line the number of the data record, from 1
/// @param raw the bytes of the line as text, without its line break
/// @param cells the cells by column, as written; what an absent word stands in is empty
public record Entry(int line, String raw, SequencedMap<String, String> cells) {
    public Entry {
        cells = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(cells));
    }

    /// A cell by the name of its column, whatever its case; empty where there is none.
    public String cell(String column) {
        String exact = cells.get(column);
        if (exact != null) {
            return exact;
        }
        for (Map.Entry<String, String> cell : cells.entrySet()) {
            if (cell.getKey().equalsIgnoreCase(column)) {
                return cell.getValue();
            }
        }
        return "";
    }

    /// What a field says as the file writes it: a cell as it stands, or what a transform makes of
    /// several; empty where the side has no such field.
    public String written(Layout layout, String field) {
        FieldSource source = layout.fields().get(field);
        if (source == null) {
            return "";
        }
        return source.columns().size() == 1
                ? cell(source.columns().getFirst()).strip()
                : text(source);
    }

    /// The text that a source makes of this entry, before its type reads it: the cell as written,
    /// or what a transform gives; empty where there is none.
    public String text(FieldSource source) {
        List<String> written = source.columns().stream().map(this::cell).toList();
        if (source instanceof FieldSource.Transformed made) {
            List<String> cells = written.stream().map(String::strip).toList();
            return made.transform().of(cells) instanceof Derived.Text(String text, _) ? text : "";
        }
        return String.join(" ", written).strip();
    }
}
