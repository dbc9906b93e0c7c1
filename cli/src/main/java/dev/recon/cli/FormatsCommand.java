package dev.recon.cli;

import dev.recon.formats.Formats;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// `recon formats`: what a file may be.
@Command(
        name = "formats",
        description = {
            "List the formats that are read, plain, gzipped or in a ZIP archive.",
            "A file is known by its content; its name is never asked.",
        },
        mixinStandardHelpOptions = true)
final class FormatsCommand implements Callable<Integer> {
    private final Terminal terminal;

    FormatsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Grid grid =
                new Grid("ll")
                        .row(
                                "csv",
                                "Delimited text: comma, semicolon, tab, pipe, caret; any encoding");
        Formats.known().forEach(format -> grid.row(format.name(), format.description()));
        grid.lines().forEach(terminal.out()::println);
        return ExitCode.RECONCILED;
    }
}
