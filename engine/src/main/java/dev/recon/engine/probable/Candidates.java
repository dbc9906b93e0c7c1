package dev.recon.engine.probable;

import dev.recon.engine.read.InputProblem;
import dev.recon.engine.read.Problem;
import dev.recon.engine.table.Limits;
import dev.recon.engine.table.Parallel;
import dev.recon.engine.table.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Finds the pairs that share a block, counts them before it compares any, and keeps those that
/// speak for a match.
///
/// For each left entry the right entries of all its blocks are gathered once each (a stamp a right
/// entry says so), so that no list of candidates is ever kept: what costs memory is the indexes and
/// the pairs that remain.
final class Candidates {
    private static final int STRETCH = 2048;

    private final Model model;
    private final Population population;
    private final List<BlockRule> rules = new ArrayList<>();
    private final List<Index> indexes = new ArrayList<>();
    private final float[][] equalWeights;
    private long counted;

    private Candidates(Model model, Population population) {
        this.model = model;
        this.population = population;
        this.equalWeights = Scorer.equalWeights(model);
    }

    /// What was found.
    ///
    /// @param counted how many pairs the blocks hold
    record Found(Edges edges, long counted) {}

    /// @throws InputProblem when the blocks that a person chose hold too many pairs
    static Found find(Model model, Population population, Probable.Work work) {
        Candidates candidates = new Candidates(model, population);
        candidates.count(work.stage());
        return new Found(candidates.run(work), candidates.counted);
    }

    /// Counts what each rule would compare; rules that were estimated too low are left out.
    private void count(String pass) {
        Entries entries = model.entries();
        long rows = (long) entries.count(Side.LEFT) + entries.count(Side.RIGHT);
        long pairsMax = Limits.PAIRS_FREE + rows * Limits.PAIRS_PER_ENTRY_MAX;
        for (BlockRule rule : model.rules()) {
            Index index = Index.of(entries, rule, Side.RIGHT);
            long pairs = 0;
            BlockRule.Keys keys = rule.keys(entries);
            for (int place = 0; place < entries.count(Side.LEFT); place++) {
                int count = keys.fill(Side.LEFT, place);
                for (int at = 0; at < count; at++) {
                    pairs += index.count(index.find(keys.get(at)));
                }
            }
            if (counted + pairs > pairsMax && !population.blocks().isEmpty()) {
                throw new InputProblem(tooMany(pass, rule, pairs, pairsMax));
            }
            if (counted + pairs <= pairsMax) {
                counted += pairs;
                rules.add(rule);
                indexes.add(index);
            }
        }
    }

    private static Problem tooMany(String pass, BlockRule rule, long pairs, long pairsMax) {
        return new Problem(
                "pass " + pass,
                "the block of " + rule.words() + " compares " + pairs + " pairs",
                "at most " + pairsMax + " pairs",
                "Name more fields in this block, or leave out blocks: the engine then chooses.");
    }

    private Edges run(Probable.Work work) {
        int rows = model.entries().count(Side.LEFT);
        int stretches = (rows + STRETCH - 1) / STRETCH;
        Part[] parts = new Part[stretches];
        ConcurrentLinkedQueue<Worker> idle = new ConcurrentLinkedQueue<>();
        Parallel.run(
                work.threads(),
                stretches,
                stretch -> {
                    work.progress().check();
                    Worker found = idle.poll();
                    Worker worker = found == null ? new Worker() : found;
                    int from = stretch * STRETCH;
                    parts[stretch] = worker.run(from, Math.min(rows, from + STRETCH));
                    work.progress().report(work.stage(), stretch + 1, stretches);
                    idle.add(worker);
                });
        return joined(parts, rows);
    }

    private static Edges joined(Part[] parts, int rows) {
        int[] starts = new int[rows + 1];
        int count = 0;
        int place = 0;
        for (Part part : parts) {
            for (int end : part.ends) {
                starts[++place] = count + end;
            }
            count = Math.addExact(count, part.right.length);
        }
        int[] right = new int[count];
        float[] scores = new float[count];
        int at = 0;
        for (Part part : parts) {
            System.arraycopy(part.right, 0, right, at, part.right.length);
            System.arraycopy(part.scores, 0, scores, at, part.right.length);
            at += part.right.length;
        }
        return new Edges(starts, right, scores);
    }

    private record Part(int[] ends, int[] right, float[] scores) {}

    /// Compares stretches of left entries; one thread at a time uses it.
    private final class Worker {
        private final Entries entries = model.entries();
        private final Scorer scorer = new Scorer(model, equalWeights);
        private final List<BlockRule.Keys> keys =
                rules.stream().map(rule -> rule.keys(entries)).toList();
        private final int[] stamps = new int[entries.count(Side.RIGHT)];
        private long[] kept = new long[1024];
        private int count;

        Part run(int from, int to) {
            int[] ends = new int[to - from];
            count = 0;
            for (int left = from; left < to; left++) {
                int before = count;
                for (int rule = 0; rule < indexes.size(); rule++) {
                    gather(left, indexes.get(rule), keys.get(rule));
                }
                Arrays.sort(kept, before, count);
                ends[left - from] = count;
            }
            int[] right = new int[count];
            float[] scores = new float[count];
            for (int at = 0; at < count; at++) {
                right[at] = (int) (kept[at] >>> Integer.SIZE);
                scores[at] = Float.intBitsToFloat((int) kept[at]);
            }
            return new Part(ends, right, scores);
        }

        private void gather(int left, Index index, BlockRule.Keys rule) {
            int found = rule.fill(Side.LEFT, left);
            for (int at = 0; at < found; at++) {
                int link = index.first(index.find(rule.get(at)));
                for (; link != 0; link = index.after(link)) {
                    int right = index.place(link);
                    if (stamps[right] != left + 1) {
                        stamps[right] = left + 1;
                        consider(left, right);
                    }
                }
            }
        }

        private boolean isForbidden(int left, int right) {
            return population
                    .vetoed()
                    .forbids(entries.leftRows()[left], entries.rightRows()[right]);
        }

        private void consider(int left, int right) {
            if (!entries.isComparable(left, right)) {
                return;
            }
            double score = scorer.score(left, right);
            if (score >= Scorer.FLOOR && !isForbidden(left, right)) {
                kept = count == kept.length ? Arrays.copyOf(kept, count * 2) : kept;
                int bits = Float.floatToRawIntBits((float) score);
                kept[count++] = (long) right << Integer.SIZE | (bits & 0xFFFFFFFFL);
            }
        }
    }
}
