package dev.recon.cli;

import static dev.recon.cli.CommandLineRun.recon;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the README shows is what comes out.
class ReadmeTest {
    private static final Path ROOT = Path.of("..");
    private static final Path EXAMPLE = ROOT.resolve("examples/first");
    private static final String COMMAND =
            "$ ./recon match examples/first/ledger.csv examples/first/bank.csv | tail -n 11";
    private static final int BLOCK_LINES = 12;

    @TempDir private Path folder;

    @Test
    void theTerminalExampleIsRealOutput() throws IOException {
        Path out = folder.resolve("out");
        List<String> readme = Files.readAllLines(ROOT.resolve("README.md"));
        int at = readme.indexOf(COMMAND);
        assertThat(at).isPositive();

        var run =
                recon(
                        "match",
                        EXAMPLE.resolve("ledger.csv"),
                        EXAMPLE.resolve("bank.csv"),
                        "--out",
                        out);

        assertThat(run.code()).isEqualTo(1);
        List<String> lines = run.out().replace(out.toString(), "recon-out").lines().toList();
        assertThat(readme.subList(at + 1, at + BLOCK_LINES))
                .isEqualTo(lines.subList(lines.size() - BLOCK_LINES + 1, lines.size()));
        assertThat(readme.get(at + BLOCK_LINES)).isEqualTo("```");
    }

    @Test
    void theRulesOfTheExampleAreThoseThatAreFound() throws IOException {
        Path rules = folder.resolve("rules.yaml");

        recon(
                "match",
                EXAMPLE.resolve("ledger.csv"),
                EXAMPLE.resolve("bank.csv"),
                "--out",
                folder.resolve("out"),
                "--save-rules",
                rules);

        assertThat(rules).hasSameTextualContentAs(EXAMPLE.resolve("rules.yaml"));
    }

    @Test
    void theReadmeIsAtMostTwoScreens() throws IOException {
        assertThat(Files.readAllLines(ROOT.resolve("README.md"))).hasSizeLessThan(60);
    }
}
