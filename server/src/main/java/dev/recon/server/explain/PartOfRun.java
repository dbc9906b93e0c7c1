package dev.recon.server.explain;

import dev.recon.engine.explain.Explainer;
import dev.recon.engine.explain.Learnt;
import dev.recon.engine.explain.Scope;
import dev.recon.engine.read.Entry;
import dev.recon.engine.table.Side;
import dev.recon.server.match.EntryState.Place;
import dev.recon.server.run.MatchFact;
import dev.recon.server.run.RunEntries.Picked;
import dev.recon.server.run.RunRow;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/// Some entries of a run that is too large to have all of them in memory: explanations see what an
/// index found near, and count no changes of the rules.
///
/// @param entries how many entries each side has
record PartOfRun(RunRow run, Sources sources, int entries) {
    private static final int SAMPLE_MAX = 1_000;

    /// Learns what fields weigh from matches all over the run.
    Learnt learn() {
        List<MatchFact> sample = sources.facts().sampleMatches(run, SAMPLE_MAX);
        Lines lines =
                new Lines(
                        distinct(sample.stream().flatMap(match -> match.left().stream())),
                        distinct(sample.stream().flatMap(match -> match.right().stream())));
        return Learnt.of(scope(lines), Runtime.getRuntime().availableProcessors());
    }

    private static List<Integer> distinct(Stream<Integer> lines) {
        return List.copyOf(new TreeSet<>(lines.toList()));
    }

    /// The lines of both sides that are looked at.
    record Lines(List<Integer> left, List<Integer> right) {
        List<Integer> of(Side side) {
            return side == Side.LEFT ? left : right;
        }
    }

    /// Answers a question about these lines, whose rows are their places in the list.
    <T> T ask(Lines lines, Learnt learnt, BiFunction<Explainer, HeldNow, T> question) {
        return question.apply(new Explainer(scope(lines), learnt), held(lines));
    }

    private Scope scope(Lines lines) {
        return new Scope(
                sources.tables().rules(run),
                side(Side.LEFT, lines),
                side(Side.RIGHT, lines),
                held(lines));
    }

    private Scope.OneSide side(Side side, Lines lines) {
        Picked picked = sources.entries().pick(run, side, lines.of(side));
        byte[] head = sources.tables().head(run, side);
        Scope.Lines again =
                new Scope.Lines() {
                    @Override
                    public Entry entry(int row) {
                        return picked.raw().get(row);
                    }

                    @Override
                    public byte[] head() {
                        return head.clone();
                    }
                };
        return new Scope.OneSide(picked.table(), again, Math.max(entries, picked.lines().size()));
    }

    private HeldNow held(Lines lines) {
        return new HeldNow(
                run,
                sources,
                rows(Side.LEFT, lines),
                rows(Side.RIGHT, lines),
                sources.decisions().parted(run));
    }

    private HeldNow.Rows rows(Side side, Lines lines) {
        List<Integer> all = lines.of(side);
        int[] matches =
                all.stream()
                        .mapToInt(line ->
                                sources.moved()
                                        .findPlace(run, side, line)
                                        .flatMap(Place::match)
                                        .orElse(0))
                        .toArray();
        return new HeldNow.Rows(all::indexOf, matches, new byte[0]);
    }
}
