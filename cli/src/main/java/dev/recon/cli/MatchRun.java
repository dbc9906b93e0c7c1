package dev.recon.cli;

import dev.recon.engine.Outcome;
import dev.recon.engine.Reconciler;
import dev.recon.engine.propose.Proposal;
import dev.recon.engine.propose.Proposer;
import dev.recon.engine.read.Inspection;
import dev.recon.engine.report.BreaksCsv;
import dev.recon.engine.report.FileHash;
import dev.recon.engine.report.MatchesCsv;
import dev.recon.engine.report.Provenance;
import dev.recon.engine.report.Report;
import dev.recon.engine.report.ReportHtml;
import dev.recon.engine.report.Stage;
import dev.recon.engine.report.SummaryJson;
import dev.recon.engine.rules.RuleSet;
import dev.recon.engine.rules.RuleSetYaml;
import dev.recon.engine.table.Parallel;
import dev.recon.engine.table.Side;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One run from two named files to a folder of results.
record MatchRun(Terminal terminal, TemporaryFolders temporary) {
    /// What the command line asks for.
    record Request(
            Path left,
            Path right,
            Optional<RulesFile> rules,
            Optional<RulesFile> saved,
            OutputFolder out,
            Map<String, String> answers,
            int threads) {}

    /// Runs, writes and prints; returns what the process ends with.
    int run(Request request) throws IOException {
        Optional<RuleSet> given = Optional.empty();
        if (request.rules().isPresent()) {
            given = Optional.of(request.rules().get().read());
        }
        Path folder = temporary.make();
        try (Meter meter = new Meter(terminal);
                InputFile left =
                        InputFile.open(request.left(), folder, encoding(given, Side.LEFT));
                InputFile right =
                        InputFile.open(request.right(), folder, encoding(given, Side.RIGHT))) {
            StageClock clock = new StageClock(meter);
            clock.begin("propose");
            RuleSet rules = given.isPresent() ? given.get() : propose(left, right, request);
            var inputs =
                    new Reconciler.Inputs(
                            left.bytes(), right.bytes(), rules, Reconciler.Decided.NOTHING);
            Outcome outcome = Reconciler.run(inputs, clock, request.threads());
            clock.begin("report");
            Report report =
                    Report.of(outcome, provenance(List.of(left, right), rules, request.threads()));
            write(report, request, clock);
            meter.wipe();
            if (request.saved().isPresent()) {
                request.saved().get().write(rules, temporary);
            }
            new ReportText(terminal).print(report);
            Grid written = new Grid("l").row(request.out().name().toString());
            request.saved().ifPresent(file -> written.row(file.path().toString()));
            new Section(terminal).print("files", written);
            return report.isReconciled() ? ExitCode.RECONCILED : ExitCode.BREAKS;
        }
    }

    private RuleSet propose(InputFile left, InputFile right, Request request) {
        Proposal proposal =
                Proposer.propose(
                        Inspection.of(left.bytes(), left.encoding()),
                        Inspection.of(right.bytes(), right.encoding()),
                        request.answers());
        new ProposalText(terminal).print(proposal);
        return proposal.rules();
    }

    private static Optional<Charset> encoding(Optional<RuleSet> rules, Side side) {
        return rules.map(given -> given.layout(side).dialect().encoding());
    }

    private static Provenance provenance(List<InputFile> files, RuleSet rules, int threads)
            throws IOException {
        byte[] text = RuleSetYaml.write(rules).getBytes(StandardCharsets.UTF_8);
        FileHash[] hashes = new FileHash[files.size()];
        try {
            Parallel.run(threads, hashes.length, file -> hashes[file] = hash(files.get(file)));
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

    private void write(Report report, Request request, StageClock clock) throws IOException {
        request.out()
                .write(
                        folder -> {
                            int threads = request.threads();
                            writeFile(
                                    folder.resolve("matches.csv"),
                                    out -> MatchesCsv.write(report.outcome(), out, threads));
                            writeFile(
                                    folder.resolve("breaks.csv"),
                                    out -> BreaksCsv.write(report.outcome(), out, threads));
                            writeFile(
                                    folder.resolve("report.html"),
                                    out -> ReportHtml.write(report, out));
                            writeFile(
                                    folder.resolve("summary.json"),
                                    out -> SummaryJson.write(report, stages(report, clock), out));
                        },
                        temporary);
    }

    private static List<Stage> stages(Report report, StageClock clock) {
        long left = report.outcome().left().records();
        long right = report.outcome().right().records();
        return clock.nanosByStage().entrySet().stream()
                .map(stage ->
                        new Stage(
                                stage.getKey(),
                                stage.getValue(),
                                switch (stage.getKey()) {
                                    case "read left" -> left;
                                    case "read right" -> right;
                                    default -> left + right;
                                }))
                .toList();
    }

    private static void writeFile(Path file, Writer writer) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            writer.writeTo(out);
        }
    }

    /// Writes one file.
    @FunctionalInterface
    private interface Writer {
        void writeTo(OutputStream out) throws IOException;
    }
}
