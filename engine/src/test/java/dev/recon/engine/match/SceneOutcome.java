package dev.recon.engine.match;

import dev.recon.engine.Outcome;
import dev.recon.engine.classify.Classifier;
import dev.recon.engine.read.ArrayBytes;
import dev.recon.engine.read.Dialect;
import dev.recon.engine.read.Header;
import dev.recon.engine.read.Layout;
import dev.recon.engine.read.ReadResult;
import dev.recon.engine.rules.Comparison;
import dev.recon.engine.rules.RuleSet;
import dev.recon.engine.table.Side;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;

/// A scene as a whole run: what a report or a comparison looks at. Its files have no text.
final class SceneOutcome {
    private static final Layout LAYOUT =
            new Layout(
                    new Dialect(',', '"', StandardCharsets.UTF_8, true, 0), new LinkedHashMap<>());

    private SceneOutcome() {}

    static Outcome of(Scene scene, List<Comparison> compare) {
        RuleSet rules = new RuleSet(2, LAYOUT, LAYOUT, scene.rates(), scene.passes(), compare);
        Matching matching = scene.run(1);
        ReadResult left = read(scene, Side.LEFT);
        ReadResult right = read(scene, Side.RIGHT);
        return new Outcome(
                rules,
                ArrayBytes.of("left", ""),
                ArrayBytes.of("right", ""),
                left,
                right,
                matching,
                Classifier.classify(left.table(), right.table(), matching, rules));
    }

    private static ReadResult read(Scene scene, Side side) {
        return new ReadResult(
                TestEntry.table(scene.entries(side), Scene.FIELDS),
                new Header(List.of(), 0, 0, 0),
                List.of());
    }
}
