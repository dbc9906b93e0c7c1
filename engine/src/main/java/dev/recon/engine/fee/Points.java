package dev.recon.engine.fee;

import dev.recon.engine.table.Hash;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntPredicate;

/// Gross amounts and what was kept of each; 16 bytes a point.
///
/// @param gross 0 or more
/// @param fees what was kept, above 0
record Points(long[] gross, long[] fees) {
    int count() {
        return gross.length;
    }

    /// The points whose place is kept.
    Points where(IntPredicate kept) {
        long[] g = new long[count()];
        long[] f = new long[count()];
        int to = 0;
        for (int at = 0; at < count(); at++) {
            if (kept.test(at)) {
                g[to] = gross[at];
                f[to++] = fees[at];
            }
        }
        return new Points(Arrays.copyOf(g, to), Arrays.copyOf(f, to));
    }

    /// At most `most` different points, by gross amount. Which ones does not depend on their order:
    /// those with the smallest hashes.
    Points sample(int most) {
        long[] hashes = new long[count()];
        for (int at = 0; at < hashes.length; at++) {
            hashes[at] = hash(at);
        }
        long[] sorted = hashes.clone();
        Arrays.sort(sorted);
        int distinct = 0;
        long last = Long.MIN_VALUE;
        for (int at = 0; at < sorted.length && distinct < most; at++) {
            distinct += at == 0 || sorted[at] != sorted[at - 1] ? 1 : 0;
            last = sorted[at];
        }
        long limit = last;
        long[][] chosen = new long[distinct][];
        int to = 0;
        Integer[] places =
                java.util.stream.IntStream.range(0, count())
                        .filter(at -> hashes[at] <= limit)
                        .boxed()
                        .sorted(Comparator.comparingLong(at -> hashes[at]))
                        .toArray(Integer[]::new);
        for (int at = 0; at < places.length && to < distinct; at++) {
            if (at == 0 || hashes[places[at]] != hashes[places[at - 1]]) {
                chosen[to++] = new long[] {gross[places[at]], fees[places[at]]};
            }
        }
        return of(Arrays.copyOf(chosen, to));
    }

    private long hash(int at) {
        return Hash.pair(Hash.of(gross[at]), Hash.of(fees[at]));
    }

    private static Points of(long[][] points) {
        Arrays.sort(
                points, Comparator.<long[]>comparingLong(p -> p[0]).thenComparingLong(p -> p[1]));
        return new Points(
                Arrays.stream(points).mapToLong(p -> p[0]).toArray(),
                Arrays.stream(points).mapToLong(p -> p[1]).toArray());
    }

    /// How many points a formula explains exactly.
    int fits(Formula formula) {
        int fits = 0;
        for (int at = 0; at < count(); at++) {
            fits += formula.fee(gross[at]) == fees[at] ? 1 : 0;
        }
        return fits;
    }
}
