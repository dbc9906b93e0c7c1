package dev.recon.engine.report;

import dev.recon.engine.Outcome;
import dev.recon.engine.Reconciler;
import dev.recon.engine.match.Decisions;
import dev.recon.engine.read.ArrayBytes;
import dev.recon.engine.rules.TestRules;
import dev.recon.engine.table.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A small run with a break of every kind, a match by hand, rejected lines and hostile text.
final class Example {
    /// The left entry of 500.00 is paid by two right ones, of 200.00 and 300.00.
    private static final Reconciler.Decided BY_HAND =
            (left, right, _) ->
                    new Decisions(
                            List.of(
                                    new Decisions.Pin(
                                            List.of(left.lines().row(11)),
                                            List.of(right.lines().row(8), right.lines().row(9)))),
                            List.of());

    private Example() {}

    static Outcome outcome() {
        return Reconciler.run(
                new Reconciler.Inputs(
                        ArrayBytes.of("left.csv", resource("left.csv")),
                        ArrayBytes.of("right.csv", resource("right.csv")),
                        TestRules.of(resource("rules.yaml")),
                        BY_HAND),
                Progress.NONE,
                1);
    }

    static Report report() {
        return Report.of(
                outcome(),
                new Provenance(
                        new FileHash("left.csv", 622, "a".repeat(64)),
                        new FileHash("right <bank>.csv", 633, "b".repeat(64)),
                        new FileHash("rules.yaml", 911, "c".repeat(64))));
    }

    static List<Stage> stages() {
        return List.of(
                new Stage("read", 1_234_567_890, 24),
                new Stage("match", 2_000_000, 22),
                new Stage("write", 0, 30));
    }

    static String resource(String name) {
        try (InputStream file = Example.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
