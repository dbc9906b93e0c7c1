package dev.recon.cli;

import dev.recon.engine.Outcome;
import dev.recon.engine.explain.Explainer;
import dev.recon.engine.explain.Learnt;
import dev.recon.engine.explain.Scope;
import dev.recon.engine.report.ExplanationJson;
import dev.recon.engine.report.ExplanationText;
import dev.recon.engine.rules.RuleSet;
import java.io.IOException;
import java.nio.file.Path;
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

/// `recon explain LEFT RIGHT left:123`: why an entry is open, or why entries are matched.
@Command(
        name = "explain",
        description = {
            "Say why an entry is open or matched.",
            "For an open entry: the nearest candidates, the condition of each pass that failed"
                    + " and by how much, who took them, and the smallest change of the rules that"
                    + " would match it.",
            "For a match: what its pass asked, and the evidence field by field.",
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  recon explain ledger.csv bank.csv left:123",
            "  recon explain ledger.csv bank.csv right:45 --rules rules.yaml",
            "  recon explain ledger.csv bank.csv match:17 --json",
        })
final class ExplainCommand implements Callable<Integer> {
    private static final int CANDIDATES_MAX = 20;

    private final Terminal terminal;

    @Spec private @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "LEFT", description = "The one file.")
    private Path left = Path.of("");

    @Parameters(index = "1", paramLabel = "RIGHT", description = "The other file.")
    private Path right = Path.of("");

    @Parameters(
            index = "2",
            paramLabel = "WHAT",
            description = "left:LINE, right:LINE or match:NUMBER, as in breaks.csv and matches.csv")
    private String what = "";

    @Mixin private ChoiceOptions choices = new ChoiceOptions();

    @Option(
            names = "--rules",
            paramLabel = "FILE",
            description = "The rule set; without it, one is proposed.")
    private @Nullable Path rules;

    @Option(
            names = "--candidates",
            paramLabel = "N",
            description = "How many candidates are shown (default: 3).")
    private int candidates = Explainer.CANDIDATES_DEFAULT;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    ExplainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (!Subject.isOne(what)) {
            throw wrong("'" + what + "' is neither left:LINE, right:LINE nor match:NUMBER");
        }
        if (candidates < 1 || candidates > CANDIDATES_MAX) {
            throw wrong("--candidates is a number from 1 to " + CANDIDATES_MAX);
        }
        Optional<RuleSet> given = Optional.empty();
        if (rules != null) {
            given = Optional.of(new RulesFile(rules).read());
        }
        try (var temporary = new TemporaryFolders();
                var files =
                        TwoFiles.open(
                                left,
                                right,
                                temporary.make(),
                                new TwoFiles.Known(given, choices))) {
            int threads = ThreadOption.usual();
            RuleSet used = given.isPresent() ? given.get() : files.propose();
            terminal.out().print(explained(files.run(used, threads), threads));
            terminal.out().flush();
        }
        return ExitCode.RECONCILED;
    }

    private String explained(Outcome outcome, int threads) {
        Subject subject = Subject.find(what, outcome);
        Scope scope = Scope.of(outcome);
        Explainer explainer = new Explainer(scope, Learnt.of(scope, threads));
        return explainer
                .findMatch(subject.side(), subject.row(), candidates)
                .map(match -> json ? ExplanationJson.of(match) : ExplanationText.of(match))
                .orElseGet(() -> {
                    var entry = explainer.entry(subject.side(), subject.row(), candidates);
                    return json ? ExplanationJson.of(entry) : ExplanationText.of(entry);
                });
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), sentence);
    }
}
