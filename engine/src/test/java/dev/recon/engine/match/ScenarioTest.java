package dev.recon.engine.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.recon.engine.classify.BreakKind;
import dev.recon.engine.classify.Breaks;
import dev.recon.engine.classify.Classifier;
import dev.recon.engine.classify.Written;
import dev.recon.engine.read.Dialect;
import dev.recon.engine.read.Layout;
import dev.recon.engine.rules.RuleSet;
import dev.recon.engine.table.Progress;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every scenario of `scenarios/*.txt` comes out as it is written there.
class ScenarioTest {
    private static final List<String> FIELDS =
            List.of("reference", "account", "party", "batch", "time");
    private static final Layout LAYOUT =
            new Layout(
                    new Dialect(',', '"', StandardCharsets.UTF_8, true, 0), new LinkedHashMap<>());

    @TestFactory
    Stream<DynamicTest> scenarios() throws IOException, URISyntaxException {
        var folder = Objects.requireNonNull(ScenarioTest.class.getResource("/scenarios"));
        List<DynamicTest> tests = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
            for (Path file : files.sorted().toList()) {
                for (Scenario scenario : Scenario.parse(Files.readAllLines(file))) {
                    tests.add(
                            dynamicTest(
                                    file.getFileName() + ": " + scenario, () -> check(scenario)));
                }
            }
        }
        assertThat(tests).hasSizeGreaterThanOrEqualTo(40);
        return tests.stream();
    }

    private static void check(Scenario scenario) {
        Table left = TestEntry.table(scenario.left, FIELDS);
        Table right = TestEntry.table(scenario.right, FIELDS);
        Cascade.Inputs inputs =
                new Cascade.Inputs(
                        left,
                        right,
                        scenario.rates,
                        scenario.passes,
                        new Decisions(scenario.pins, scenario.vetoes, scenario.ownVetoes),
                        TestEntry.content(scenario.left),
                        TestEntry.content(scenario.right));
        Matching matching = Cascade.run(inputs, Progress.NONE, 1);
        RuleSet rules =
                new RuleSet(2, LAYOUT, LAYOUT, scenario.rates, scenario.passes, scenario.compare);
        Breaks breaks = Classifier.classify(left, right, matching, rules);
        List<String> outcome = new ArrayList<>();
        for (int match = 1; match <= matching.count(); match++) {
            outcome.add(words(scenario, matching, match));
        }
        for (int number = 1; number <= breaks.count(); number++) {
            outcome.add(words(scenario, matching, breaks, number));
        }
        assertThat(outcome).containsExactlyInAnyOrderElementsOf(scenario.outcome);
        Written written = TestEntry.written(scenario.left, scenario.right);
        for (List<String> reason : scenario.reasons) {
            int number = outcome.indexOf(reason.getFirst()) + 1 - matching.count();
            assertThat(breaks.reason(number, written)).contains(reason.getLast());
        }
    }

    private static String words(Scenario scenario, Matching matching, int match) {
        int pass = matching.pass(match);
        String status = matching.status(match) == Status.MATCHED ? "match" : "suggest";
        String name = pass < 0 ? "hand" : scenario.passes.get(pass).name();
        return status + " " + name + names(scenario, matching, match);
    }

    private static String names(Scenario scenario, Matching matching, int match) {
        StringBuilder names = new StringBuilder();
        for (Side side : Side.values()) {
            for (int row : matching.rows(side, match)) {
                TestEntry entry = entries(scenario, side).get(row);
                long used = matching.allocated(side, row, entry.units());
                names.append(' ').append(entry.name());
                names.append(used == entry.units() ? "" : ":" + BigDecimal.valueOf(used, 2));
            }
        }
        return names.toString();
    }

    private static List<TestEntry> entries(Scenario scenario, Side side) {
        return side == Side.LEFT ? scenario.left : scenario.right;
    }

    /// Is it a difference inside a match, and not one entry?
    private static boolean isInside(Breaks breaks, int number) {
        return breaks.match(number) > 0 && breaks.kind(number) != BreakKind.PARTLY_OPEN;
    }

    private static String words(Scenario scenario, Matching matching, Breaks breaks, int number) {
        String names;
        if (isInside(breaks, number)) {
            names = names(scenario, matching, breaks.match(number));
        } else if (breaks.leftRow(number) >= 0) {
            names = " " + scenario.left.get(breaks.leftRow(number)).name();
        } else {
            names = " " + scenario.right.get(breaks.rightRow(number)).name();
        }
        return "break "
                + breaks.kind(number).word()
                + names
                + " "
                + breaks.get(number).difference();
    }
}
