package dev.recon.cli;

import dev.recon.cli.Terminal.Style;
import dev.recon.engine.read.FieldPreview;
import dev.recon.engine.read.FieldPreviews;
import dev.recon.engine.read.FieldSource;
import dev.recon.engine.read.InputProblem;
import dev.recon.engine.read.Layout;
import dev.recon.engine.read.Problem;
import dev.recon.engine.rules.RuleSet;
import dev.recon.engine.table.Progress;
import dev.recon.engine.table.Side;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Fields of the first lines of a file, before and after, for a person at a terminal.
record PreviewText(Terminal terminal) {
    private static final int LINES_MAX = 1_000;
    private static final int SHOWN_MAX = 5;

    /// Prints the wanted fields, or all that have a transform.
    int print(RuleSet rules, Side side, Path path, List<String> wanted) throws IOException {
        Layout layout = rules.layout(side);
        List<String> fields = wanted.isEmpty() ? transformed(layout) : wanted;
        for (String field : fields) {
            require(layout, side, field);
        }
        if (fields.isEmpty()) {
            terminal.out().println("no field of the " + side.word() + " side has a transform");
        }
        try (var temporary = new TemporaryFolders();
                InputFile file =
                        InputFile.open(
                                path,
                                temporary.make(),
                                Optional.of(layout.dialect().encoding()),
                                layout.choices())) {
            for (String field : fields) {
                print(
                        field,
                        FieldPreviews.of(
                                file.bytes(),
                                layout,
                                new FieldPreviews.Wanted(
                                        field, rules.decimals(), LINES_MAX, SHOWN_MAX),
                                Progress.NONE));
            }
        }
        return ExitCode.RECONCILED;
    }

    private static List<String> transformed(Layout layout) {
        return layout.fields().entrySet().stream()
                .filter(field -> field.getValue() instanceof FieldSource.Transformed)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static void require(Layout layout, Side side, String field) {
        if (!layout.fields().containsKey(field)) {
            throw new InputProblem(
                    new Problem(
                            "--field",
                            "'" + field + "'",
                            "a field of the "
                                    + side.word()
                                    + " side: "
                                    + String.join(", ", layout.fields().keySet()),
                            "Name one of them."));
        }
    }

    private void print(String field, FieldPreview preview) {
        terminal.out()
                .println(
                        terminal.styled(Style.BOLD, field)
                                + ": of the first "
                                + InspectionText.count(preview.lines())
                                + " lines "
                                + InspectionText.count(preview.empty())
                                + " without it, "
                                + InspectionText.count(preview.rejected())
                                + " rejected");
        Grid grid = new Grid("rlll");
        grid.row("line", before(preview.columns()), "after", "compared as");
        preview.first()
                .forEach(line ->
                        grid.row(
                                String.valueOf(line.line()),
                                before(line.before()),
                                line.after(),
                                line.compared()));
        grid.lines().forEach(line -> terminal.out().println("  " + line));
        preview.failed()
                .forEach(line ->
                        terminal.out()
                                .println(
                                        "  ! line "
                                                + line.line()
                                                + place(line.column())
                                                + ": found "
                                                + line.found()
                                                + ", expected "
                                                + line.expected()));
    }

    private static String place(String column) {
        return column.isEmpty() ? "" : ", column " + column;
    }

    private static String before(List<String> cells) {
        return cells.isEmpty() ? "(no column)" : String.join(" · ", cells);
    }
}
