package dev.recon.engine.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.recon.engine.Outcome;
import dev.recon.engine.report.ExplanationText;
import dev.recon.engine.rules.RuleSet;
import dev.recon.engine.rules.RuleSetYaml;
import dev.recon.engine.rules.TestRules;
import dev.recon.engine.table.Side;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every explanation of `explanations/*.txt` comes out as it is written there. `-Dgolden=write`
/// writes them anew, to be read.
class ExplanationTest {
    private static final Path SOURCES = Path.of("src/test/resources/explanations");

    @TestFactory
    Stream<DynamicTest> explanations() throws IOException, URISyntaxException {
        var folder = Objects.requireNonNull(ExplanationTest.class.getResource("/explanations"));
        List<DynamicTest> tests = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
            for (Path file : files.sorted().toList()) {
                String name = String.valueOf(file.getFileName());
                tests.add(dynamicTest(name, () -> check(name, Files.readString(file))));
            }
        }
        assertThat(tests).hasSizeGreaterThanOrEqualTo(2);
        return tests.stream();
    }

    private static void check(String name, String text) throws IOException {
        String made = explained(text);
        if (System.getProperty("golden", "").equals("write")) {
            Files.writeString(SOURCES.resolve(name), made);
        }
        assertThat(made).isEqualTo(text);
    }

    /// The text with every explanation as it comes out.
    private static String explained(String text) {
        StringBuilder made = new StringBuilder();
        SmallRun run = null;
        for (String part : text.split("(?m)^(?=# |explain )", -1)) {
            if (part.startsWith("# ")) {
                run = SmallRun.parse(part);
                made.append(part);
            } else if (!part.isEmpty()) {
                String asked = part.lines().findFirst().orElse("");
                made.append(asked).append('\n');
                made.append(explanation(Objects.requireNonNull(run), asked.substring(8)));
                made.append('\n');
            }
        }
        return made.toString();
    }

    private static String explanation(SmallRun run, String asked) {
        String[] parts = asked.split(":", -1);
        int row = Integer.parseInt(parts[1]) - 1;
        Side side = parts[0].equals("left") ? Side.LEFT : Side.RIGHT;
        try (Outcome outcome = run.outcome()) {
            Scope scope = Scope.of(outcome);
            Explainer explainer = new Explainer(scope, Learnt.of(scope, 1));
            return explainer
                    .findMatch(side, row, Explainer.CANDIDATES_DEFAULT)
                    .map(ExplanationText::of)
                    .orElseGet(() -> {
                        var entry = explainer.entry(side, row, Explainer.CANDIDATES_DEFAULT);
                        entry.change().ifPresent(change -> requireValid(outcome.rules(), change));
                        return ExplanationText.of(entry);
                    });
        }
    }

    /// A change of the rules is taken where rules are read.
    private static void requireValid(RuleSet rules, RuleChange change) {
        RuleSet changed = rules.with(change.passes());
        assertThat(TestRules.of(RuleSetYaml.write(changed))).isEqualTo(changed);
    }
}
