package dev.recon.bench;

import dev.recon.engine.Outcome;
import dev.recon.engine.Reconciler;
import dev.recon.engine.propose.Proposer;
import dev.recon.engine.read.FileBytes;
import dev.recon.engine.read.Inspection;
import dev.recon.engine.rules.RuleSet;
import dev.recon.engine.rules.RuleSetYaml;
import dev.recon.engine.table.Bytes;
import dev.recon.engine.table.Progress;
import dev.recon.engine.table.Side;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Two files with a known truth, reconciled and scored. The truth never reaches the engine.
///
/// @param truth two columns of ids, or the four of the generator
record Trial(String name, Path left, Path right, Path truth) {
    /// What a run came to.
    record Result(Accuracy accuracy, RuleSet rules, double seconds) {}

    /// Runs with a rule set, or with what the engine proposes.
    Result run(Optional<Path> rulesFile, int threads) throws IOException {
        Bytes ours = FileBytes.open(left, left.getFileName().toString());
        Bytes theirs = FileBytes.open(right, right.getFileName().toString());
        long start = System.nanoTime();
        RuleSet rules = rulesFile.isPresent() ? read(rulesFile.get()) : propose(ours, theirs);
        var inputs = new Reconciler.Inputs(ours, theirs, rules, Reconciler.Decided.NOTHING);
        try (Outcome outcome = Reconciler.run(inputs, Progress.NONE, threads)) {
            double seconds = (System.nanoTime() - start) / 1e9;
            return new Result(score(outcome), rules, seconds);
        }
    }

    /// The same files with some of the lines of each side removed, so that more have no partner.
    ///
    /// @param percent how many of a hundred lines go
    Trial thinned(int percent, Path folder) throws IOException {
        Files.createDirectories(folder);
        Dice dice = new Dice(percent);
        Path ours = folder.resolve("left.csv");
        Path theirs = folder.resolve("right.csv");
        thin(left, ours, percent, dice);
        thin(right, theirs, percent, dice);
        return new Trial(name + " less " + percent + " %", ours, theirs, truth);
    }

    private static void thin(Path from, Path to, int percent, Dice dice) throws IOException {
        List<String> lines = Files.readAllLines(from);
        List<String> kept = new ArrayList<>(lines.subList(0, 1));
        for (String line : lines.subList(1, lines.size())) {
            if (dice.below(100) >= percent) {
                kept.add(line);
            }
        }
        Files.write(to, kept);
    }

    private Accuracy score(Outcome outcome) throws IOException {
        Truth known = Truth.read(truth);
        Set<Long> pairs =
                Accuracy.truth(
                        known, Ids.read(left, known.leftIds()), Ids.read(right, known.rightIds()));
        return Accuracy.of(
                outcome.matching(),
                outcome.read(Side.LEFT).table().lines(),
                outcome.read(Side.RIGHT).table().lines(),
                pairs);
    }

    /// What the engine would do with two files.
    static RuleSet propose(Bytes left, Bytes right) {
        return Proposer.propose(
                        Inspection.of(left, StandardCharsets.UTF_8),
                        Inspection.of(right, StandardCharsets.UTF_8),
                        Map.of())
                .rules();
    }

    private static RuleSet read(Path file) throws IOException {
        return switch (RuleSetYaml.parse(Files.readString(file))) {
            case RuleSetYaml.Result.Valid(RuleSet rules) -> rules;
            case RuleSetYaml.Result.Faulty(var faults) ->
                    throw new IllegalArgumentException(file + ": " + faults);
        };
    }
}
