package dev.recon.cli;

import dev.recon.engine.Outcome;
import dev.recon.engine.compare.Changes;
import dev.recon.engine.read.Dialect;
import dev.recon.engine.read.InputProblem;
import dev.recon.engine.read.Problem;
import dev.recon.engine.report.ChangeTotals;
import dev.recon.engine.report.ChangesCsv;
import dev.recon.engine.report.ComparisonJson;
import dev.recon.engine.rules.RuleSet;
import dev.recon.engine.table.Side;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// Two runs on the same two files, and what is different between them.
record CompareRun(Terminal terminal, TemporaryFolders temporary) {
    /// What the command line asks for.
    ///
    /// @param before the first rule set; without one, it is found in the files
    /// @param after the second rule set, in the same way
    /// @param choices what to take of the files
    record Request(
            Optional<RulesFile> before,
            Optional<RulesFile> after,
            ChoiceOptions choices,
            Optional<OutputFolder> out,
            int threads) {
        String name(boolean first) {
            Optional<RulesFile> file = first ? before : after;
            return file.map(of -> of.path().toString()).orElse("the rule set found in the files");
        }
    }

    /// Runs both, prints and writes; returns what the process ends with.
    int run(Path left, Path right, Request request) throws IOException {
        Optional<RuleSet> before = read(request.before());
        Optional<RuleSet> after = read(request.after());
        before.ifPresent(one -> after.ifPresent(other -> requireSameLines(one, other, request)));
        try (var files =
                TwoFiles.open(
                        left,
                        right,
                        temporary.make(),
                        new TwoFiles.Known(before.or(() -> after), request.choices()))) {
            RuleSet first = before.isPresent() ? before.get() : proposed(files, request);
            RuleSet second = after.isPresent() ? after.get() : proposed(files, request);
            requireSameLines(first, second, request);
            Outcome one = files.run(first, request.threads());
            Outcome other = files.run(second, request.threads());
            Changes changes = Changes.of(one, other);
            ChangeTotals totals = ChangeTotals.of(changes);
            if (request.out().isPresent()) {
                var json =
                        new ComparisonJson(
                                totals,
                                files.provenance(first, request.threads()),
                                files.provenance(second, request.threads()));
                write(request.out().get(), changes, json, request.threads());
            }
            new ChangesText(terminal).print(changes, totals);
            request.out()
                    .ifPresent(folder ->
                            new Section(terminal)
                                    .print("files", new Grid("l").row(folder.name().toString())));
            return changes.isEmpty() ? ExitCode.RECONCILED : ExitCode.BREAKS;
        }
    }

    private static RuleSet proposed(TwoFiles files, Request request) {
        return request.choices().on(files.propose());
    }

    private static Optional<RuleSet> read(Optional<RulesFile> file) throws IOException {
        return file.isPresent() ? Optional.of(file.get().read()) : Optional.empty();
    }

    /// Lines are compared by their numbers.
    private static void requireSameLines(RuleSet one, RuleSet other, Request request) {
        for (Side side : Side.values()) {
            Dialect first = one.layout(side).dialect();
            Dialect second = other.layout(side).dialect();
            if (!first.equals(second)) {
                throw new InputProblem(
                        new Problem(
                                request.name(false) + " (/" + side.word() + ")",
                                words(second),
                                words(first) + ", as in " + request.name(true),
                                "Let both rule sets split the file into lines in the same way."));
            }
        }
    }

    private static String words(Dialect dialect) {
        return "delimiter '%s', quote %s, encoding %s, header %s, skip %d"
                .formatted(
                        dialect.delimiter() == '\t' ? "\\t" : dialect.delimiter(),
                        dialect.quote() == 0 ? "none" : "'" + dialect.quote() + "'",
                        dialect.encoding(),
                        dialect.header(),
                        dialect.skip());
    }

    private void write(OutputFolder out, Changes changes, ComparisonJson json, int threads)
            throws IOException {
        out.write(
                folder -> {
                    WrittenFile.write(
                            folder.resolve("changes.csv"),
                            file -> ChangesCsv.write(changes, file, threads));
                    WrittenFile.write(folder.resolve("comparison.json"), json::write);
                },
                temporary);
    }
}
