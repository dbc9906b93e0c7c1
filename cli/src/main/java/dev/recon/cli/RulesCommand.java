package dev.recon.cli;

import dev.recon.engine.rules.RuleSet;
import dev.recon.engine.rules.RuleSetYaml;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `recon rules`: rule sets by themselves.
@Command(
        name = "rules",
        description = "Check rule sets, and print their schema.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples:%n",
        footer = {
            "  recon match ledger.csv bank.csv --save-rules rules.yaml",
            "  recon rules check rules.yaml",
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
