package dev.recon.cli;

import dev.recon.engine.Outcome;
import dev.recon.engine.Reconciler;
import dev.recon.engine.propose.Proposer;
import dev.recon.engine.read.Inspection;
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
    /// Opens both; `known` says their encoding where a rule set was given.
    static TwoFiles open(Path left, Path right, Path folder, Optional<RuleSet> known)
            throws IOException {
        InputFile one = InputFile.open(left, folder, encoding(known, Side.LEFT));
        try {
            return new TwoFiles(one, InputFile.open(right, folder, encoding(known, Side.RIGHT)));
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
        return Proposer.propose(
                        Inspection.of(left.bytes(), left.encoding()),
                        Inspection.of(right.bytes(), right.encoding()),
                        Map.of())
                .rules();
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

    private static Optional<Charset> encoding(Optional<RuleSet> rules, Side side) {
        return rules.map(given -> given.layout(side).dialect().encoding());
    }

    @Override
    public void close() throws IOException {
        try (left;
                right) {
            left.bytes();
        }
    }
}
