package dev.recon.engine.fee;

import dev.recon.engine.money.Currency;
import dev.recon.engine.table.AmountColumn;
import dev.recon.engine.table.CurrencyColumn;
import dev.recon.engine.table.DateColumn;
import dev.recon.engine.table.Hash;
import dev.recon.engine.table.Lines;
import dev.recon.engine.table.Table;
import dev.recon.engine.table.TextColumn;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToLongFunction;

/// Matched pairs of a test: two amounts in cents, and the party of the left one.
record FeePairs(List<Pair> all) {
    record Pair(long left, long right, String party) {}

    FeePairs() {
        this(new ArrayList<>());
    }

    void add(long left, long right, String party) {
        all.add(new Pair(left, right, party));
    }

    void addAll(FeePairs other) {
        all.addAll(other.all);
    }

    /// The sum of the first differences.
    long fees(int first) {
        return all.stream().limit(first).mapToLong(pair -> pair.left - pair.right).sum();
    }

    FeePairs swapped() {
        return new FeePairs(
                new ArrayList<>(
                        all.stream()
                                .map(pair -> new Pair(pair.right, pair.left, pair.party))
                                .toList()));
    }

    FeePairs shuffled(long seed) {
        List<Pair> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, new Random(seed));
        return new FeePairs(shuffled);
    }

    FeeSchedules learn() {
        Differences pairs = new Differences(table(Pair::left), table(Pair::right));
        for (int row = 0; row < all.size(); row++) {
            pairs.add(row, row);
        }
        return FeeLearner.learn(pairs, List.of());
    }

    private Table table(ToLongFunction<Pair> amount) {
        int rows = all.size();
        short[] currencies = new short[rows];
        Arrays.fill(currencies, Currency.of("EUR").packed());
        return new Table(
                2,
                new AmountColumn(all.stream().mapToLong(amount).toArray()),
                new CurrencyColumn(currencies),
                new DateColumn(new int[rows]),
                Map.of("party", parties()),
                Map.of(),
                new Lines(new int[rows], new int[] {0}, new long[] {0}, new int[0]));
    }

    private TextColumn parties() {
        StringBuilder arena = new StringBuilder();
        long[] hashes = new long[all.size()];
        int[] ends = new int[all.size()];
        for (int row = 0; row < ends.length; row++) {
            byte[] bytes = all.get(row).party.getBytes(StandardCharsets.US_ASCII);
            arena.append(all.get(row).party);
            ends[row] = arena.length();
            hashes[row] = Hash.of(bytes, 0, bytes.length);
        }
        return new TextColumn(hashes, ends, arena.toString().getBytes(StandardCharsets.US_ASCII));
    }
}
