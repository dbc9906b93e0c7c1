package dev.recon.cli;

import dev.recon.engine.mend.Mending;
import dev.recon.engine.read.Choices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `recon mend FILE MENDED`: mended lines go into the places of the rejected ones.
@Command(
        name = "mend",
        description = {
            "Put mended lines into the places of the rejected ones that they mend.",
            "MENDED is the file of rejected lines that a run left, corrected: its first column",
            "says which line each one mends. Every other line keeps its bytes and its number.",
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nExample:%n",
        footer = {
            "  recon match ledger.csv bank.csv",
            "  recon mend bank.csv recon-out/rejected-right.csv -o bank-mended.csv",
            "  recon match ledger.csv bank-mended.csv",
        })
final class MendCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "FILE", description = "The delivered file.")
    private Path file = Path.of("");

    @Parameters(index = "1", paramLabel = "MENDED", description = "Its rejected lines, corrected.")
    private Path mended = Path.of("");

    @Option(
            names = {"-o", "--out"},
            required = true,
            paramLabel = "FILE",
            description = "The file to write.")
    private Path out = Path.of("mended.csv");

    MendCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        try (var temporary = new TemporaryFolders()) {
            Path folder = temporary.make();
            try (InputFile first = InputFile.open(file, folder, Optional.empty(), Choices.NONE);
                    InputFile lines =
                            InputFile.open(
                                    mended, folder, Optional.of(first.encoding()), Choices.NONE)) {
                Mending mending = new Mending(first.bytes(), first.inspect().dialect());
                var read = mending.read(lines.bytes());
                Path made = temporary.makeIn(folder).resolve("mended");
                Mending.Counts[] counts = new Mending.Counts[1];
                WrittenFile.write(
                        made, target -> counts[0] = mending.write(read, _ -> true, target));
                Files.copy(made, out, StandardCopyOption.REPLACE_EXISTING);
                terminal.out()
                        .printf(
                                "%s: %d lines, %d of them mended, %d added%n",
                                out, counts[0].lines(), counts[0].replaced(), counts[0].added());
            }
        }
        return ExitCode.RECONCILED;
    }
}
