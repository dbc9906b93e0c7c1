package dev.recon.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The list of what was promised names everything once, and only files and tests that are there.
class ContractTest {
    private static final String PAGE = "docs/operating/contract.md";
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (C[0-9.]+)(?:–(C[0-9.]+))? \\|");
    private static final Pattern FILE =
            Pattern.compile("`((?:infrastructure|scripts|config|docs)/[^`]+|renovate.json)`");
    private static final Pattern JAVA_TEST = Pattern.compile("`([A-Z][A-Za-z]+Test)`");
    private static final Pattern SCRIPT_TEST = Pattern.compile("`([a-z-]+\\.(?:bats|sh))`");

    private static final Pattern PROOF =
            Pattern.compile(
                    "`(?:[A-Z][A-Za-z]+Test|[a-z-]+\\.(?:bats|sh))`[^|]*\\|$|as C\\d+ \\|$");

    @Test
    void everyStatementStandsOnceAndInOrder() throws IOException {
        List<Integer> numbers = new ArrayList<>();
        List<Integer> settled = new ArrayList<>();
        ROW.matcher(Repository.read(PAGE))
                .results()
                .forEach(row -> (isSettled(row) ? settled : numbers).addAll(range(row)));
        assertThat(numbers).isEqualTo(range(1, 125));
        assertThat(settled).isEqualTo(range(1, 24));
    }

    @Test
    void everyFileAndEveryTestThatIsNamedIsThere() throws IOException {
        String page = Repository.read(PAGE);
        FILE.matcher(page)
                .results()
                .forEach(it -> assertThat(Repository.path(it.group(1))).exists());
        Set<String> tests = new TreeSet<>();
        for (String module : List.of("infrastructure", "server", "tidy")) {
            Repository.files(module + "/src/test", ".java")
                    .forEach(it -> tests.add(it.getFileName().toString().replace(".java", "")));
        }
        assertThat(JAVA_TEST.matcher(page).results().map(it -> it.group(1))).isSubsetOf(tests);
        SCRIPT_TEST
                .matcher(page)
                .results()
                .map(it -> it.group(1))
                .map(it -> (it.endsWith(".bats") ? "scripts/test/" : "scripts/") + it)
                .forEach(it -> assertThat(Repository.path(it)).exists());
    }

    /// What is said to be proved elsewhere has to say where.
    @Test
    void everyStatementNamesItsProof() throws IOException {
        assertThat(Repository.read(PAGE).lines().filter(it -> it.startsWith("| C")))
                .allMatch(it -> PROOF.matcher(it).find());
    }

    @Test
    void everyComponentHasItsPage() throws IOException {
        assertThat(Repository.files("docs/operating/components", ".md"))
                .extracting(it -> it.getFileName().toString().replace(".md", ""))
                .containsExactly(
                        "backend",
                        "frontend",
                        "ingress",
                        "logging",
                        "monitoring",
                        "postgresql",
                        "redis",
                        "velero");
    }

    private static boolean isSettled(MatchResult row) {
        return row.group(1).startsWith("C0.");
    }

    private static List<Integer> range(MatchResult row) {
        int first = number(row.group(1));
        return range(first, row.group(2) == null ? first : number(row.group(2)));
    }

    private static List<Integer> range(int first, int last) {
        List<Integer> numbers = new ArrayList<>();
        for (int number = first; number <= last; number++) {
            numbers.add(number);
        }
        return numbers;
    }

    private static int number(String id) {
        return Integer.parseInt(id.replace("C0.", "").replace("C", ""));
    }
}
