package dev.recon.cli;

import static dev.recon.cli.CommandLineRun.recon;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.engine.read.Dialect;
import dev.recon.formats.identity.TableLines;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// No cell of a file for people is a formula, wherever a hostile text comes from: a name of a file,
/// a name of a pass, a cell, a line that is rejected. Numbers stay numbers, lines that are
/// delivered again stay as they came.
class FormulaTest {
    private static final Dialect COMMA = new Dialect(',', '"', StandardCharsets.UTF_8, false, 0);

    /// What goes into a later run has to be what was delivered.
    private static final Set<String> AS_DELIVERED =
            Set.of("open-left.csv", "open-right.csv", "rejected-right.csv");

    @TempDir private Path folder;

    @Test
    void noCellIsAFormula() throws IOException {
        for (String first : List.of("=", "+", "-", "@", "\t", "\r")) {
            String text = first + "1+1|' /C calc'!A0";
            Path out = folder.resolve("out-" + (int) first.charAt(0));
            Path left = write(first, "left.csv", "1,%s,-10.00\n2,%s,20.00\n", text);
            Path right = write(first, "right.csv", "1,%s,-10.50\n3,%s,-7.00\n4,%s,x\n", text);
            Path rules = rules(text.strip());

            assertThat(recon("match", left, right, "--rules", rules, "--out", out).code())
                    .isEqualTo(1);
            CommandLineRun compared =
                    recon(
                            "compare",
                            rules,
                            rules("other"),
                            left,
                            right,
                            "--out",
                            folder.resolve("changes-" + (int) first.charAt(0)));
            assertThat(compared.code()).as(compared.err()).isLessThan(2);

            List<String> cells = cells(out);
            cells.addAll(cells(folder.resolve("changes-" + (int) first.charAt(0))));
            assertThat(cells)
                    .contains("-10.00", "-10.50")
                    .allMatch(cell -> cell.isEmpty() || isNumber(cell) || !isFormula(cell));
            assertThat(cells).as("the name of the pass").contains(expected(text.strip()));
            assertThat(out.resolve("rejected-right.csv")).content().contains(",x\n");
        }
    }

    private static String expected(String pass) {
        return isFormula(pass) ? "'" + pass : pass;
    }

    private static boolean isFormula(String cell) {
        return "=+-@\t\r\0".indexOf(cell.charAt(0)) >= 0;
    }

    private static boolean isNumber(String cell) {
        return cell.matches("-?\\d+(\\.\\d+)?");
    }

    private static List<String> cells(Path folder) throws IOException {
        List<String> cells = new ArrayList<>();
        try (var files = Files.list(folder)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".csv")).toList()) {
                if (AS_DELIVERED.contains(String.valueOf(file.getFileName()))) {
                    continue;
                }
                try (var lines = new TableLines(file, COMMA)) {
                    for (var line = lines.next(); line != null; line = lines.next()) {
                        cells.addAll(line);
                    }
                }
            }
        }
        return cells;
    }

    private Path write(String first, String name, String lines, String text) throws IOException {
        String file = (first.isBlank() ? "" : first) + name;
        String quoted = '"' + text + '"';
        return Files.writeString(
                folder.resolve(file),
                "ref,party,amount\n" + lines.replace("%s", quoted),
                StandardCharsets.UTF_8);
    }

    private Path rules(String pass) throws IOException {
        String side =
                """
                  header: true
                  delimiter: ","
                  fields:
                    reference: {column: ref}
                    party: {column: party}
                    amount: {column: amount, decimal: "."}
                """;
        return Files.writeString(
                folder.resolve("rules-" + pass.hashCode() + ".yaml"),
                "version: 1\ndecimals: 2\nleft:\n"
                        + side
                        + "right:\n"
                        + side
                        + "passes:\n  - name: \""
                        + pass
                        + "\"\n    kind: close\n    key: [reference]\n    amount: 1.00\n");
    }
}
