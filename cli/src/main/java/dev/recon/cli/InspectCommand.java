package dev.recon.cli;

import dev.recon.engine.read.Inspection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `recon inspect FILE`: what a file is, before anything is matched.
@Command(
        name = "inspect",
        description = "Show how a file is read: delimiter, encoding, columns, types.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  recon inspect bank.csv",
            "  recon inspect bank.csv.gz",
        })
final class InspectCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "The files to look at.")
    private List<Path> files = List.of();

    InspectCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        try (var temporary = new TemporaryFolders()) {
            Path folder = temporary.make();
            for (Path path : files) {
                try (InputFile file = InputFile.open(path, folder, Optional.empty())) {
                    var inspection = Inspection.of(file.bytes(), file.encoding());
                    new InspectionText(terminal).print(inspection);
                }
            }
        }
        return ExitCode.RECONCILED;
    }
}
