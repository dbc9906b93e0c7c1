package dev.recon.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `recon match LEFT RIGHT`: two files in, explained breaks out.
@Command(
        name = "match",
        description = {
            "Match the entries of two files and explain what does not fit.",
            "Without --rules the field map and the passes are found in the data and printed.",
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  recon match ledger.csv bank.csv",
            "  recon match ledger.csv bank.csv.gz --save-rules rules.yaml",
            "  recon match ledger.csv bank.csv --rules rules.yaml --out 2026-01-31",
            "  recon match ledger.csv bank.csv --decisions decisions.csv",
            "  recon match ledger-02.csv bank-02.csv --open 2026-01-31 --rules rules.yaml",
        })
final class MatchCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec private @Nullable CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "LEFT",
            description = "The one file (recon formats lists what it may be).")
    private Path left = Path.of("");

    @Parameters(index = "1", paramLabel = "RIGHT", description = "The other file.")
    private Path right = Path.of("");

    @Mixin private ChoiceOptions choices = new ChoiceOptions();

    @Option(
            names = "--rules",
            paramLabel = "FILE",
            description = "The rule set; without it, one is proposed.")
    private @Nullable Path rules;

    @Option(
            names = "--save-rules",
            paramLabel = "FILE",
            description = "Write the rule set of this run to a new file.")
    private @Nullable Path savedRules;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where the results go (default: recon-out).")
    private Path out = Path.of("recon-out");

    @Option(
            names = "--answer",
            paramLabel = "ID=VALUE",
            description = "Answer a question of the proposal; may be given again.")
    private Map<String, String> answers = new LinkedHashMap<>();

    @Option(
            names = "--open",
            paramLabel = "DIR",
            description = "Take up what an earlier run left open: the folder that it wrote.")
    private @Nullable Path open;

    @Option(
            names = "--decisions",
            paramLabel = "FILE",
            description = "What people matched by hand or rejected: decision,left,right.")
    private @Nullable Path decisions;

    @Mixin private ThreadOption threads = new ThreadOption();

    MatchCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (rules != null && !answers.isEmpty()) {
            throw wrong("--answer goes without --rules: a rule set leaves no question open");
        }
        var saved = Optional.ofNullable(savedRules).map(RulesFile::new);
        saved.ifPresent(RulesFile::requireAbsent);
        var request =
                new MatchRun.Request(
                        left,
                        right,
                        Optional.ofNullable(rules).map(RulesFile::new),
                        saved,
                        new OutputFolder(out),
                        answers,
                        Optional.ofNullable(decisions).map(DecisionsFile::new),
                        Optional.ofNullable(open),
                        choices,
                        threads.count());
        try (var temporary = new TemporaryFolders()) {
            return new MatchRun(terminal, temporary).run(request);
        }
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), sentence);
    }
}
