package dev.recon.cli;

import dev.recon.engine.read.Choices;
import dev.recon.engine.rules.RuleSet;
import dev.recon.engine.table.Side;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/// What to take of files that hold more than one table. A value that begins with `left=` or
/// `right=` is for that side alone.
final class ChoiceOptions {
    @Option(
            names = "--sheet",
            paramLabel = "[SIDE=]NAME",
            description = "The sheet of a workbook; left=NAME or right=NAME for one file alone.")
    private List<String> sheets = new ArrayList<>();

    @Option(
            names = "--records",
            paramLabel = "[SIDE=]PATH",
            description = "The path of the entries in an XML or JSON document, such as /data/rows.")
    private List<String> records = new ArrayList<>();

    @Option(
            names = "--member",
            paramLabel = "[SIDE=]NAME",
            description = "The file within a ZIP archive.")
    private List<String> members = new ArrayList<>();

    @Option(
            names = "--widths",
            paramLabel = "[SIDE=]COLUMNS",
            description = "The columns of a fixed-width text: \"date 1-10, amount 11-22\".")
    private List<String> widths = new ArrayList<>();

    /// What was chosen for a file that is no side.
    Choices any() {
        return of(Optional.empty());
    }

    /// What was chosen for one side.
    Choices of(Side side) {
        return of(Optional.of(side));
    }

    /// The same rules with these choices.
    RuleSet on(RuleSet rules) {
        return rules.with(of(Side.LEFT), of(Side.RIGHT));
    }

    private Choices of(Optional<Side> side) {
        Map<String, String> names = new LinkedHashMap<>();
        put(names, Choices.SHEET, sheets, side);
        put(names, Choices.RECORDS, records, side);
        put(names, Choices.MEMBER, members, side);
        put(names, Choices.WIDTHS, widths, side);
        return Choices.of(names);
    }

    private static void put(
            Map<String, String> names, String name, List<String> values, Optional<Side> side) {
        for (String value : values) {
            Optional<Side> only = only(value);
            if (only.isEmpty()) {
                names.put(name, value);
            } else if (only.equals(side)) {
                names.put(name, value.substring(value.indexOf('=') + 1));
            }
        }
    }

    private static Optional<Side> only(String value) {
        for (Side side : Side.values()) {
            if (value.startsWith(side.word() + "=")) {
                return Optional.of(side);
            }
        }
        return Optional.empty();
    }
}
