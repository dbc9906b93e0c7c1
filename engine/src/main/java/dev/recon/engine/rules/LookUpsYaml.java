package dev.recon.engine.rules;

import dev.recon.engine.read.InputProblem;
import dev.recon.engine.transform.LookUpTable;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.Consumer;

/// Reads and writes the look-up tables of a rule set.
final class LookUpsYaml {
    private static final int TABLES_MAX = 20;
    private static final int ROWS_MAX = 20_000;
    private static final int TEXT_LENGTH_MAX = 200;
    private static final String TABLE =
            "a table, such as {\"1200\": Bank}, or a file of two columns";

    private LookUpsYaml() {}

    static SequencedMap<String, LookUpTable> read(YamlValue value, LookUpFiles files) {
        YamlMap map = YamlMap.of(value, "a map of tables, such as accounts: {\"1200\": Bank}");
        SequencedMap<String, LookUpTable> tables = new LinkedHashMap<>();
        if (value.isMap() && (map.values().isEmpty() || map.values().size() > TABLES_MAX)) {
            value.fault("1 to " + TABLES_MAX + " tables");
        }
        map.values()
                .forEach((name, table) -> {
                    if (name.isBlank() || name.length() > FieldYaml.NAME_LENGTH_MAX) {
                        table.fault("the name of a table of that length", "1 to 60 characters");
                    }
                    tables.put(
                            name, table.isMap() ? inline(name, table) : file(name, table, files));
                });
        int rows = tables.values().stream().mapToInt(table -> table.values().size()).sum();
        if (rows > ROWS_MAX) {
            value.fault(rows + " rows in all tables", "at most " + ROWS_MAX);
        }
        return tables;
    }

    private static LookUpTable inline(String name, YamlValue table) {
        SequencedMap<String, String> values = new LinkedHashMap<>();
        YamlMap.of(table, TABLE)
                .values()
                .forEach((text, value) -> {
                    boolean known = value.isText() || value.isWhole();
                    if (!known || isTooLong(text) || isTooLong(value.raw())) {
                        value.fault("a text of at most 200 characters, in quotes");
                    }
                    if (values.put(text.strip(), value.raw().strip()) != null) {
                        value.fault("\"" + text.strip() + "\" again", "each text once");
                    }
                });
        return new LookUpTable(name, values);
    }

    private static boolean isTooLong(String text) {
        return text.length() > TEXT_LENGTH_MAX;
    }

    private static LookUpTable file(String name, YamlValue value, LookUpFiles files) {
        String file = value.text(TABLE);
        LookUpTable none = new LookUpTable(name, new LinkedHashMap<>());
        if (!value.isText() || file.isBlank()) {
            return none;
        }
        try {
            return files.read(name, file);
        } catch (InputProblem unread) {
            var problem = unread.problem();
            value.fault(
                    problem.found() + " (" + problem.where() + ")",
                    problem.expected() + ". " + problem.mend());
            return none;
        }
    }

    static void write(SequencedMap<String, LookUpTable> tables, Consumer<String> line) {
        if (tables.isEmpty()) {
            return;
        }
        line.accept("# What certain texts stand for, for fields that look them up.");
        line.accept("lookups:");
        tables.forEach((name, table) -> {
            boolean empty = table.values().isEmpty();
            line.accept("  " + YamlText.scalar(name) + (empty ? ": {}" : ":"));
            table.values()
                    .forEach((text, value) ->
                            line.accept(
                                    "    "
                                            + YamlText.scalar(text)
                                            + ": "
                                            + YamlText.scalar(value)));
        });
    }
}
