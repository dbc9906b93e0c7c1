package dev.recon.engine.explain;

import dev.recon.engine.Outcome;
import dev.recon.engine.Reconciler;
import dev.recon.engine.match.Decisions;
import dev.recon.engine.read.ArrayBytes;
import dev.recon.engine.rules.TestRules;
import dev.recon.engine.table.Progress;
import java.util.List;
import java.util.stream.Collectors;

/// Two tiny files and the passes for them, as a test writes them down:
///
/// ```
/// # A title
/// passes:
///   - {name: one, kind: exact, key: [reference, amount]}
/// left reference,amount
/// A1,10.00
/// right reference,amount
/// A1,10.05
/// ```
///
/// Every column is the field of its name. A line `rejected 1 2` above the passes says that a person
/// rejected the match of the first line of the left and the second of the right.
record SmallRun(String rules, String left, String right, List<Decisions.Veto> rejected) {
    SmallRun(String rules, String left, String right) {
        this(rules, left, right, List.of());
    }

    static SmallRun parse(String text) {
        int left = text.indexOf("\nleft ") + 1;
        int right = text.indexOf("\nright ") + 1;
        int passes = text.indexOf("passes:");
        String leftFile = text.substring(left + 5, right).strip() + "\n";
        String rightFile = text.substring(right + 6).strip() + "\n";
        String rules =
                "version: 1\ndecimals: 2\n"
                        + fields("left", leftFile)
                        + fields("right", rightFile)
                        + text.substring(passes, left);
        return new SmallRun(rules, leftFile, rightFile, rejected(text.substring(0, passes)));
    }

    private static List<Decisions.Veto> rejected(String text) {
        return text.lines()
                .filter(line -> line.startsWith("rejected "))
                .map(line -> line.split(" ", -1))
                .map(words ->
                        new Decisions.Veto(
                                Integer.parseInt(words[1]) - 1, Integer.parseInt(words[2]) - 1))
                .toList();
    }

    private static String fields(String side, String file) {
        List<String> columns = List.of(file.lines().findFirst().orElseThrow().split(",", -1));
        return columns.stream()
                .map(SmallRun::field)
                .collect(Collectors.joining("\n", side + ":\n  fields:\n", "\n"));
    }

    private static String field(String column) {
        String date = column.equals("date") ? ", format: yyyy-MM-dd" : "";
        return "    " + column + ": {column: " + column + date + "}";
    }

    Outcome outcome() {
        return Reconciler.run(
                new Reconciler.Inputs(
                        ArrayBytes.of("left.csv", left),
                        ArrayBytes.of("right.csv", right),
                        TestRules.of(rules),
                        (_, _, _) -> new Decisions(List.of(), rejected)),
                Progress.NONE,
                1);
    }
}
