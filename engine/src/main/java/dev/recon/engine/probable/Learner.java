package dev.recon.engine.probable;

import dev.recon.engine.table.Hash;
import dev.recon.engine.table.Parallel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// Learns what the levels of each field weigh, and which block keys matches share.
///
/// Chance comes from random pairs, matches from pairs that are equal in one field, or alike where
/// none are equal in any, which teach all the others (see [Training]); a field that several such
/// sets teach gets the sum of their counts.
final class Learner {
    private static final double FOUND_MIN = 20;
    private static final double SHARE_MIN = 0.002;
    private static final double GAIN_MIN = 0.5;
    private static final int MASKED_MAX = 20_000;
    private static final double CERTAIN = 0.9;
    private static final double STRANGERS_MIN = 0.01;

    private final Entries entries;
    private final double[][] chance;
    private final long[][] counts;
    private final long[][] masks;
    private final double[] equal;

    /// Of the pairs that are equal in a field, the share that are no matches.
    private final double[] strangers;

    private Learner(Entries entries, Probable.Work work) {
        this.entries = entries;
        this.chance = Chance.of(entries, work);
        this.counts = new long[chance.length][];
        this.masks = new long[chance.length][];
        this.equal = new double[chance.length];
        this.strangers = new double[chance.length];
        Arrays.fill(strangers, 1);
        for (int field = 0; field < chance.length; field++) {
            counts[field] = new long[chance[field].length];
            masks[field] = new long[1 << entries.fields().get(field).blockKeys().size()];
            equal[field] = chance[field][0];
        }
    }

    /// What was learnt.
    ///
    /// @param chance for each field and level its probability in random pairs
    /// @param matches for each field and level its probability in matches
    /// @param masks for each field how often matches share which of its block keys, as bits
    /// @param taught was a field learnt from this data, or is it assumed?
    record Learnt(double[][] chance, double[][] matches, long[][] masks, boolean[] taught) {}

    static Learnt learn(Entries entries, Probable.Work work) {
        return new Learner(entries, work).learn(work);
    }

    private Learnt learn(Probable.Work work) {
        int fields = chance.length;
        teach(sets(1), work);
        teach(needed(sets(2)), work);
        boolean isLoose = IntStream.range(0, fields).noneMatch(this::isTaught);
        if (isLoose) {
            teach(looser(), work);
        }
        double[][] matches = new double[fields][];
        boolean[] taught = new boolean[fields];
        for (int field = 0; field < fields; field++) {
            Chance.setEqual(chance[field], equal[field] * strangers[field]);
            Field of = entries.fields().get(field);
            taught[field] = isTaught(field);
            matches[field] =
                    taught[field]
                            ? Mixture.shares(counts[field], chance[field])
                            : Mixture.start(of);
            if (taught[field] && !isLoose) {
                Falling.pool(matches[field], chance[field], of.falling());
            }
        }
        return new Learnt(chance, matches, masks, taught);
    }

    /// Those of some lessons that may teach a field that none has taught.
    private List<Training.Held> needed(List<Training.Held> lessons) {
        List<Training.Held> needed = new ArrayList<>();
        for (Training.Held held : lessons) {
            boolean teaches = false;
            for (int field = 0; field < chance.length; field++) {
                teaches |= (held.fields() & 1 << field) == 0 && !isTaught(field);
            }
            if (teaches) {
                needed.add(held);
            }
        }
        return needed;
    }

    /// Pairs that are nearly the same in a field: where no match is equal in any, because names
    /// stand within texts, and days are always later.
    private List<Training.Held> looser() {
        List<Training.Held> looser = new ArrayList<>();
        KeyChance shared = new KeyChance(entries);
        double all = (double) entries.leftRows().length * entries.rightRows().length;
        for (int field = 0; field < chance.length; field++) {
            List<BlockKey> keys = entries.fields().get(field).blockKeys();
            for (BlockKey key : keys.subList(1, keys.size())) {
                BlockRule rule = new BlockRule(List.of(key));
                looser.add(new Training.Held(1 << field, false, rule, all * shared.of(key)));
            }
        }
        looser.removeIf(held -> !held.isUseful(entries));
        return looser;
    }

    private boolean isTaught(int field) {
        return Arrays.stream(counts[field]).sum() > 0;
    }

    /// The sets of so many fields whose equality gives a useful number of pairs.
    private List<Training.Held> sets(int size) {
        List<Training.Held> sets = new ArrayList<>();
        for (int held = 1; held < 1 << chance.length; held++) {
            if (Integer.bitCount(held) == size) {
                sets.add(Training.Held.equal(entries, held, expected(held)));
            }
        }
        sets.removeIf(held -> !held.isUseful(entries));
        return sets;
    }

    private double expected(int held) {
        double expected = (double) entries.leftRows().length * entries.rightRows().length;
        for (int field = 0; field < chance.length; field++) {
            expected *= (held & 1 << field) != 0 ? equal[field] : 1;
        }
        return expected;
    }

    /// Pairs that are equal in a field were chosen by what matches have; of others there may be
    /// many more than matches.
    private double matchesMax(Training training) {
        int entriesOfOne = Math.min(entries.leftRows().length, entries.rightRows().length);
        return training.held().isEqual() ? Integer.MAX_VALUE : entriesOfOne;
    }

    private record Lesson(Training training, Mixture mixture) {
        boolean isUseful() {
            int pairs = training.left().length;
            double found = pairs == 0 ? 0 : mixture.found();
            return found >= FOUND_MIN && found >= SHARE_MIN * pairs;
        }

        /// Are the pairs more probable with the matches that were found, or would chance alone have
        /// made them so? Pairs that are only alike teach where nothing else does.
        boolean isBelieved() {
            return !training.held().isEqual() || mixture.gain() >= GAIN_MIN * mixture.found();
        }
    }

    private void teach(List<Training.Held> sets, Probable.Work work) {
        Lesson[] lessons = new Lesson[sets.size()];
        Parallel.run(
                work.threads(),
                lessons.length,
                at -> {
                    work.progress().check();
                    Training training = Training.of(entries, sets.get(at));
                    Patterns patterns = training.patterns(entries);
                    Mixture mixture = new Mixture(patterns, entries, chance, matchesMax(training));
                    mixture.run();
                    lessons[at] = new Lesson(training, mixture);
                });
        List<Lesson> useful = Arrays.stream(lessons).filter(Lesson::isUseful).toList();
        useful.stream().filter(Lesson::isBelieved).forEach(lesson -> add(lesson, _ -> true));
        IntPredicate taught = taught()::get;
        useful.stream().filter(lesson -> !lesson.isBelieved()).forEach(by -> add(by, taught));
    }

    private BitSet taught() {
        BitSet taught = new BitSet();
        IntStream.range(0, chance.length).filter(this::isTaught).forEach(taught::set);
        return taught;
    }

    /// @param teaches which fields it may teach: what chance would explain as well teaches none
    ///   that nothing else teaches, but shows the odd matches that the others cannot see
    private void add(Lesson lesson, IntPredicate teaches) {
        Training training = lesson.training();
        if (Integer.bitCount(training.held().fields()) == 1 && training.held().isEqual()) {
            int held = Integer.numberOfTrailingZeros(training.held().fields());
            strangers[held] =
                    Math.max(STRANGERS_MIN, 1 - lesson.mixture().found() / training.left().length);
        }
        for (int field = 0; field < chance.length; field++) {
            if (!training.holds(field) && teaches.test(field)) {
                long[] found = lesson.mixture().counts(field);
                for (int level = 0; level < found.length; level++) {
                    counts[field][level] += found[level];
                }
            }
        }
        addMasks(lesson, teaches);
    }

    /// Which block keys the pairs share that are matches nearly for certain; of a part of the pairs
    /// when there are many.
    private void addMasks(Lesson lesson, IntPredicate teaches) {
        Training training = lesson.training();
        TextMemory memory = new TextMemory(chance.length);
        SharedKeys shared = new SharedKeys(entries);
        long part = Math.max(1, training.left().length / MASKED_MAX);
        for (int pair = 0; pair < training.left().length; pair++) {
            int left = training.left()[pair];
            int right = training.right()[pair];
            boolean taken = ((Hash.of(left) + Hash.of(right)) >>> 1) % part == 0;
            if (taken
                    && lesson.mixture().posterior(training.pattern(entries, pair, memory))
                            >= CERTAIN) {
                for (int field = 0; field < chance.length; field++) {
                    if (!training.holds(field) && teaches.test(field)) {
                        masks[field][shared.mask(field, left, right)]++;
                    }
                }
            }
        }
    }
}
