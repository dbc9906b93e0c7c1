package dev.recon.engine.probable;

import dev.recon.engine.table.Progress;
import dev.recon.engine.table.Side;
import java.util.List;
import java.util.Optional;

/// The front door of the probable pass: open entries in, likely matches out.
///
/// Fellegi-Sunter (1969): how much each field speaks for a pair is the logarithm of how much
/// oftener matches show such values than chance does. Both are learnt from the entries themselves;
/// then all pairs are decided together. The same entries give the same matches with any number of
/// threads, in any order, and mirrored for swapped sides.
public final class Probable {
    private Probable() {}

    /// The likely matches; none when a side has no entry.
    public static Optional<Chosen> find(Population population, Bounds bounds, Work work) {
        Entries entries = Entries.of(population);
        if (entries.count(Side.LEFT) == 0 || entries.count(Side.RIGHT) == 0) {
            return Optional.empty();
        }
        work.progress().check();
        Learner.Learnt learnt = Learner.learn(entries, work);
        work.progress().check();
        boolean given = !population.blocks().isEmpty();
        List<BlockRule> rules = given ? given(population, entries) : BlockPlan.of(entries, learnt);
        Model model = new Model(entries, learnt, rules);
        Candidates.Found found = Candidates.find(model, population, work);
        double comparable = comparable(entries);
        Edges edges = Pruning.of(found.edges(), entries.count(Side.RIGHT), comparable);
        Joint joint = new Joint(edges, entries, comparable, work.threads());
        double[] posteriors = joint.solve();
        model.settle(Model.log2(joint.odds()), found.counted());
        return Optional.of(Choice.of(model, edges, posteriors, bounds));
    }

    /// What the fields of these entries weigh, learnt without matching them; empty when a side has
    /// no entry.
    public static Optional<Model> learn(Population population, int threads) {
        Entries entries = Entries.of(population);
        if (entries.count(Side.LEFT) == 0 || entries.count(Side.RIGHT) == 0) {
            return Optional.empty();
        }
        Work work = new Work("learn", Progress.NONE, threads);
        return Optional.of(new Model(entries, Learner.learn(entries, work), List.of()));
    }

    /// The blocks that the rule set names: equal values of each field.
    private static List<BlockRule> given(Population population, Entries entries) {
        return population.blocks().stream()
                .map(fields ->
                        new BlockRule(
                                fields.stream()
                                        .map(name -> ValueKey.of(population, entries, name))
                                        .toList()))
                .toList();
    }

    /// How work is done: under which name it reports, to whom, on how many threads.
    public record Work(String stage, Progress progress, int threads) {}

    /// The share of all pairs that agree in what must be equal.
    private static double comparable(Entries entries) {
        long[] left = entries.leftKeys().clone();
        long[] right = entries.rightKeys().clone();
        java.util.Arrays.sort(left);
        java.util.Arrays.sort(right);
        double all = (double) left.length * right.length;
        return Math.max(1, Chance.shared(left, right)) / all;
    }
}
