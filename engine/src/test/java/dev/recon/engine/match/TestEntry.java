package dev.recon.engine.match;

import dev.recon.engine.classify.Written;
import dev.recon.engine.money.Currency;
import dev.recon.engine.table.AmountColumn;
import dev.recon.engine.table.Column;
import dev.recon.engine.table.CurrencyColumn;
import dev.recon.engine.table.DateColumn;
import dev.recon.engine.table.Hash;
import dev.recon.engine.table.Lines;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import dev.recon.engine.table.TextColumn;
import dev.recon.engine.table.TimeColumn;
import dev.recon.engine.table.TokenColumn;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// An entry of a test, as an object, and the way from a list of them to a table.
///
/// @param day days since 1970-01-01, [DateColumn#ABSENT] for none
/// @param texts the text fields that are present, and a time such as `14:02:11`
record TestEntry(String name, long units, String currency, int day, Map<String, String> texts) {
    private static final Pattern BETWEEN = Pattern.compile("[^A-Za-z0-9]+");

    TestEntry {
        texts = Map.copyOf(texts);
    }

    /// What the line of the entry says; the name is not part of it.
    String line() {
        return units + "|" + currency + "|" + day + "|" + new TreeMap<>(texts);
    }

    long content() {
        byte[] bytes = line().getBytes(StandardCharsets.UTF_8);
        return Hash.of(bytes, 0, bytes.length);
    }

    /// The parts of `text` that may be references, as a reader would find them.
    List<String> tokens() {
        List<String> tokens = new ArrayList<>();
        for (String part : BETWEEN.split(texts.getOrDefault("text", ""), -1)) {
            if (!part.isEmpty()) {
                tokens.add(part.toUpperCase(Locale.ROOT));
            }
        }
        return tokens;
    }

    /// The texts of entries as they were written.
    static Written written(List<TestEntry> left, List<TestEntry> right) {
        return (side, row, field) ->
                (side == Side.LEFT ? left : right).get(row).texts.getOrDefault(field, "");
    }

    static LineContent content(List<TestEntry> entries) {
        return row -> entries.get(row).content();
    }

    /// A table with the given text fields; `text` is there as tokens only.
    static Table table(List<TestEntry> entries, List<String> fields) {
        int rows = entries.size();
        long[] units = new long[rows];
        short[] currencies = new short[rows];
        int[] days = new int[rows];
        for (int row = 0; row < rows; row++) {
            units[row] = entries.get(row).units;
            currencies[row] = Currency.of(entries.get(row).currency).packed();
            days[row] = entries.get(row).day;
        }
        Map<String, Column> texts = new HashMap<>();
        for (String field : fields) {
            if (field.equals(Table.TIME)) {
                texts.put(field, times(entries));
                continue;
            }
            texts.put(
                    field,
                    texts(entries.stream().map(e -> e.texts.getOrDefault(field, "")).toList()));
        }
        return new Table(
                2,
                new AmountColumn(units),
                new CurrencyColumn(currencies),
                new DateColumn(days),
                texts,
                Map.of("text", tokens(entries)),
                new Lines(new int[rows], new int[] {0}, new long[] {0}, new int[0]));
    }

    /// Seconds since midnight, [TimeColumn#ABSENT] for no time.
    int seconds() {
        String time = texts.getOrDefault(Table.TIME, "");
        return time.isEmpty() ? TimeColumn.ABSENT : LocalTime.parse(time).toSecondOfDay();
    }

    private static TimeColumn times(List<TestEntry> entries) {
        return new TimeColumn(entries.stream().mapToInt(TestEntry::seconds).toArray());
    }

    private static TokenColumn tokens(List<TestEntry> entries) {
        List<String> all = new ArrayList<>();
        int[] ends = new int[entries.size()];
        for (int row = 0; row < ends.length; row++) {
            all.addAll(entries.get(row).tokens());
            ends[row] = all.size();
        }
        return new TokenColumn(texts(all), ends);
    }

    private static TextColumn texts(List<String> values) {
        ByteArrayOutputStream arena = new ByteArrayOutputStream();
        long[] hashes = new long[values.size()];
        int[] ends = new int[values.size()];
        for (int row = 0; row < ends.length; row++) {
            byte[] bytes = values.get(row).getBytes(StandardCharsets.UTF_8);
            arena.writeBytes(bytes);
            ends[row] = arena.size();
            hashes[row] = bytes.length == 0 ? 0 : Hash.of(bytes, 0, bytes.length);
        }
        return new TextColumn(hashes, ends, arena.toByteArray());
    }
}
