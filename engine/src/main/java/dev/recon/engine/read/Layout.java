package dev.recon.engine.read;

import dev.recon.engine.table.Table;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/// How the file of one side is read: its dialect and its field map, in the order of the rule set.
///
/// @param absent which words stand for no value
/// @param totals which lines are sums of others, and no entries
/// @param choices what to take of a file that is no delimited text
public record Layout(
        Dialect dialect,
        SequencedMap<String, FieldSource> fields,
        AbsentWords absent,
        Totals totals,
        Choices choices) {
    public Layout {
        fields = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(fields));
    }

    public Layout(Dialect dialect, SequencedMap<String, FieldSource> fields) {
        this(dialect, fields, AbsentWords.NONE, Totals.NONE, Choices.NONE);
    }

    /// The same layout for lines that stand alone: what they could be the sum of is not there.
    Layout withoutTotals() {
        return new Layout(dialect, fields, absent, Totals.NONE, choices);
    }

    /// The fields that are dates beside that of the entry.
    public Set<String> dated() {
        Set<String> dated = new LinkedHashSet<>();
        fields.forEach((name, source) -> {
            if (source.understood() instanceof FieldSource.Date && !name.equals(Table.DATE)) {
                dated.add(name);
            }
        });
        return dated;
    }

    /// The fields that are text, by name.
    public Map<String, FieldSource.Text> texts() {
        Map<String, FieldSource.Text> texts = new LinkedHashMap<>();
        fields.forEach((name, source) -> {
            if (source.understood() instanceof FieldSource.Text text) {
                texts.put(name, text);
            }
        });
        return texts;
    }
}
