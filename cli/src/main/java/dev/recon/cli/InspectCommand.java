package dev.recon.cli;

import dev.recon.engine.Outcome;
import dev.recon.engine.Reconciler;
import dev.recon.engine.propose.Proposal;
import dev.recon.engine.propose.Proposer;
import dev.recon.engine.read.Choices;
import dev.recon.engine.read.Inspection;
import dev.recon.engine.report.Totals;
import dev.recon.engine.table.Side;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `recon inspect FILE`: what a file is, before anything is matched; of two files also what the
/// engine would do with them.
@Command(
        name = "inspect",
        description = {
            "Show what a file is and how it is read: format, proofs, columns, types, entries.",
            "Of two files also how they correspond, and what each proposed pass would match.",
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  recon inspect bank.csv",
            "  recon inspect book.xlsx --sheet March",
            "  recon inspect ledger.csv bank.csv.gz",
        })
final class InspectCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin private ChoiceOptions choices = new ChoiceOptions();

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "The files to look at.")
    private List<Path> files = List.of();

    InspectCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        try (var temporary = new TemporaryFolders()) {
            Path folder = temporary.make();
            if (files.size() == 2) {
                proposeFor(folder);
            } else {
                for (Path path : files) {
                    try (InputFile file = open(path, choices.any(), folder)) {
                        inspect(file);
                    }
                }
            }
        }
        return ExitCode.RECONCILED;
    }

    private void proposeFor(Path folder) throws IOException {
        try (InputFile left = open(files.getFirst(), choices.of(Side.LEFT), folder);
                InputFile right = open(files.getLast(), choices.of(Side.RIGHT), folder);
                Meter meter = new Meter(terminal)) {
            Proposal proposal = Proposer.propose(inspect(left), inspect(right), Map.of());
            new ProposalText(terminal).print(proposal);
            Outcome outcome =
                    Reconciler.run(
                            new Reconciler.Inputs(
                                    left.bytes(),
                                    right.bytes(),
                                    proposal.rules(),
                                    Reconciler.Decided.NOTHING),
                            new StageClock(meter),
                            ThreadOption.usual());
            meter.wipe();
            new YieldText(terminal).print(Totals.of(outcome));
        }
    }

    private static InputFile open(Path path, Choices choices, Path folder) throws IOException {
        return InputFile.open(path, folder, Optional.empty(), choices);
    }

    private Inspection inspect(InputFile file) {
        Inspection inspection = file.inspect();
        new InspectionText(terminal).print(inspection, file.text().origin());
        return inspection;
    }
}
