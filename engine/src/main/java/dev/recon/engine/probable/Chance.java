package dev.recon.engine.probable;

import dev.recon.engine.table.Hash;
import dev.recon.engine.table.Parallel;
import dev.recon.engine.table.Side;
import java.util.Arrays;

/// How often entries that do not belong together agree: the u probabilities of Fellegi and Sunter,
/// from random pairs.
///
/// Equality is too rare for a sample, so it is counted over all values. Each random pair (a, b) is
/// taken with its mirror image, so that swapped sides give the same counts.
final class Chance {
    private static final int PAIRS_MIN = 1 << 16;
    private static final int PAIRS_MAX = 1 << 18;
    private static final int PAIRS_PER_ENTRY = 10;
    private static final int PAIRS_A_CHECK = 1 << 14;
    private static final int TASKS = 32;
    private static final int VALUES_MAX = 1 << 18;
    private static final double UNSEEN = 0.5;

    private Chance() {}

    /// The probability of each level of each field.
    static double[][] of(Entries entries, Probable.Work work) {
        Patterns patterns = sample(entries, work);
        double[][] chance = new double[entries.fields().size()][];
        Parallel.run(
                work.threads(),
                chance.length,
                field -> {
                    Field of = entries.fields().get(field);
                    chance[field] = shares(patterns, field, of.levels());
                    setEqual(chance[field], equalShare(entries, of));
                });
        return chance;
    }

    private static Patterns sample(Entries entries, Probable.Work work) {
        long rows = (long) entries.count(Side.LEFT) + entries.count(Side.RIGHT);
        int pairs = Math.clamp(rows * PAIRS_PER_ENTRY, PAIRS_MIN, PAIRS_MAX);
        Patterns[] parts = new Patterns[TASKS];
        Parallel.run(
                work.threads(),
                TASKS,
                task -> {
                    parts[task] = new Patterns();
                    TextMemory memory = new TextMemory(entries.fields().size());
                    for (int pair = task; pair < pairs; pair += TASKS) {
                        if (pair % PAIRS_A_CHECK < TASKS) {
                            work.progress().check();
                        }
                        add(entries, Hash.of(pair), parts[task], memory);
                    }
                });
        Patterns all = new Patterns();
        for (Patterns part : parts) {
            all.addAll(part);
        }
        return all;
    }

    private static void add(Entries entries, long dice, Patterns to, TextMemory memory) {
        long one = dice >>> Integer.SIZE;
        long other = dice & 0xFFFFFFFFL;
        long left = entries.count(Side.LEFT);
        long right = entries.count(Side.RIGHT);
        to.add(entries.pattern(scaled(one, left), scaled(other, right), memory), 1);
        to.add(entries.pattern(scaled(other, left), scaled(one, right), memory), 1);
    }

    private static int scaled(long dice, long count) {
        return (int) ((dice * count) >>> Integer.SIZE);
    }

    private static double[] shares(Patterns patterns, int field, int levels) {
        long[] counts = new long[levels];
        for (int id = 0; id < patterns.count(); id++) {
            int level = Patterns.level(patterns.pattern(id), field);
            if (level >= 0) {
                counts[level] += patterns.times(id);
            }
        }
        double all = Arrays.stream(counts).sum() + UNSEEN * levels;
        return Arrays.stream(counts).mapToDouble(count -> (count + UNSEEN) / all).toArray();
    }

    /// Replaces the sampled share of equality by the counted one; the others keep their proportion.
    static void setEqual(double[] shares, double equal) {
        double factor = (1 - equal) / (1 - shares[0]);
        for (int level = 1; level < shares.length; level++) {
            shares[level] *= factor;
        }
        shares[0] = equal;
    }

    /// Of all pairs that have a value, how many have the same one; counted on a part of the values
    /// when there are many.
    static double equalShare(Entries entries, Field field) {
        long[] left = values(entries, field, Side.LEFT);
        long[] right = values(entries, field, Side.RIGHT);
        long rows = (long) left.length + right.length;
        long parts = Math.max(1, rows / VALUES_MAX);
        long equal = shared(kept(left, parts), kept(right, parts)) * parts;
        double all = (double) left.length * right.length;
        return Math.clamp((equal + UNSEEN) / (all + 1), 1e-12, 0.999);
    }

    private static long[] values(Entries entries, Field field, Side side) {
        long[] values = new long[entries.count(side)];
        int count = 0;
        for (int place = 0; place < values.length; place++) {
            long value = field.value(side, place);
            if (value != 0) {
                values[count++] = value;
            }
        }
        return Arrays.copyOf(values, count);
    }

    private static long[] kept(long[] values, long parts) {
        long[] kept = Arrays.stream(values).filter(value -> (value >>> 1) % parts == 0).toArray();
        Arrays.sort(kept);
        return kept;
    }

    /// The pairs of two sorted lists that are equal.
    static long shared(long[] left, long[] right) {
        long pairs = 0;
        int at = 0;
        int other = 0;
        while (at < left.length && other < right.length) {
            if (left[at] != right[other]) {
                boolean isLess = left[at] < right[other];
                at += isLess ? 1 : 0;
                other += isLess ? 0 : 1;
                continue;
            }
            long value = left[at];
            long ours = 0;
            long theirs = 0;
            for (; at < left.length && left[at] == value; at++) {
                ours++;
            }
            for (; other < right.length && right[other] == value; other++) {
                theirs++;
            }
            pairs += ours * theirs;
        }
        return pairs;
    }
}
