package dev.recon.engine.match;

import dev.recon.engine.probable.Bounds;
import dev.recon.engine.probable.Chosen;
import dev.recon.engine.probable.Population;
import dev.recon.engine.probable.Probable;
import dev.recon.engine.rules.Pass;
import dev.recon.engine.table.Side;
import java.util.Arrays;
import java.util.Optional;

/// Entries that probably belong together, by all their fields at once (see [Probable]).
///
/// Every match has a confidence of its own, kept in bands: a match needs one byte to name its band,
/// and the band has the mean of its matches. Bands are a quarter of a power of two of the odds
/// wide: a confidence of 0.99 is right to 0.001.
final class ProbableMatcher {
    private static final int BANDS = 60;
    private static final double BANDS_PER_BIT = 4;
    private static final int DIGITS = 10_000;

    private final Stage stage;
    private final Chosen chosen;
    private final int[] labels = new int[2 * BANDS];

    private ProbableMatcher(Stage stage, Chosen chosen) {
        this.stage = stage;
        this.chosen = chosen;
    }

    static void run(Stage stage, Pass.Probable pass) {
        find(stage, pass).ifPresent(chosen -> new ProbableMatcher(stage, chosen).take());
    }

    /// The likely matches among the open entries.
    static Optional<Chosen> find(Stage stage, Pass.Probable pass) {
        Population population =
                new Population(
                        stage.table(Side.LEFT),
                        stage.table(Side.RIGHT),
                        pass.fields(),
                        pass.key(),
                        pass.blocks(),
                        open(stage, Side.LEFT),
                        open(stage, Side.RIGHT),
                        stage.inputs().content(Side.LEFT)::hash,
                        stage.inputs().content(Side.RIGHT)::hash,
                        stage.vetoes()::forbids);
        Bounds bounds = new Bounds(pass.precision().doubleValue(), pass.floor().doubleValue());
        Join.Work work = stage.work();
        return Probable.find(
                population,
                bounds,
                new Probable.Work(work.stage(), work.progress(), work.threads()));
    }

    private static int[] open(Stage stage, Side side) {
        int[] partners = stage.pairs().partners(side);
        int[] open = new int[partners.length];
        int count = 0;
        for (int row = 0; row < partners.length; row++) {
            if (partners[row] == 0) {
                open[count++] = row;
            }
        }
        return Arrays.copyOf(open, count);
    }

    private void take() {
        double[] sums = new double[labels.length];
        int[] counts = new int[labels.length];
        for (int at = 0; at < chosen.count(); at++) {
            sums[band(at)] += chosen.confidence()[at];
            counts[band(at)]++;
        }
        for (int band = 0; band < labels.length; band++) {
            if (counts[band] > 0) {
                long mean = Math.round(sums[band] / counts[band] * DIGITS);
                float confidence = (float) Math.clamp(mean, 1, DIGITS - 1) / DIGITS;
                Status status = band < BANDS ? Status.MATCHED : Status.SUGGESTED;
                labels[band] = stage.pairs().add(new Label(stage.index(), status, confidence));
            }
        }
        for (int at = 0; at < chosen.count(); at++) {
            stage.pairs().take(chosen.left()[at], chosen.right()[at], labels[band(at)]);
        }
    }

    /// The band of a match: those of automatic matches first, then those of suggestions.
    private int band(int at) {
        double confidence = chosen.confidence()[at];
        double doubt = Math.max(1e-6, 1 - confidence);
        double bits = StrictMath.log(confidence / doubt) / StrictMath.log(2);
        int band = Math.clamp((int) Math.floor(bits * BANDS_PER_BIT) + BANDS / 4, 0, BANDS - 1);
        return at < chosen.automatic() ? band : BANDS + band;
    }
}
