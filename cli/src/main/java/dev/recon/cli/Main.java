package dev.recon.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

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
        command.addSubcommand(new MatchCommand(terminal));
        command.addSubcommand(new ExplainCommand(terminal));
        command.addSubcommand(new InspectCommand(terminal));
        command.addSubcommand(new RulesCommand(terminal));
        return command.setOut(terminal.out())
                .setErr(terminal.err())
                .setUsageHelpAutoWidth(false)
                .setExecutionExceptionHandler(
                        (failure, _, _) -> new Failures(terminal).tell(failure))
                .execute(arguments);
    }

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"recon " + (version == null ? "from classes" : version)};
        }
    }
}
