package dev.recon.engine.propose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.engine.Outcome;
import dev.recon.engine.Reconciler;
import dev.recon.engine.match.Matching;
import dev.recon.engine.propose.LedgerAndBank.Trait;
import dev.recon.engine.read.ArrayBytes;
import dev.recon.engine.read.EntryReader;
import dev.recon.engine.table.Lines;
import dev.recon.engine.table.Progress;
import dev.recon.engine.table.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Two files that nobody has described: neither the number of threads, nor the order of their
/// lines, nor which of them is the left one changes what is found.
class MirrorTest {
    @ParameterizedTest
    @EnumSource(Trait.class)
    void threadsOrderAndSidesChangeNothing(Trait trait) {
        for (int seed = 0; seed < 4; seed++) {
            LedgerAndBank files = LedgerAndBank.of(seed, EnumSet.of(trait));
            Set<String> found = found(files.left(), files.right(), Side.LEFT, 1);
            String about = trait + ", seed " + seed;

            assertThat(found).as(about).hasSizeGreaterThan(100);
            assertThat(found(files.left(), files.right(), Side.LEFT, 2))
                    .as(about + ", 2 threads")
                    .isEqualTo(found);
            assertThat(found(files.right(), files.left(), Side.RIGHT, 2))
                    .as(about + ", swapped")
                    .isEqualTo(found);
            if (trait != Trait.ROW_NUMBERS) { // they would no longer number the rows
                Random random = new Random(seed);
                String left = shuffled(files.left(), random);
                String right = shuffled(files.right(), random);
                assertThat(found(left, right, Side.LEFT, 2))
                        .as(about + ", shuffled")
                        .isEqualTo(found);
            }
        }
    }

    /// Every match with its status, its pass and what its lines say.
    ///
    /// @param ledger the side on which the ledger is
    private static Set<String> found(String left, String right, Side ledger, int threads) {
        ArrayBytes ours = ArrayBytes.of("ours.csv", left);
        ArrayBytes theirs = ArrayBytes.of("theirs.csv", right);
        Proposal proposal =
                Proposer.propose(
                        LedgerAndBank.inspect("ours.csv", left),
                        LedgerAndBank.inspect("theirs.csv", right),
                        Map.of());
        var inputs =
                new Reconciler.Inputs(ours, theirs, proposal.rules(), Reconciler.Decided.NOTHING);
        try (Outcome outcome = Reconciler.run(inputs, Progress.NONE, threads)) {
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

    private static String shuffled(String text, Random random) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        Collections.shuffle(lines.subList(1, lines.size()), random);
        return IntStream.range(0, lines.size())
                .mapToObj(at -> lines.get(at) + "\n")
                .reduce("", String::concat);
    }
}
