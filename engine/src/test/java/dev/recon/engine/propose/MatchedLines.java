package dev.recon.engine.propose;

import dev.recon.engine.Outcome;
import dev.recon.engine.match.Matching;
import dev.recon.engine.read.EntryReader;
import dev.recon.engine.table.Lines;
import dev.recon.engine.table.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// What a run without rules matches of two files, by what their lines say.
final class MatchedLines {
    private MatchedLines() {}

    /// Every match with its status, its pass and what its lines say.
    ///
    /// @param ledger the side on which the ledger is
    static Set<String> of(String left, String right, Side ledger, int threads) {
        Proposal proposal = UnknownRun.propose(left, right);
        try (Outcome outcome = UnknownRun.run(proposal, left, right, threads)) {
            Matching matching = outcome.matching();
            Set<String> found = new TreeSet<>();
            for (int match = 1; match <= matching.count(); match++) {
                String pass = proposal.rules().passes().get(matching.pass(match)).name();
                List<String> one = raw(outcome, Side.LEFT, match);
                List<String> other = raw(outcome, Side.RIGHT, match);
                String lines = ledger == Side.LEFT ? one + "|" + other : other + "|" + one;
                found.add(matching.status(match) + " " + pass + " " + lines);
            }
            return found;
        }
    }

    private static List<String> raw(Outcome outcome, Side side, int match) {
        EntryReader entries = outcome.entries(side);
        Lines lines = outcome.read(side).table().lines();
        return Arrays.stream(outcome.matching().rows(side, match))
                .mapToObj(row -> entries.read(lines, row).raw())
                .sorted()
                .toList();
    }

    /// The same file with its lines in another order, but for the header.
    static String shuffled(String text, Random random) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        Collections.shuffle(lines.subList(1, lines.size()), random);
        return IntStream.range(0, lines.size())
                .mapToObj(at -> lines.get(at) + "\n")
                .reduce("", String::concat);
    }
}
