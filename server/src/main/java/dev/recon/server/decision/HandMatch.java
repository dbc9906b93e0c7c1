package dev.recon.server.decision;

import dev.recon.engine.classify.Breaks;
import dev.recon.engine.classify.Classifier;
import dev.recon.engine.match.Cascade;
import dev.recon.engine.match.Decisions;
import dev.recon.engine.match.Matching;
import dev.recon.engine.rate.Counting;
import dev.recon.engine.table.Progress;
import dev.recon.engine.table.Side;
import dev.recon.server.breaks.BreakChanges;
import dev.recon.server.run.RunEntries.Picked;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What a match by hand differs in: found by the engine itself, on a table of these entries alone,
/// so that a later run says the same.
final class HandMatch {
    private HandMatch() {}

    /// The break inside a match of these entries, if there is one.
    static Optional<BreakChanges.Made> findBreak(Picked left, Picked right, int matchNumber) {
        Decisions pinned =
                new Decisions(List.of(new Decisions.Pin(rows(left), rows(right))), List.of());
        Cascade.Inputs inputs =
                new Cascade.Inputs(
                        left.table(),
                        right.table(),
                        left.rules().rates(),
                        List.of(),
                        pinned,
                        row -> row,
                        row -> row);
        Matching matching = Cascade.run(inputs, Progress.NONE, 1);
        Breaks breaks = Classifier.classify(left.table(), right.table(), matching, left.rules());
        if (breaks.count() == 0) {
            return Optional.empty();
        }
        return Optional.of(
                new BreakChanges.Made(
                        breaks.kind(1).word(),
                        Optional.of(left.entries().get(breaks.leftRow(1))),
                        Optional.of(right.entries().get(breaks.rightRow(1))),
                        breaks.currency(1).code(),
                        breaks.differenceUnits(1),
                        Optional.of(matchNumber),
                        left.lines().size() + right.lines().size(),
                        breaks.reason(
                                1,
                                (side, row, field) ->
                                        (side == Side.LEFT ? left : right).written(row, field))));
    }

    /// Can the amounts be set against each other: are they of one currency, or does the rule set
    /// have the rates?
    static boolean isCountable(Picked left, Picked right) {
        return new Decisions.Pin(rows(left), rows(right))
                .isCountable(Counting.of(left.rules().rates(), left.table(), right.table()));
    }

    private static List<Integer> rows(Picked picked) {
        return IntStream.range(0, picked.lines().size()).boxed().toList();
    }
}
