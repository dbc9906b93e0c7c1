package dev.recon.engine.match;

import dev.recon.engine.table.Column;
import dev.recon.engine.table.Hash;
import dev.recon.engine.table.Table;
import java.util.List;
import java.util.TreeMap;

/// Orders entries of one side whose amount and date are equal, by what their lines say.
///
/// First by the texts that the pass compares for similarity, then by all text columns, then, only
/// where those are equal too, by the line as read from the file. The order is arbitrary, but it is
/// the same however the entries arrive.
final class Content {
    private final List<? extends Column> similar;
    private final List<Column> texts;
    private final LineContent lines;
    private final Radix radix = new Radix();
    private long[] keys = new long[0];

    /// @param similar the columns that the pass compares for similarity
    Content(Table table, List<? extends Column> similar, LineContent lines) {
        this.similar = similar;
        this.texts = List.copyOf(new TreeMap<>(table.texts()).values());
        this.lines = lines;
    }

    boolean hasSimilar() {
        return !similar.isEmpty();
    }

    /// Equal for entries that every other entry is equally similar to.
    long similarHash(int row) {
        return hash(similar, row);
    }

    /// Sorts a stretch of rows by the texts compared for similarity alone.
    void orderBySimilar(int[] rows, int from, int to) {
        sort(rows, from, to, this::similarHash);
    }

    /// Sorts a stretch of rows with the same texts compared for similarity.
    void orderByLine(int[] rows, int from, int to) {
        sort(rows, from, to, row -> hash(texts, row));
        int start = from;
        while (start < to) {
            long hash = hash(texts, rows[start]);
            int end = start + 1;
            while (end < to && hash(texts, rows[end]) == hash) {
                end++;
            }
            if (end - start > 1) {
                sort(rows, start, end, lines);
            }
            start = end;
        }
    }

    private void sort(int[] rows, int from, int to, LineContent key) {
        if (keys.length < to) {
            keys = new long[Math.max(to, keys.length * 2)];
        }
        for (int at = from; at < to; at++) {
            keys[at] = key.hash(rows[at]);
        }
        radix.sort(keys, rows, from, to);
    }

    private static long hash(List<? extends Column> columns, int row) {
        long hash = 1;
        for (int column = 0; column < columns.size(); column++) {
            hash = Hash.pair(hash, columns.get(column).hash(row));
        }
        return hash;
    }
}
