package dev.recon.engine.probable;

import dev.recon.engine.table.Hash;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.LongStream;

/// Chooses which entries are compared at all: few rules that hardly miss a match and compare
/// little.
///
/// Model matches are drawn from what was learnt, field by field; a rule covers those that share all
/// its keys. What a rule compares is estimated from how often random entries share each key. The
/// rule that covers most new ones for its comparisons goes first, until the next is not worth it.
final class BlockPlan {
    private static final int MODELS = 2_000;
    private static final int RULES_MAX = 10;
    private static final int GAIN_MIN = 2;
    private static final double PAIRS_PER_MATCH_MAX = 3_000;
    private static final double PAIRS_PER_ENTRY_MAX = 60;
    private static final double PAIRS_FREE = 2_000_000;
    private static final long[] ASSUMED = {3, 7};

    private final Entries entries;
    private final List<Part> parts = new ArrayList<>();
    private final double all;

    /// A block key, the model matches that share it, and how often chance shares it.
    private record Part(int field, BlockKey key, BitSet covered, double chance) {}

    private record Rule(List<Part> parts, BitSet covered, double pairs) {}

    private BlockPlan(Entries entries, Learner.Learnt learnt) {
        this.entries = entries;
        this.all = (double) entries.leftRows().length * entries.rightRows().length;
        KeyChance chance = new KeyChance(entries);
        for (int field = 0; field < entries.fields().size(); field++) {
            int[] models = draw(learnt.masks()[field], field);
            List<BlockKey> keys = entries.fields().get(field).blockKeys();
            for (int key = 0; key < keys.size(); key++) {
                BitSet covered = new BitSet(MODELS);
                for (int model = 0; model < MODELS; model++) {
                    covered.set(model, (models[model] & 1 << key) != 0);
                }
                if (!covered.isEmpty()) {
                    parts.add(new Part(field, keys.get(key), covered, chance.of(keys.get(key))));
                }
            }
        }
    }

    /// The rules for these entries; one without parts when all pairs can be compared.
    static List<BlockRule> of(Entries entries, Learner.Learnt learnt) {
        BlockPlan plan = new BlockPlan(entries, learnt);
        return plan.all <= PAIRS_FREE ? List.of(new BlockRule(List.of())) : plan.choose();
    }

    /// Draws which block keys of a field each model match shares.
    private static int[] draw(long[] learnt, int field) {
        long[] masks = learnt.clone();
        if (LongStream.of(masks).sum() == 0) {
            masks[0] = ASSUMED[0];
            masks[masks.length - 1] = ASSUMED[1];
        }
        long all = LongStream.of(masks).sum();
        int[] drawn = new int[MODELS];
        for (int model = 0; model < MODELS; model++) {
            long rest = (Hash.of((long) model * Patterns.FIELDS_MAX + field) >>> 1) % all;
            while (rest >= masks[drawn[model]]) {
                rest -= masks[drawn[model]++];
            }
        }
        return drawn;
    }

    private List<BlockRule> choose() {
        List<Rule> rules = rules();
        BitSet missing = new BitSet(MODELS);
        missing.set(0, MODELS);
        List<BlockRule> chosen = new ArrayList<>();
        double rows = entries.leftRows().length + (double) entries.rightRows().length;
        double budget = Math.max(PAIRS_FREE, rows * PAIRS_PER_ENTRY_MAX);
        double matches = Math.min(entries.leftRows().length, entries.rightRows().length);
        while (chosen.size() < RULES_MAX) {
            Rule best = null;
            double most = MODELS / matches / PAIRS_PER_MATCH_MAX;
            for (Rule rule : rules) {
                int gain = gain(rule, missing);
                double worth = gain / (rule.pairs + rows);
                if (gain >= GAIN_MIN && rule.pairs <= budget && worth > most) {
                    best = rule;
                    most = worth;
                }
            }
            if (best == null) {
                break;
            }
            budget -= best.pairs;
            missing.andNot(best.covered);
            chosen.add(new BlockRule(best.parts.stream().map(Part::key).toList()));
        }
        return chosen;
    }

    private static int gain(Rule rule, BitSet missing) {
        BitSet gained = (BitSet) rule.covered.clone();
        gained.and(missing);
        return gained.cardinality();
    }

    /// All rules of one to three keys of different fields.
    private List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        for (int one = 0; one < parts.size(); one++) {
            Rule single = extended(null, parts.get(one));
            rules.add(single);
            for (int two = one + 1; two < parts.size(); two++) {
                if (parts.get(two).field == parts.get(one).field) {
                    continue;
                }
                Rule pair = extended(single, parts.get(two));
                rules.add(pair);
                for (int three = two + 1; three < parts.size(); three++) {
                    if (parts.get(three).field != parts.get(two).field) {
                        rules.add(extended(pair, parts.get(three)));
                    }
                }
            }
        }
        rules.removeIf(rule -> rule.covered.cardinality() < GAIN_MIN);
        return rules;
    }

    private Rule extended(@org.jspecify.annotations.Nullable Rule rule, Part part) {
        if (rule == null) {
            return new Rule(List.of(part), part.covered, all * part.chance);
        }
        List<Part> more = new ArrayList<>(rule.parts);
        more.add(part);
        BitSet covered = (BitSet) rule.covered.clone();
        covered.and(part.covered);
        return new Rule(more, covered, rule.pairs * part.chance);
    }
}
