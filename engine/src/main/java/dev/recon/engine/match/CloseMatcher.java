package dev.recon.engine.match;

import dev.recon.engine.rules.Ambiguity;
import dev.recon.engine.rules.Pass;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The key agrees, the amount is near and the date is near; the nearest pair goes first.
///
/// A candidate is a pair with the same key, a difference of amounts within the tolerance (a percent
/// counts of the larger amount, without its sign; a currency may have its own), a right date within
/// the window around the left one, texts that are nearly the same (see [Similarity]), and no veto.
/// The best-ranked candidate is taken, both entries leave, and so on (see [Greedy] for the rank).
///
/// A pass that would compare the texts of too many pairs is refused before it compares any (see
/// [SimilarPairs]).
///
/// A window in seconds counts moments in place of dates, also in the rank (see [Timed]); then pairs
/// of equal amounts never cross in time (see [InOrder]), unless texts are compared or there are
/// vetoes.
///
/// A window in business days counts those alone, also in the rank (see [BusinessDates]).
///
/// A match is *clear* when neither entry had another candidate when the pass began. `best` matches
/// the others too, `suggest` suggests them, `leave` leaves their entries open. Confidence is
/// measured by decoys (see [Evidence]); matches with less than the precision are suggested.
///
/// Cost: beside the join (see [ExactMatcher]) about 100 bytes a row of the largest block of each
/// thread, and two sorts by radix; three sweeps, of which two count coincidences. Measured as
/// above, 1 M x 1 M within 0.05 and 0 to 3 days: all in one account 0.7-1.1 CPU seconds warm, in
/// 20,000 accounts 0.9-1.3, all equal 0.6; cold 1.8-2.4. Dense blocks: see [NearestChain].
final class CloseMatcher implements Join.Solver {
    private final Stage stage;
    private final int label;
    private final ByCurrency<Measure> measures;
    private final IdentityHashMap<Measure, Pairing> pairings = new IdentityHashMap<>();
    private final Chosen chosen = new Chosen();
    private final Evidence evidence = new Evidence();
    private final @Nullable InOrder inOrder;

    /// What makes a candidate in one currency, and where its coincidences are counted.
    private record Measure(Fit fit, List<Nearness> decoys) {}

    private CloseMatcher(
            Stage stage, int label, ByCurrency<Measure> measures, @Nullable InOrder inOrder) {
        this.stage = stage;
        this.label = label;
        this.measures = measures;
        this.inOrder = inOrder;
    }

    static void run(Stage stage, Pass.Close pass) {
        int label = stage.addLabels();
        if (pass.seconds().isPresent()) {
            label(stage, label, Timed.match(stage, label, pass));
        } else {
            Stage seen = BusinessDates.seen(stage, pass.days());
            label(stage, label, match(seen, stage.join(), label, pass));
        }
    }

    /// What a pass found, and whether coincidences could be counted.
    record Found(Evidence evidence, boolean hasDecoys) {}

    /// @param seen the stage with the columns that are compared
    /// @param join the open entries of both sides by their key
    static Found match(Stage seen, Join join, int label, Pass.Close pass) {
        ByCurrency<Measure> measures = measures(seen, pass);
        if (!pass.similar().isEmpty()) {
            SimilarPairs.requireFew(seen, join, measures.map(Measure::fit));
        }
        Evidence all = new Evidence();
        boolean ordered =
                pass.seconds().isPresent() && pass.similar().isEmpty() && seen.vetoes().isEmpty();
        Supplier<CloseMatcher> matchers =
                () -> new CloseMatcher(seen, label, measures, ordered ? new InOrder(seen) : null);
        for (CloseMatcher part : join.solve(matchers)) {
            all.add(part.evidence);
        }
        return new Found(all, !measures.other().decoys().isEmpty());
    }

    /// Says what the labels of a pass stand for, once its evidence is known.
    static void label(Stage stage, int label, Found found) {
        boolean decoys = found.hasDecoys;
        boolean suggests = stage.pass().ambiguous() == Ambiguity.SUGGEST;
        Status status = suggests ? Status.SUGGESTED : Status.MATCHED;
        Evidence all = found.evidence;
        set(stage, label, Status.MATCHED, all.ofClear(decoys));
        set(stage, label + 1, status, all.ofUnclear(decoys));
    }

    /// Matches that are less sure than the pass asks for are suggested.
    private static void set(Stage stage, int label, Status status, float confidence) {
        boolean doubted =
                stage.pass() instanceof Pass.Close close
                        && confidence < close.precision().floatValue();
        Status said = doubted ? Status.SUGGESTED : status;
        stage.pairs().set(label, new Label(stage.index(), said, confidence));
    }

    /// Where one currency has no decoys, none are counted: their number would not be comparable.
    private static ByCurrency<Measure> measures(Stage stage, Pass.Close pass) {
        int decimals = stage.table(Side.LEFT).decimals();
        Similarity similarity = stage.similarity(pass.similar());
        ByCurrency<Nearness> nearness =
                ByCurrency.of(pass.amount())
                        .map(tolerance ->
                                pass.seconds()
                                        .map(seconds -> Nearness.of(tolerance, seconds, decimals))
                                        .orElseGet(() ->
                                                Nearness.of(tolerance, pass.days(), decimals)));
        boolean counts = nearness.all(of -> !of.decoys(decimals).isEmpty());
        return nearness.map(of ->
                new Measure(
                        new Fit(of, similarity, stage.vetoes()),
                        counts ? of.decoys(decimals) : List.of()));
    }

    private Measure measure(int leftRow) {
        return measures.of(stage.table(Side.LEFT).currencies().packed()[leftRow]);
    }

    @Override
    public void pairs(RowPairs found) {
        for (int at = 0; at < found.count; at++) {
            int leftRow = found.left[at];
            int rightRow = found.right[at];
            Measure measure = measure(leftRow);
            Fit fit = measure.fit();
            List<Nearness> decoys = measure.decoys();
            boolean near = isNear(fit.nearness(), leftRow, rightRow);
            int coincidences = 0;
            for (int decoy = 0; decoy < decoys.size(); decoy++) {
                coincidences += isNear(decoys.get(decoy), leftRow, rightRow) ? 1 : 0;
            }
            if ((near || coincidences > 0) && fit.isFree(leftRow, rightRow)) {
                evidence.clearDecoys += coincidences;
                if (near) {
                    evidence.clear++;
                    stage.pairs().take(leftRow, rightRow, label);
                }
            }
        }
    }

    private boolean isNear(Nearness nearness, int leftRow, int rightRow) {
        Table left = stage.table(Side.LEFT);
        Table right = stage.table(Side.RIGHT);
        long units = left.amounts().units()[leftRow] + nearness.shift();
        return nearness.holds(units, right.amounts().units()[rightRow])
                && nearness.holds(left.dates().days()[leftRow], right.dates().days()[rightRow]);
    }

    @Override
    public void block(Block block) {
        if (block.count(Side.LEFT) == 0 || block.count(Side.RIGHT) == 0) {
            return;
        }
        chosen.clear();
        Measure measure = measure(block.rows(Side.LEFT)[0]);
        pairings.computeIfAbsent(measure, _ -> new Pairing(stage, measure.fit(), measure.decoys()))
                .run(block, chosen, evidence);
        if (inOrder != null) {
            inOrder.settle(chosen);
        }
        boolean leaves = stage.pass().ambiguous() == Ambiguity.LEAVE;
        for (int at = 0; at < chosen.pairs.count; at++) {
            boolean clear = chosen.candidates[at] == 1;
            if (clear || !leaves) {
                int found = clear ? label : label + 1;
                stage.pairs().take(chosen.pairs.left[at], chosen.pairs.right[at], found);
            }
        }
    }
}
