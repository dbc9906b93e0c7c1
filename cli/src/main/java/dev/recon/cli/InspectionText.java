package dev.recon.cli;

import dev.recon.cli.Terminal.Style;
import dev.recon.engine.read.AbsentWords;
import dev.recon.engine.read.ColumnProfile;
import dev.recon.engine.read.ColumnType;
import dev.recon.engine.read.DatePattern;
import dev.recon.engine.read.Dialect;
import dev.recon.engine.read.Inspection;
import dev.recon.engine.read.Totals;
import dev.recon.formats.format.Origin;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What a file was found to be, for a person at a terminal.
record InspectionText(Terminal terminal) {
    private static final int EXAMPLE_CHARACTERS = 24;
    private static final int EXAMPLES = 3;

    void print(Inspection file, Origin origin) {
        terminal.out()
                .println(terminal.styled(Style.BOLD, file.name()) + ": " + form(file, origin));
        new OriginText(terminal).print(origin);
        Grid grid = new Grid("llrrl").row("column", "type", "filled", "sure", "examples");
        for (ColumnProfile column : file.columns()) {
            grid.row(
                    column.name(),
                    type(column.type()),
                    percent(column.filled(), file.rows().size()),
                    sure(column),
                    examples(column));
        }
        print(grid);
        Doubts.of(file).forEach(doubt -> terminal.out().println("  ! " + doubt));
    }

    private void print(Grid grid) {
        List<String> lines = grid.lines();
        terminal.out().println("  " + terminal.styled(Style.DIM, lines.getFirst()));
        lines.stream().skip(1).forEach(line -> terminal.out().println("  " + line));
    }

    private static String form(Inspection file, Origin origin) {
        if (!origin.isText()) {
            return origin.format() + ", " + count(origin.entries()) + " entries";
        }
        Dialect dialect = file.dialect();
        String about = file.isComplete() ? "" : "about ";
        String skip =
                dialect.skip() == 0 ? "" : ", after " + dialect.skip() + " lines of other text";
        return about
                + count(file.records())
                + " lines, split by "
                + delimiter(dialect.delimiter())
                + ", "
                + dialect.encoding().name()
                + (dialect.header() ? ", with a header" : ", without a header")
                + skip
                + absent(file.absent())
                + totals(file.totals());
    }

    private static String totals(Totals totals) {
        return totals.isNone()
                ? ""
                : ", sums of " + String.join(" and ", totals.of()) + " are no entries";
    }

    private static String absent(AbsentWords absent) {
        return absent.words().isEmpty()
                ? ""
                : ", no value where it says " + String.join(" or ", absent.words());
    }

    private static String delimiter(char delimiter) {
        return switch (delimiter) {
            case ',' -> "comma";
            case ';' -> "semicolon";
            case '\t' -> "tab";
            case '^' -> "caret";
            default -> String.valueOf(delimiter);
        };
    }

    private static String type(ColumnType type) {
        return switch (type) {
            case ColumnType.Amount amount ->
                    "amount, decimal "
                            + (amount.decimalMark() == ',' ? "comma" : "point")
                            + (amount.isMarkProved() ? "" : "?");
            case ColumnType.Date(var patterns, _) ->
                    "date "
                            + patterns.stream()
                                    .map(DatePattern::toString)
                                    .collect(Collectors.joining(" or "));
            case ColumnType.Empty _, ColumnType.Currency _, ColumnType.Code _, ColumnType.Text _ ->
                    type.word();
        };
    }

    private static String sure(ColumnProfile column) {
        return column.filled() == 0 ? "" : Math.round(column.confidence() * 100) + " %";
    }

    private static String examples(ColumnProfile column) {
        return column.samples().stream()
                .limit(EXAMPLES)
                .map(InspectionText::shortened)
                .collect(Collectors.joining(", "));
    }

    private static String shortened(String text) {
        String plain = text.replaceAll("\\p{Cntrl}", "·");
        return plain.length() <= EXAMPLE_CHARACTERS
                ? plain
                : plain.substring(0, EXAMPLE_CHARACTERS - 1) + "…";
    }

    private static String percent(int part, int whole) {
        return whole == 0 ? "" : 100L * part / whole + " %";
    }

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
