package dev.recon.cli;

import dev.recon.engine.read.InputProblem;
import dev.recon.engine.read.Problem;
import dev.recon.engine.rules.RuleSet;
import dev.recon.engine.rules.RuleSetYaml;
import dev.recon.engine.table.Side;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `recon rules`: rule sets by themselves.
@Command(
        name = "rules",
        description = "Check rule sets, try them on lines of a file, and print their schema.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples:%n",
        footer = {
            "  recon match ledger.csv bank.csv --save-rules rules.yaml",
            "  recon rules check rules.yaml",
            "  recon rules preview rules.yaml bank.csv --side right",
            "  recon rules embed rules.yaml > whole.yaml",
            "  recon rules schema > rules.schema.json   (for the editor)",
        })
final class RulesCommand {
    private final Terminal terminal;

    RulesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Command(
            name = "check",
            description = "Tell every fault of a rule set with its line and column.",
            mixinStandardHelpOptions = true,
            footerHeading = "%nExample:%n",
            footer = "  recon rules check rules.yaml")
    int check(
            @Parameters(paramLabel = "FILE", description = "The rule set, a YAML document.")
                    Path file)
            throws IOException {
        RuleSet rules = new RulesFile(file).read();
        terminal.out().printf("%s: a rule set with %d passes%n", file, rules.passes().size());
        return ExitCode.RECONCILED;
    }

    @Command(
            name = "preview",
            description = "Show what becomes of fields on the first lines of a file.",
            mixinStandardHelpOptions = true,
            footerHeading = "%nExample:%n",
            footer = "  recon rules preview rules.yaml bank.csv --side right --field reference")
    int preview(
            @Parameters(paramLabel = "RULES", description = "The rule set.") Path rules,
            @Parameters(paramLabel = "FILE", description = "A file of one side.") Path file,
            @Option(names = "--side", required = true, description = "left or right.") String side,
            @Option(
                            names = "--field",
                            paramLabel = "NAME",
                            description = "A field; all that have a transform when left out.")
                    List<String> fields)
            throws IOException {
        RuleSet read = new RulesFile(rules).read();
        return new PreviewText(terminal)
                .print(read, side(side), file, fields == null ? List.of() : fields);
    }

    private static Side side(String word) {
        for (Side side : Side.values()) {
            if (side.word().equals(word)) {
                return side;
            }
        }
        throw new InputProblem(
                new Problem("--side", "'" + word + "'", "left or right", "Name one of them."));
    }

    @Command(
            name = "embed",
            description = "Print a rule set with the look-up tables of its files in it.",
            mixinStandardHelpOptions = true,
            footerHeading = "%nExample:%n",
            footer = "  recon rules embed rules.yaml > whole.yaml")
    int embed(
            @Parameters(paramLabel = "FILE", description = "The rule set, a YAML document.")
                    Path file)
            throws IOException {
        terminal.out().print(RuleSetYaml.write(new RulesFile(file).read()));
        terminal.out().flush();
        return ExitCode.RECONCILED;
    }

    @Command(
            name = "schema",
            description = "Print the JSON Schema of rule sets.",
            mixinStandardHelpOptions = true,
            footerHeading = "%nExample:%n",
            footer = "  recon rules schema > rules.schema.json")
    int schema() throws IOException {
        try (InputStream schema = RuleSetYaml.class.getResourceAsStream("rules.schema.json")) {
            byte[] bytes = Objects.requireNonNull(schema, "rules.schema.json").readAllBytes();
            terminal.out().print(new String(bytes, StandardCharsets.UTF_8));
            terminal.out().flush();
        }
        return ExitCode.RECONCILED;
    }
}
