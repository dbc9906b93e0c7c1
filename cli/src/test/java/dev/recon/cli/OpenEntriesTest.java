package dev.recon.cli;

import static dev.recon.cli.CommandLineRun.recon;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a run leaves open is taken up by the next one.
class OpenEntriesTest {
    private static final String HEADER = "# export\r\nref;amount;name\r\n";
    private static final String SIDE =
            """
              delimiter: ";"
              encoding: windows-1252
              skip: 1
              fields:
                reference: {column: ref}
                amount: {column: amount}
            """;
    private static final String RULES =
            "version: 1\ndecimals: 2\nleft:\n"
                    + SIDE
                    + "right:\n"
                    + SIDE
                    + "passes:\n  - {name: same, kind: exact, key: [reference, amount]}\n";

    @TempDir private Path folder;
    private Path rules;

    @BeforeEach
    void writeRules() throws IOException {
        rules = Files.writeString(folder.resolve("rules.yaml"), RULES);
    }

    private Path file(String name, String... lines) throws IOException {
        return Files.write(
                folder.resolve(name),
                (HEADER + String.join("\r\n", lines)).getBytes(Charset.forName("windows-1252")));
    }

    private CommandLineRun match(Path left, Path right, String out, String... more) {
        List<Object> words = new ArrayList<>(List.of("match", left, right));
        words.addAll(List.of("--rules", rules, "--out", folder.resolve(out)));
        words.addAll(List.of(more));
        return recon(words.toArray());
    }

    private Path firstRun() throws IOException {
        Path left = file("l1.csv", "A;1.00;x", "B;2.00;\"M;ü\r\nller\"", "C;3,00;x", "D;4.00;Ä");
        Path right = file("r1.csv", "A;1.00;x", "E;5.00;y");
        assertThat(match(left, right, "one").err()).isEmpty();
        return folder.resolve("one");
    }

    private String carried(Path one) {
        return one.toString();
    }

    @Test
    void doubledQuotesStayDoubled() throws IOException {
        Path left = file("l.csv", "A;1.00;\"said \"\"now\"\" twice\"", "B;2.00;y");
        assertThat(match(left, file("r.csv", "B;2.00;y"), "out").err()).isEmpty();

        assertThat(folder.resolve("out/open-left.csv"))
                .hasContent(HEADER + "A;1.00;\"said \"\"now\"\" twice\"\r\n");
    }

    /// What was an entry is one in the next run, too, whatever is left of those above it.
    @Test
    void carriedLinesAreNoTotals() throws IOException {
        String totals = "left:\n  totals: {of: [amount], without: [name]}\n";
        Files.writeString(rules, RULES.replace("left:\n", totals));
        Path left = file("l1.csv", "X;30.00;x", "W;40.00;x", "Y;5.00;x", "U;70.00;");
        assertThat(match(left, file("r1.csv", "Y;5.00;x"), "one").err()).isEmpty();

        Path later = file("r2.csv", "U;70.00;x");
        String open = carried(folder.resolve("one"));
        CommandLineRun two = match(file("l2.csv"), later, "two", "--open", open);
        assertThat(two.out()).startsWith("matched 1 of 3 left and 1 of 1 right entries");
    }

    @Test
    void openLinesAreLeftAsTheirFileHasThem() throws IOException {
        Path one = firstRun();

        assertThat(Files.readString(one.resolve("open-left.csv"), Charset.forName("windows-1252")))
                .isEqualTo(HEADER + "B;2.00;\"M;ü\r\nller\"\r\nD;4.00;Ä\n");
        assertThat(Files.readAllLines(one.resolve("open.csv")))
                .hasSize(4)
                .anyMatch(line -> line.matches("left,1,l1.csv,2,[0-9a-f]{64},1"))
                .anyMatch(line -> line.matches("left,2,l1.csv,4,[0-9a-f]{64},1"))
                .anyMatch(line -> line.matches("right,1,r1.csv,2,[0-9a-f]{64},1"));
        assertThat(one.resolve("carried.csv")).doesNotExist();
    }

    @Test
    void theNextRunTakesThemUpAndKeepsWhereTheyCameFrom() throws IOException {
        Path one = firstRun();
        Path left = file("l2.csv", "E;5.00;z", "F;abc;z", "G;7.00;z");
        Path right = file("r2.csv", "B;2.00;z", "D;4.00;\"never closed");

        var run = match(left, right, "two", "--open", carried(one));

        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("matched 2 of 4 left and 2 of 2 right entries")
                .containsPattern("l2.csv:4, column amount +found")
                .containsPattern("r2.csv:4, column name +found a quote that is never closed");
        Path two = folder.resolve("two");
        assertThat(two.resolve("carried.csv")).hasSameBinaryContentAs(one.resolve("open.csv"));
        assertThat(Files.readAllLines(two.resolve("matches.csv")))
                .containsExactly(
                        "match,side,line,status,pass,confidence,allocated",
                        "1,left,1,matched,same,1,2.00",
                        "1,right,2,matched,same,1,2.00",
                        "2,left,3,matched,same,1,5.00",
                        "2,right,1,matched,same,1,5.00");
        assertThat(Files.readAllLines(two.resolve("open.csv")))
                .hasSize(3)
                .anyMatch(line -> line.matches("left,1,l1.csv,4,[0-9a-f]{64},2"))
                .anyMatch(line -> line.matches("left,2,l2.csv,3,[0-9a-f]{64},1"));
        assertThat(two.resolve("summary.json")).content().contains("\"open-left.csv\": {");
    }

    @Test
    void theResultIsThatOfEverythingAtOnce() throws IOException {
        Path one = firstRun();
        Path left = file("l2.csv", "E;5.00;z", "G;7.00;z");
        Path right = file("r2.csv", "B;2.00;z");
        match(left, right, "two", "--open", carried(one));
        Path allLeft = file("l3.csv", "A;1.00;x", "B;2.00;x", "D;4.00;x", "E;5.00;z", "G;7.00;z");
        Path allRight = file("r3.csv", "A;1.00;x", "E;5.00;y", "B;2.00;z");
        match(allLeft, allRight, "all");

        List<String> parts = new ArrayList<>(amounts(one, "matches.csv"));
        parts.addAll(amounts(folder.resolve("two"), "matches.csv"));
        assertThat(parts)
                .containsExactlyInAnyOrderElementsOf(amounts(folder.resolve("all"), "matches.csv"));
        assertThat(breaks(folder.resolve("two"))).isEqualTo(breaks(folder.resolve("all")));
    }

    private static List<String> amounts(Path folder, String name) throws IOException {
        return Files.readAllLines(folder.resolve(name)).stream()
                .skip(1)
                .map(line -> line.replaceAll("^\\d+,(\\w+),\\d+,", "$1 "))
                .toList();
    }

    private static List<String> breaks(Path folder) throws IOException {
        return Files.readAllLines(folder.resolve("breaks.csv")).stream()
                .map(line -> line.replaceAll("^\\d+,([\\w-]+,\\w+),\\d+,", "$1 "))
                .toList();
    }

    @Test
    void aFolderThatCannotBeTakenUpIsNamed() throws IOException {
        Path one = firstRun();
        Path left = file("l2.csv", "E;5.00;z");
        Path right = file("r2.csv", "B;2.00;z");

        assertThat(match(left, right, "two", "--open", folder.toString()).err())
                .contains("a folder without open.csv", "mend");
        Path other =
                Files.writeString(folder.resolve("other.csv"), "\nref;name;amount\nE;z;5.00\n");
        assertThat(match(other, right, "two", "--open", carried(one)).err())
                .contains("other.csv", "the columns ref, name, amount", "open-left.csv");
        Path open = one.resolve("open-left.csv");
        Files.writeString(
                open,
                Files.readString(open, StandardCharsets.ISO_8859_1).replaceFirst("D;.*\n", ""),
                StandardCharsets.ISO_8859_1);
        assertThat(match(left, right, "two", "--open", carried(one)).err())
                .contains("lines that are not those of open.csv");
        assertThat(folder.resolve("two")).doesNotExist();
    }

    @Test
    void withoutRulesTheNextRunFindsItsOwn() throws IOException {
        List<String> lines = Ledger.lines();
        Path left = Files.writeString(folder.resolve("l1.csv"), Ledger.text(lines.subList(0, 90)));
        Path right = Files.writeString(folder.resolve("r1.csv"), Ledger.text(lines.subList(0, 80)));
        recon("match", left, right, "--out", folder.resolve("one"));
        Path next =
                Files.writeString(folder.resolve("l2.csv"), Ledger.text(lines.subList(90, 200)));
        Path last =
                Files.writeString(folder.resolve("r2.csv"), Ledger.text(lines.subList(80, 200)));

        var run =
                recon(
                        "match",
                        next,
                        last,
                        "--open",
                        folder.resolve("one"),
                        "--out",
                        folder.resolve("one"));

        assertThat(run.out()).contains("matched 120 of 120 left and 120 of 120 right entries");
        assertThat(run.code()).isZero();
    }
}
