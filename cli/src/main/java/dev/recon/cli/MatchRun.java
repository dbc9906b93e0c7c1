package dev.recon.cli;

import dev.recon.engine.Outcome;
import dev.recon.engine.Reconciler;
import dev.recon.engine.propose.Proposal;
import dev.recon.engine.propose.Proposer;
import dev.recon.engine.report.BreaksCsv;
import dev.recon.engine.report.FileHash;
import dev.recon.engine.report.MatchesCsv;
import dev.recon.engine.report.Provenance;
import dev.recon.engine.report.Report;
import dev.recon.engine.report.ReportHtml;
import dev.recon.engine.report.Stage;
import dev.recon.engine.report.SummaryJson;
import dev.recon.engine.rules.RuleSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
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
            Optional<DecisionsFile> decisions,
            Optional<Path> open,
            ChoiceOptions choices,
            int threads) {}

    /// Runs, writes and prints; returns what the process ends with.
    int run(Request request) throws IOException {
        Optional<RuleSet> given = Optional.empty();
        if (request.rules().isPresent()) {
            given = Optional.of(request.rules().get().read());
        }
        Reconciler.Decided decided = Reconciler.Decided.NOTHING;
        if (request.decisions().isPresent()) {
            decided = request.decisions().get().read();
        }
        Carried carried = Carried.NOTHING;
        if (request.open().isPresent()) {
            carried = Carried.read(request.open().get());
        }
        Path folder = temporary.make();
        try (Meter meter = new Meter(terminal);
                CarriedFiles files =
                        CarriedFiles.of(
                                open(request, given, folder),
                                new CarriedFiles.Before(carried, given, folder))) {
            StageClock clock = new StageClock(meter);
            clock.begin("propose");
            RuleSet rules =
                    request.choices()
                            .on(given.isPresent() ? given.get() : propose(files.files(), request));
            Outcome outcome = run(files, new Decision(rules, decided), clock, request.threads());
            clock.begin("report");
            Report report = Report.of(outcome, provenance(files, rules, request));
            write(report, files, request, clock);
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

    private static TwoFiles open(Request request, Optional<RuleSet> given, Path folder)
            throws IOException {
        var known = new TwoFiles.Known(given, request.choices());
        return TwoFiles.open(request.left(), request.right(), folder, known);
    }

    /// What decides beside the files.
    private record Decision(RuleSet rules, Reconciler.Decided decided) {}

    private static Outcome run(
            CarriedFiles files, Decision decision, StageClock clock, int threads) {
        var inputs =
                new Reconciler.Inputs(
                        files.files().left().bytes(),
                        files.files().right().bytes(),
                        decision.rules(),
                        decision.decided());
        return files.placed(Reconciler.run(inputs, clock, threads));
    }

    private static Provenance provenance(CarriedFiles files, RuleSet rules, Request request)
            throws IOException {
        List<FileHash> others = new ArrayList<>(files.carried().hashes());
        if (request.decisions().isPresent()) {
            others.add(request.decisions().get().hash());
        }
        return files.files().provenance(rules, request.threads()).with(others);
    }

    private RuleSet propose(TwoFiles files, Request request) {
        Proposal proposal =
                Proposer.propose(
                        files.left().inspect(), files.right().inspect(), request.answers());
        new ProposalText(terminal).print(proposal);
        return proposal.rules();
    }

    private void write(Report report, CarriedFiles files, Request request, StageClock clock)
            throws IOException {
        request.out()
                .write(
                        folder -> {
                            int threads = request.threads();
                            WrittenFile.write(
                                    folder.resolve("matches.csv"),
                                    out -> MatchesCsv.write(report.outcome(), out, threads));
                            WrittenFile.write(
                                    folder.resolve("breaks.csv"),
                                    out -> BreaksCsv.write(report.outcome(), out, threads));
                            WrittenFile.write(
                                    folder.resolve("report.html"),
                                    out -> ReportHtml.write(report, out));
                            WrittenFile.write(
                                    folder.resolve("summary.json"),
                                    out -> SummaryJson.write(report, stages(report, clock), out));
                            files.write(report, folder);
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
}
