package dev.recon.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `recon compare RULES_A RULES_B LEFT RIGHT`: what another rule set does to the same files.
@Command(
        name = "compare",
        description = {
            "Say what another rule set does to the same files.",
            "Lists what is newly matched, newly broken, has another partner, another status"
                    + " (suggested or matched), another reading or another break, in lines and in"
                    + " values, by pass and by kind of break.",
            "A rule set named - is the one that is found in the files.",
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:both rule sets give the same result",
            "1:there are differences",
            "2:the input, the rules or the command line are wrong",
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  recon compare rules.yaml changed.yaml ledger.csv bank.csv",
            "  recon compare - rules.yaml ledger.csv bank.csv",
            "  recon compare rules.yaml changed.yaml ledger.csv bank.csv --out changes",
        })
final class CompareCommand implements Callable<Integer> {
    private static final Path INFERRED = Path.of("-");

    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "RULES_A", description = "The rule set of today, or -.")
    private Path before = INFERRED;

    @Parameters(index = "1", paramLabel = "RULES_B", description = "The other rule set, or -.")
    private Path after = INFERRED;

    @Parameters(index = "2", paramLabel = "LEFT", description = "The one file.")
    private Path left = Path.of("");

    @Parameters(index = "3", paramLabel = "RIGHT", description = "The other file.")
    private Path right = Path.of("");

    @Mixin private ChoiceOptions choices = new ChoiceOptions();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Write changes.csv and comparison.json to this folder.")
    private @Nullable Path out;

    @Mixin private ThreadOption threads = new ThreadOption();

    CompareCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Optional<OutputFolder> folder =
                out == null
                        ? Optional.empty()
                        : Optional.of(new OutputFolder(out, OutputFolder.COMPARISON));
        var request =
                new CompareRun.Request(
                        named(before), named(after), choices, folder, threads.count());
        try (var temporary = new TemporaryFolders()) {
            return new CompareRun(terminal, temporary).run(left, right, request);
        }
    }

    private static Optional<RulesFile> named(Path rules) {
        return rules.equals(INFERRED) ? Optional.empty() : Optional.of(new RulesFile(rules));
    }
}
