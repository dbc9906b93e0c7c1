package dev.recon.engine.table;

import java.util.HashMap;
import java.util.Map;

/// Some rows of a table as a table of their own: row n is the n-th that was picked.
///
/// One copy of each value that is picked, nothing of the rest.
public final class PickedRows {
    private final Table table;
    private final int[] rows;

    private PickedRows(Table table, int[] rows) {
        this.table = table;
        this.rows = rows;
    }

    public static Table of(Table table, int[] rows) {
        return new PickedRows(table, rows).table();
    }

    private Table table() {
        Map<String, Column> texts = new HashMap<>();
        table.texts()
                .forEach((field, column) -> {
                    Column picked =
                            switch (column) {
                                case TextColumn text -> texts(text, rows);
                                case HashColumn(long[] hashes, _) -> new HashColumn(longs(hashes));
                                case TimeColumn(int[] seconds, _) -> new TimeColumn(ints(seconds));
                                case DateColumn(int[] days, _) -> new DateColumn(ints(days));
                                case AmountColumn _, CurrencyColumn _ ->
                                        throw new IllegalStateException(field + " is not text");
                            };
                    texts.put(field, picked);
                });
        Map<String, TokenColumn> tokens = new HashMap<>();
        table.tokens().forEach((field, column) -> tokens.put(field, tokens(column)));
        return new Table(
                table.decimals(),
                new AmountColumn(longs(table.amounts().units())),
                new CurrencyColumn(currencies()),
                new DateColumn(ints(table.dates().days())),
                texts,
                tokens,
                new Lines(new int[rows.length], new int[] {0}, new long[] {0}, new int[0]));
    }

    private long[] longs(long[] values) {
        long[] picked = new long[rows.length];
        for (int at = 0; at < rows.length; at++) {
            picked[at] = values[rows[at]];
        }
        return picked;
    }

    private int[] ints(int[] values) {
        int[] picked = new int[rows.length];
        for (int at = 0; at < rows.length; at++) {
            picked[at] = values[rows[at]];
        }
        return picked;
    }

    private short[] currencies() {
        short[] packed = table.currencies().packed();
        short[] picked = new short[rows.length];
        for (int at = 0; at < rows.length; at++) {
            picked[at] = packed[rows[at]];
        }
        return picked;
    }

    private static TextColumn texts(TextColumn column, int[] picked) {
        long[] hashes = new long[picked.length];
        int[] ends = new int[picked.length];
        int bytes = 0;
        for (int at = 0; at < picked.length; at++) {
            hashes[at] = column.hash(picked[at]);
            bytes = Math.addExact(bytes, column.length(picked[at]));
            ends[at] = bytes;
        }
        byte[] arena = new byte[bytes];
        for (int at = 0; at < picked.length; at++) {
            int length = column.length(picked[at]);
            int start = column.start(picked[at]);
            System.arraycopy(column.arena(), start, arena, ends[at] - length, length);
        }
        return new TextColumn(hashes, ends, arena);
    }

    private TokenColumn tokens(TokenColumn column) {
        int[] ends = new int[rows.length];
        int count = 0;
        for (int at = 0; at < rows.length; at++) {
            count += column.end(rows[at]) - column.first(rows[at]);
            ends[at] = count;
        }
        int[] numbers = new int[count];
        int next = 0;
        for (int row : rows) {
            for (int token = column.first(row); token < column.end(row); token++) {
                numbers[next++] = token;
            }
        }
        return new TokenColumn(texts(column.tokens(), numbers), ends);
    }
}
