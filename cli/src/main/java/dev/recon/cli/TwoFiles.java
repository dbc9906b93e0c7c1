package dev.recon.cli;

import dev.recon.engine.Outcome;
import dev.recon.engine.Reconciler;
import dev.recon.engine.propose.Proposer;
import dev.recon.engine.read.Choices;
import dev.recon.engine.report.FileHash;
import dev.recon.engine.report.Provenance;
import dev.recon.engine.rules.RuleSet;
import dev.recon.engine.rules.RuleSetYaml;
import dev.recon.engine.table.Parallel;
import dev.recon.engine.table.Progress;
import dev.recon.engine.table.Side;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Two files that were named on the command line, open, for commands that look into a run.
record TwoFiles(InputFile left, InputFile right) implements Closeable {
    /// What is known of the files before they are read.
    ///
    /// @param rules the rule set, where one was given
    /// @param choices what the command line says to take of them
    record Known(Optional<RuleSet> rules, ChoiceOptions choices) {
        private Optional<Charset> encoding(Side side) {
            return rules.map(given -> given.layout(side).dialect().encoding());
        }

        private Choices of(Side side) {
            Choices said = choices.of(side);
            return rules.map(given -> said.or(given.layout(side).choices())).orElse(said);
        }

        private InputFile open(Path path, Side side, Path folder) throws IOException {
            return InputFile.open(path, folder, encoding(side), of(side));
        }
    }

    /// Opens both; what is made for that goes to `folder`.
    static TwoFiles open(Path left, Path right, Path folder, Known known) throws IOException {
        InputFile one = known.open(left, Side.LEFT, folder);
        try {
            return new TwoFiles(one, known.open(right, Side.RIGHT, folder));
        } catch (IOException | RuntimeException failure) {
            one.close();
            throw failure;
        }
    }

    InputFile file(Side side) {
        return side == Side.LEFT ? left : right;
    }

    /// The rule set that the engine would use.
    RuleSet propose() {
        return Proposer.propose(left.inspect(), right.inspect(), Map.of()).rules();
    }

    Outcome run(RuleSet rules, int threads) {
        var inputs =
                new Reconciler.Inputs(
                        left.bytes(), right.bytes(), rules, Reconciler.Decided.NOTHING);
        return Reconciler.run(inputs, Progress.NONE, threads);
    }

    /// From what a run on them is made; both are read at once.
    Provenance provenance(RuleSet rules, int threads) throws IOException {
        byte[] text = RuleSetYaml.write(rules).getBytes(StandardCharsets.UTF_8);
        FileHash[] hashes = new FileHash[2];
        try {
            Parallel.run(
                    threads, hashes.length, file -> hashes[file] = hash(file == 0 ? left : right));
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
        return new Provenance(hashes[0], hashes[1], Hashes.of("rules.yaml", text));
    }

    private static FileHash hash(InputFile file) {
        try {
            return file.hash();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() throws IOException {
        try (left;
                right) {
            left.bytes();
        }
    }
}
