package dev.recon.cli;

import dev.recon.engine.read.Choices;
import dev.recon.engine.read.Dialect;
import dev.recon.engine.read.InputProblem;
import dev.recon.engine.read.Problem;
import dev.recon.formats.identity.TableLines;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `recon merge FILE…`: deliveries of one source that overlap become one table, each entry once.
@Command(
        name = "merge",
        description = {
            "Put deliveries of one source together, each entry once.",
            "An overlapping statement adds only what is new; equal entries of one delivery stay",
            "as many as they are.",
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nExample:%n",
        footer = {
            "  recon merge january.sta february.sta -o bank.csv",
            "  recon match ledger.csv bank.csv",
        })
final class MergeCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "The deliveries, oldest first.")
    private List<Path> files = List.of();

    @Option(
            names = {"-o", "--out"},
            required = true,
            paramLabel = "FILE",
            description = "The table to write, a CSV.")
    private Path out = Path.of("merged.csv");

    MergeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        var merged = new MergedEntries();
        try (var temporary = new TemporaryFolders()) {
            Path folder = temporary.make();
            for (Path file : files) {
                MergedEntries.Counts counts = merged.add(file.toString(), read(file, folder));
                terminal.out()
                        .printf(
                                "%s: %d new, %d known, %d changed%n",
                                file, counts.added(), counts.known(), counts.changed());
            }
        }
        WrittenFile.write(
                out,
                stream -> {
                    for (List<String> cells : merged.lines()) {
                        stream.write(line(cells));
                    }
                });
        terminal.out().println(out + ": " + (merged.lines().size() - 1) + " entries");
        return ExitCode.RECONCILED;
    }

    private static List<List<String>> read(Path path, Path folder) throws IOException {
        try (InputFile file = InputFile.open(path, folder, Optional.empty(), Choices.NONE)) {
            Dialect dialect = file.inspect().dialect();
            if (!dialect.header()) {
                throw new InputProblem(
                        new Problem(
                                path.toString(),
                                "a table without a header",
                                "the names of the columns in its first line",
                                "Add them: they say which column is the reference of the bank."));
            }
            List<List<String>> records = new ArrayList<>();
            try (var lines = new TableLines(file.text().path(), dialect)) {
                for (var cells = lines.next(); cells != null; cells = lines.next()) {
                    records.add(cells);
                }
            }
            return records;
        }
    }

    private static byte[] line(List<String> cells) {
        String line =
                cells.stream().map(MergeCommand::quoted).collect(Collectors.joining(",", "", "\n"));
        return line.getBytes(StandardCharsets.UTF_8);
    }

    private static String quoted(String cell) {
        boolean isPlain = cell.chars().noneMatch(each -> ",\"\n\r".indexOf(each) >= 0);
        return isPlain && cell.equals(cell.strip())
                ? cell
                : "\"" + cell.replace("\"", "\"\"") + "\"";
    }
}
