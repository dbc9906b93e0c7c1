package dev.recon.engine.match;

import dev.recon.engine.rules.Ambiguity;
import dev.recon.engine.rules.Pass;
import dev.recon.engine.rules.Tolerance;
import dev.recon.engine.table.Bitmap;
import dev.recon.engine.table.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// Several entries of one side come to several of the other, which no key ties together: what a
/// [SumMatcher] looks for at last, where its pass says so.
///
/// The finds of [SeveralBlock] are judged as sums are, a block taking the place of a target: b
/// blocks of which f have a find, where a would by accident (see [SeveralChance]), have a prior of
/// (f - a + 1/2) / (b + 1). A find is *clear* when no other shares an entry with it, all subsets of
/// its block were looked at, and its confidence is 0.99 at least: then it is matched. Of the
/// others, `suggest` suggests those with a confidence of 0.2 at least, the surest first, of equal
/// ones that with fewer entries, then that with nearer dates.
///
/// Cost: one join a round, and in each block what its subsets take, a bounded number: 0.1 seconds.
final class SeveralMatcher {
    private final Stage stage;
    private final Pass.Sum pass;
    private final int label;

    /// @param label that of its matches; its suggestions have the next
    SeveralMatcher(Stage stage, Pass.Sum pass, int label) {
        this.stage = stage;
        this.pass = pass;
        this.label = label;
    }

    void run() {
        for (String field : pass.evidence()) {
            round(Set.of(field));
        }
        round(Set.of());
    }

    private void round(Set<String> more) {
        Stage seen = BusinessDates.seen(stage, pass.days());
        int decimals = stage.table(Side.LEFT).decimals();
        Nearness nearness = Nearness.of(new Tolerance.Any(), pass.days(), decimals);
        Join join = SumMatcher.join(stage, pass, more);
        List<SeveralFind> finds = new ArrayList<>();
        long blocks = 0;
        long solved = 0;
        long accidents = 0;
        for (SeveralBlock part : join.solve(() -> new SeveralBlock(seen, pass, nearness))) {
            finds.addAll(part.finds);
            blocks += part.blocks;
            solved += part.solved;
            accidents += part.accidents;
            stage.pairs().add(stage.index(), part.stops);
        }
        choose(finds, SumMatcher.prior(solved, accidents, blocks));
    }

    private void choose(List<SeveralFind> finds, double prior) {
        finds.sort(
                Comparator.comparingDouble((SeveralFind find) -> -find.confidence(prior))
                        .thenComparingInt(SeveralFind::entries)
                        .thenComparingLong(SeveralFind::days)
                        .thenComparingLong(SeveralFind::content)
                        .thenComparingInt(find -> find.left()[0])
                        .thenComparingInt(find -> find.right()[0]));
        Bitmap lefts = new Bitmap(stage.table(Side.LEFT).rows());
        Bitmap rights = new Bitmap(stage.table(Side.RIGHT).rows());
        Groups groups = new Groups();
        for (SeveralFind find : finds) {
            float confidence = Math.min(SumMatcher.CONFIDENCE_MAX, find.confidence(prior));
            boolean clear =
                    find.solutions() == 1
                            && find.isWhole()
                            && confidence >= SumMatcher.CONFIDENCE_MATCHED;
            boolean suggests =
                    pass.ambiguous() == Ambiguity.SUGGEST
                            && confidence >= SumMatcher.CONFIDENCE_SUGGESTED;
            boolean isFree = isFree(lefts, find.left()) && isFree(rights, find.right());
            if ((clear || suggests) && isFree) {
                Arrays.stream(find.left()).forEach(lefts::set);
                Arrays.stream(find.right()).forEach(rights::set);
                write(find, groups, clear ? label : label + 1, confidence);
            }
        }
        stage.pairs().take(groups);
    }

    private static boolean isFree(Bitmap taken, int[] rows) {
        return Arrays.stream(rows).noneMatch(taken::get);
    }

    private static void write(SeveralFind find, Groups groups, int label, float confidence) {
        for (Side side : Side.values()) {
            for (int row : find.rows(side)) {
                groups.add(side, row);
            }
        }
        groups.close(label, confidence);
    }
}
