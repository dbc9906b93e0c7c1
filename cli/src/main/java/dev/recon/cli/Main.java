package dev.recon.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The `recon` command. Exit code 0: everything reconciled; 1: there are breaks; 2: the input, the
/// rules or the command line are wrong.
@Command(
        name = "recon",
        description = "Two files in, explained breaks out.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        synopsisSubcommandLabel = "COMMAND")
final class Main {
    private Main() {}

    static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"recon " + (version == null ? "from classes" : version)};
        }
    }
}
