package dev.recon.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;

/// The `recon` command.
@Command(
        name = "recon",
        description = "Two files in, explained breaks out.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:everything reconciled",
            "1:there are breaks",
            "2:the input, the rules or the command line are wrong",
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  recon match ledger.csv bank.csv",
            "  recon explain ledger.csv bank.csv left:123",
            "  recon inspect bank.csv",
            "  recon up             the server and the web page (by the launcher ./recon)",
        })
final class Main {
    private Main() {}

    static void main(String[] arguments) {
        System.exit(run(Terminal.ofProcess(), arguments));
    }

    /// Runs one command and returns what the process ends with.
    static int run(Terminal terminal, String... arguments) {
        var command = new CommandLine(new Main());
        Map<String, Object> subcommands = subcommands(terminal);
        Object named = arguments.length == 0 ? null : subcommands.get(arguments[0]);
        // To describe those that are not meant takes longer than to match a thousand entries.
        if (named == null) {
            subcommands.values().forEach(command::addSubcommand);
        } else {
            command.addSubcommand(named);
        }
        return command.setOut(terminal.out())
                .setErr(terminal.err())
                .setUsageHelpAutoWidth(false)
                .setColorScheme(
                        CommandLine.Help.defaultColorScheme(terminal.color() ? Ansi.ON : Ansi.OFF))
                .setExecutionExceptionHandler(
                        (failure, _, _) -> new Failures(terminal).tell(failure))
                .execute(arguments);
    }

    private static Map<String, Object> subcommands(Terminal terminal) {
        Map<String, Object> subcommands = new LinkedHashMap<>();
        subcommands.put("match", new MatchCommand(terminal));
        subcommands.put("compare", new CompareCommand(terminal));
        subcommands.put("explain", new ExplainCommand(terminal));
        subcommands.put("inspect", new InspectCommand(terminal));
        subcommands.put("merge", new MergeCommand(terminal));
        subcommands.put("mend", new MendCommand(terminal));
        subcommands.put("formats", new FormatsCommand(terminal));
        subcommands.put("rules", new RulesCommand(terminal));
        subcommands.put("verify", new VerifyCommand(terminal));
        return subcommands;
    }

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"recon " + (version == null ? "from classes" : version)};
        }
    }
}
