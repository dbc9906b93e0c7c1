package dev.recon.engine.probable;

import dev.recon.engine.table.AmountColumn;
import dev.recon.engine.table.Column;
import dev.recon.engine.table.CurrencyColumn;
import dev.recon.engine.table.DateColumn;
import dev.recon.engine.table.Hash;
import dev.recon.engine.table.HashColumn;
import dev.recon.engine.table.Moments;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.TextColumn;
import dev.recon.engine.table.TimeColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The entries that take part, in an order that does not depend on how the files are sorted.
///
/// A *place* is the number of an entry in the order of a hash of its compared values; entries that
/// are equal in all of them are ordered by what their lines say. So every sum has the same terms in
/// the same order for shuffled files and swapped sides. 20 bytes an entry, and what its fields
/// cost.
///
/// @param leftRows the row of each left place
/// @param rightRows the row of each right place
/// @param leftKeys a hash of what must be equal, by place: the currency and the fields of the key
/// @param rightKeys the same for the right
/// @param fields what is compared
record Entries(
        int[] leftRows, int[] rightRows, long[] leftKeys, long[] rightKeys, List<Field> fields) {

    static Entries of(Population population) {
        int[] left = ordered(population, Side.LEFT);
        int[] right = ordered(population, Side.RIGHT);
        List<Field> fields = new ArrayList<>();
        for (String name : population.fields()) {
            Column ours = population.left().get(name);
            Column theirs = population.right().get(name);
            Pair pair = new Pair(name, fields.size(), ours, theirs);
            field(population, pair, left, right).ifPresent(fields::add);
        }
        return new Entries(
                left,
                right,
                keys(population, Side.LEFT, left),
                keys(population, Side.RIGHT, right),
                List.copyOf(fields));
    }

    private record Pair(String name, int index, Column left, Column right) {}

    private static java.util.Optional<Field> field(
            Population population, Pair of, int[] left, int[] right) {
        return switch (of.left) {
            case AmountColumn(long[] units, _)
                    when of.right instanceof AmountColumn(long[] theirs, _) ->
                    java.util.Optional.of(
                            new AmountField(of.name, gather(units, left), gather(theirs, right)));
            case DateColumn(int[] days, _) when of.right instanceof DateColumn(int[] theirs, _) ->
                    java.util.Optional.of(
                            new DateField(of.name, gather(days, left), gather(theirs, right)));
            case TextColumn text when of.right instanceof TextColumn theirs ->
                    java.util.Optional.of(
                            new TextField(
                                    of.name, of.index, new Values(text, left, theirs, right)));
            case TimeColumn _ when of.right instanceof TimeColumn ->
                    java.util.Optional.of(
                            new TimeField(
                                    of.name,
                                    gather(Moments.of(population.left()), left),
                                    gather(Moments.of(population.right()), right)));
            case AmountColumn _, DateColumn _, TimeColumn _ -> java.util.Optional.empty();
            case TextColumn _, HashColumn _, CurrencyColumn _ -> java.util.Optional.empty();
        };
    }

    private static long[] gather(long[] of, int[] rows) {
        long[] gathered = new long[rows.length];
        Arrays.setAll(gathered, place -> of[rows[place]]);
        return gathered;
    }

    private static int[] gather(int[] of, int[] rows) {
        int[] gathered = new int[rows.length];
        Arrays.setAll(gathered, place -> of[rows[place]]);
        return gathered;
    }

    private static long[] keys(Population population, Side side, int[] rows) {
        List<Column> columns = population.keyColumns(side);
        long[] keys = new long[rows.length];
        for (int place = 0; place < rows.length; place++) {
            keys[place] = hash(columns, rows[place], true);
        }
        return keys;
    }

    /// A hash of several values; 0 when one is absent and all are needed.
    private static long hash(List<Column> columns, int row, boolean needed) {
        long hash = 1;
        for (Column column : columns) {
            long value = column.hash(row);
            if (value == 0 && needed) {
                return 0;
            }
            hash = Hash.pair(hash, value);
        }
        return hash;
    }

    /// The rows of a side in the order of their values, entries without the key left out.
    private static int[] ordered(Population population, Side side) {
        List<Column> keys = population.keyColumns(side);
        List<Column> columns = new ArrayList<>(keys);
        population.fields().forEach(field -> columns.add(population.table(side).get(field)));
        int[] open = population.open(side);
        long[] hashes = new long[open.length];
        int count = 0;
        for (int row : open) {
            if (hash(keys, row, true) != 0) {
                open[count] = row;
                hashes[count++] = hash(columns, row, false);
            }
        }
        return Order.by(hashes, open, count, row -> population.content(side).applyAsLong(row));
    }

    int count(Side side) {
        return side == Side.LEFT ? leftRows.length : rightRows.length;
    }

    long key(Side side, int place) {
        return (side == Side.LEFT ? leftKeys : rightKeys)[place];
    }

    boolean isComparable(int left, int right) {
        return leftKeys[left] == rightKeys[right];
    }

    /// The levels of all fields of a pair.
    long pattern(int left, int right, TextMemory memory) {
        long pattern = 0;
        for (int field = 0; field < fields.size(); field++) {
            pattern |= Patterns.bits(field, fields.get(field).level(left, right, memory));
        }
        return pattern;
    }
}
