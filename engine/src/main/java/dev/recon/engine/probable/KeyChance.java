package dev.recon.engine.probable;

import dev.recon.engine.table.Side;
import java.util.Arrays;

/// How often chance makes two entries share a key.
record KeyChance(Entries entries) {
    private static final int SAMPLE_MAX = 50_000;

    /// How often two random entries share a key, from every n-th entry of both sides.
    double of(BlockKey key) {
        long[] left = sample(key, Side.LEFT);
        long[] right = sample(key, Side.RIGHT);
        double sampled = (double) sampled(Side.LEFT) * sampled(Side.RIGHT);
        return Math.min(1, (Chance.shared(left, right) + 1) / sampled);
    }

    private int step(Side side) {
        return 1 + entries.count(side) / SAMPLE_MAX;
    }

    private int sampled(Side side) {
        return (entries.count(side) + step(side) - 1) / step(side);
    }

    private long[] sample(BlockKey key, Side side) {
        long[] own = new long[key.keysMax()];
        long[] keys = new long[sampled(side) * key.keysMax()];
        int count = 0;
        for (int place = 0; place < entries.count(side); place += step(side)) {
            int found = key.source().keys(side, place, own);
            System.arraycopy(own, 0, keys, count, found);
            count += found;
        }
        long[] sorted = Arrays.copyOf(keys, count);
        Arrays.sort(sorted);
        return sorted;
    }
}
