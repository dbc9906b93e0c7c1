package dev.recon.engine.match;

import dev.recon.engine.rules.Ambiguity;
import dev.recon.engine.rules.Pass;
import dev.recon.engine.rules.Tolerance;
import dev.recon.engine.table.Column;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// One entry of one side is the sum of several of the other, which no key ties together.
///
/// A target's candidates are the open entries of the other side with its key and sign, at most its
/// amount, in the window of dates, under no veto with it. All their subsets of 2 to `entries`
/// entries that come to it exactly are counted (see [SubsetSums]); the one whose dates are nearest
/// is the solution, of equal ones the smallest, of equal ones the first in the order amount, date,
/// content. The pass looks first among the entries that agree in the first field of its evidence
/// too, then in the second, and so on, and last among those that agree in the key alone.
///
/// Sums agree by accident, so each search is told how many subsets would come to its target by
/// chance, from those that nearly do. A round that searched t targets and expected a of them to
/// have an accidental solution, but found f, has a prior of (f - a + 1/2) / (t + 1), and a solution
/// the confidence that [SumFind#confidence] states. It is *clear* when it is the only one, all
/// subsets were looked at, no other target's solution shares an entry with it, and its confidence
/// is 0.99 at least: then it is matched. Of the others, `suggest` suggests those with a confidence
/// of 0.2 at least, the surest first; `leave` leaves them open.
///
/// Last of all, where the pass allows it, several against several: see [SeveralMatcher].
///
/// Cost: one join a round (see [ExactMatcher]), about 120 bytes a find, and in each block the steps
/// that its searches take, up to a bound; then the pass stops there and says where ([Stops]).
final class SumMatcher {
    private static final double PRIOR_MIN = 0.001;
    private static final double PRIOR_MAX = 0.999;
    static final float CONFIDENCE_MATCHED = 0.99f;
    static final float CONFIDENCE_SUGGESTED = 0.2f;
    static final float CONFIDENCE_MAX = 0.9999f;

    private final Stage stage;
    private final Pass.Sum pass;
    private final int label;

    private SumMatcher(Stage stage, Pass.Sum pass) {
        this.stage = stage;
        this.pass = pass;
        this.label = stage.addLabels();
        stage.pairs().set(label + 1, new Label(stage.index(), Status.SUGGESTED, 1));
    }

    static void run(Stage stage, Pass.Sum pass) {
        SumMatcher matcher = new SumMatcher(stage, pass);
        for (String field : pass.evidence()) {
            matcher.round(Set.of(field));
        }
        matcher.round(Set.of());
        if (pass.againstMax() > 1) {
            new SeveralMatcher(stage, pass, matcher.label).run();
        }
    }

    private void round(Set<String> more) {
        Stage seen = BusinessDates.seen(stage, pass.days());
        int decimals = stage.table(Side.LEFT).decimals();
        Nearness nearness = Nearness.of(new Tolerance.Any(), pass.days(), decimals);
        List<SumBlock> parts =
                join(stage, pass, more).solve(() -> new SumBlock(seen, pass, nearness));
        List<SumFind> finds = new ArrayList<>();
        long targets = 0;
        long accidents = 0;
        for (SumBlock part : parts) {
            finds.addAll(part.finds);
            targets += part.targets;
            accidents += part.accidents;
            stage.pairs().add(stage.index(), part.stops);
        }
        choose(finds, prior(finds.size(), accidents, targets));
    }

    /// How likely there is a true one.
    ///
    /// @param found how many of all have one
    /// @param accidents how many would have one by accident, in parts of [SumBlock#WHOLE]
    static double prior(long found, long accidents, long all) {
        double real = found - (double) accidents / SumBlock.WHOLE + 0.5;
        return Math.clamp(real / (all + 1.0), PRIOR_MIN, PRIOR_MAX);
    }

    /// The open entries of both sides by key, currency and more fields.
    static Join join(Stage stage, Pass.Sum pass, Set<String> more) {
        Set<String> fields = new LinkedHashSet<>(pass.key());
        fields.add(Table.CURRENCY);
        fields.addAll(more);
        List<Column> lefts = fields.stream().map(stage.table(Side.LEFT)::get).toList();
        List<Column> rights = fields.stream().map(stage.table(Side.RIGHT)::get).toList();
        return new Join(
                new RowKeys(lefts, stage.pairs().partners(Side.LEFT)),
                new RowKeys(rights, stage.pairs().partners(Side.RIGHT)),
                new RowEquality(lefts, rights),
                stage.work());
    }

    private void choose(List<SumFind> finds, double prior) {
        SumUses uses = new SumUses(stage);
        finds.forEach(uses::add);
        Groups groups = new Groups();
        List<SumFind> unclear = new ArrayList<>();
        for (SumFind find : finds) {
            float confidence = Math.min(CONFIDENCE_MAX, find.confidence(prior));
            boolean alone = find.solutions() == 1 && find.isWhole() && !uses.isContested(find);
            if (alone && confidence >= CONFIDENCE_MATCHED) {
                write(find, groups, label, confidence);
            } else if (pass.ambiguous() == Ambiguity.SUGGEST
                    && confidence >= CONFIDENCE_SUGGESTED) {
                unclear.add(find);
            }
        }
        suggest(unclear, prior, groups);
        stage.pairs().take(groups);
    }

    /// The surest first; entries that are gone make a find void.
    private void suggest(List<SumFind> unclear, double prior, Groups groups) {
        LineContent lefts = stage.inputs().content(Side.LEFT);
        LineContent rights = stage.inputs().content(Side.RIGHT);
        unclear.sort(
                Comparator.comparingDouble((SumFind find) -> -find.confidence(prior))
                        .thenComparingInt(find -> find.rows().length)
                        .thenComparingLong(find ->
                                (find.side() == Side.LEFT ? lefts : rights).hash(find.target()))
                        .thenComparingInt(SumFind::target));
        SumUses taken = new SumUses(stage);
        for (SumFind find : unclear) {
            if (taken.isFree(find)) {
                taken.add(find);
                write(find, groups, label + 1, Math.min(CONFIDENCE_MAX, find.confidence(prior)));
            }
        }
    }

    private static void write(SumFind find, Groups groups, int label, float confidence) {
        groups.add(find.side(), find.target());
        for (int row : find.rows()) {
            groups.add(find.side().other(), row);
        }
        groups.close(label, confidence);
    }
}
