package dev.recon.engine.propose;

import dev.recon.engine.Outcome;
import dev.recon.engine.Reconciler;
import dev.recon.engine.classify.Breaks;
import dev.recon.engine.classify.Written;
import dev.recon.engine.match.Matching;
import dev.recon.engine.match.Status;
import dev.recon.engine.read.ArrayBytes;
import dev.recon.engine.table.Progress;
import dev.recon.engine.table.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Two files that nobody has described, from the proposal to the breaks.
///
/// @param matched what was matched, as `left lines = right lines`, such as `1 2 = 7`
/// @param suggested what was suggested, likewise
/// @param breaks kind and reason of each break
record UnknownRun(
        Proposal proposal, List<String> matched, List<String> suggested, List<String> breaks) {
    static final int ROWS = 40;
    private static final String LEFT = "left.csv";
    private static final String RIGHT = "right.csv";

    static UnknownRun of(String left, String right) {
        Proposal proposal = propose(left, right);
        try (Outcome outcome = run(proposal, left, right, 1)) {
            return new UnknownRun(
                    proposal,
                    matches(outcome, Status.MATCHED),
                    matches(outcome, Status.SUGGESTED),
                    breaks(outcome));
        }
    }

    static Proposal propose(String left, String right) {
        return propose(left, right, Map.of());
    }

    /// @param answers to the questions of the proposal
    static Proposal propose(String left, String right, Map<String, String> answers) {
        return Proposer.propose(
                LedgerAndBank.inspect(LEFT, left), LedgerAndBank.inspect(RIGHT, right), answers);
    }

    /// The caller closes it.
    static Outcome run(Proposal proposal, String left, String right, int threads) {
        var inputs =
                new Reconciler.Inputs(
                        ArrayBytes.of(LEFT, left),
                        ArrayBytes.of(RIGHT, right),
                        proposal.rules(),
                        Reconciler.Decided.NOTHING);
        return Reconciler.run(inputs, Progress.NONE, threads);
    }

    private static List<String> matches(Outcome outcome, Status status) {
        Matching matching = outcome.matching();
        List<String> found = new ArrayList<>();
        for (int match = 1; match <= matching.count(); match++) {
            if (matching.status(match) == status) {
                found.add(
                        lines(outcome, Side.LEFT, match)
                                + " = "
                                + lines(outcome, Side.RIGHT, match));
            }
        }
        return found;
    }

    private static String lines(Outcome outcome, Side side, int match) {
        return Arrays.stream(outcome.matching().rows(side, match))
                .mapToObj(row -> outcome.read(side).table().lines().line(row))
                .map(String::valueOf)
                .collect(Collectors.joining(" "));
    }

    private static List<String> breaks(Outcome outcome) {
        Breaks breaks = outcome.breaks();
        Written written = outcome.written();
        List<String> found = new ArrayList<>();
        for (int number = 1; number <= breaks.count(); number++) {
            found.add(breaks.kind(number).word() + " " + breaks.reason(number, written));
        }
        return found;
    }

    /// Every line matched with the one of the same number.
    static List<String> sameLines() {
        return IntStream.rangeClosed(1, ROWS).mapToObj(line -> line + " = " + line).toList();
    }

    /// A file of 40 rows, numbered from 0.
    static String file(String header, IntFunction<String> row) {
        return file(header, row, ROWS);
    }

    static String file(String header, IntFunction<String> row, int rows) {
        return IntStream.range(0, rows)
                .mapToObj(row)
                .collect(Collectors.joining("\n", header + "\n", "\n"));
    }
}
