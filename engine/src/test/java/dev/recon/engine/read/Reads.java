package dev.recon.engine.read;

import dev.recon.engine.table.Bytes;
import dev.recon.engine.table.Progress;
import dev.recon.engine.table.Table;
import dev.recon.engine.table.TextColumn;
import dev.recon.engine.table.TokenColumn;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/// Reads small files in tests, and prints what was read so that two readings can be compared.
final class Reads {
    static final Dialect COMMA = new Dialect(',', '"', StandardCharsets.UTF_8, true, 0);
    static final ColumnPlan PLAN =
            new ColumnPlan(
                    Set.of("reference"),
                    Set.of("text"),
                    Map.of("text", new ColumnPlan.TokenLength(1, 12)));

    private Reads() {}

    /// Every kind of field, from the columns that are named like them.
    static SequencedMap<String, FieldSource> fields() {
        SequencedMap<String, FieldSource> fields = new LinkedHashMap<>();
        fields.put("amount", new FieldSource.Amount("amount", '.', false));
        fields.put("date", new FieldSource.Date("date", DatePattern.of("yyyy-MM-dd")));
        fields.put("currency", new FieldSource.CurrencyColumn("currency"));
        fields.put("reference", new FieldSource.Text("reference", NormalForm.CODE));
        fields.put("text", new FieldSource.Text("text", NormalForm.WORDS));
        return fields;
    }

    /// A reader of every kind of field of a file.
    static CsvReader reader(ArrayBytes file, Dialect dialect) {
        return new CsvReader(file, new Layout(dialect, fields()), PLAN, 2);
    }

    /// Reads single entries of it again.
    static EntryReader entries(Bytes file, Dialect dialect, ReadResult read) {
        return new EntryReader(file, new Layout(dialect, fields()), read.header());
    }

    /// Reads a text with commas whose columns are among those of [#fields].
    static ReadResult read(String text) {
        return read(text, 2);
    }

    static ReadResult read(String text, int decimals) {
        ArrayBytes file = ArrayBytes.of("test.csv", text);
        List<String> columns = Header.read(file, COMMA).columns();
        SequencedMap<String, FieldSource> fields = fields();
        fields.keySet().retainAll(columns);
        return new CsvReader(file, new Layout(COMMA, fields), PLAN, decimals)
                .read(1, "read", Progress.NONE);
    }

    /// Everything that was read, as text.
    static List<String> print(ReadResult read) {
        List<String> lines = new ArrayList<>();
        Table table = read.table();
        for (int row = 0; row < table.rows(); row++) {
            StringBuilder line = new StringBuilder();
            line.append(table.lines().line(row)).append('@').append(table.lines().position(row));
            line.append(' ').append(table.money(row)).append(' ').append(table.dates().days()[row]);
            line.append(' ').append(((TextColumn) table.get("reference")).text(row));
            line.append(' ').append(table.get("text").hash(row)).append(tokens(table, row));
            lines.add(line.toString());
        }
        read.rejected().forEach(rejected -> lines.add(rejected.toString()));
        return lines;
    }

    private static List<String> tokens(Table table, int row) {
        TokenColumn tokens = table.tokens().get("text");
        List<String> found = new ArrayList<>();
        if (tokens != null) {
            for (int token = tokens.first(row); token < tokens.end(row); token++) {
                found.add(tokens.tokens().text(token));
            }
        }
        return found;
    }
}
