package dev.recon.cli;

import dev.recon.engine.read.ColumnProfile;
import dev.recon.engine.read.ColumnType;
import dev.recon.engine.read.Inspection;
import java.util.ArrayList;
import java.util.List;

/// What is wrong with a file, or cannot be told, by what was looked at of it.
final class Doubts {
    private Doubts() {}

    static List<String> of(Inspection file) {
        List<String> doubts = new ArrayList<>();
        long looked = file.isComplete() ? file.records() : 0;
        if (looked > file.rows().size()) {
            doubts.add(
                    "%d lines have not as many cells as the %d columns: they would be rejected"
                            .formatted(looked - file.rows().size(), file.columns().size()));
        }
        file.columns().forEach(column -> add(column, doubts));
        return doubts;
    }

    private static void add(ColumnProfile column, List<String> doubts) {
        String name = "column '" + column.name() + "': ";
        long strange = Math.round((1 - column.confidence()) * column.filled());
        switch (column.type()) {
            case ColumnType.Amount(_, int decimals, boolean isMarkProved, _) -> {
                if (strange > 0) {
                    doubts.add(name + strange + " filled cells are no amount");
                }
                if (!isMarkProved && decimals > 0) {
                    doubts.add(name + "no amount shows which mark is the decimal one");
                }
            }
            case ColumnType.Date(var patterns, _) -> {
                if (strange > 0) {
                    doubts.add(name + strange + " filled cells are no date");
                }
                if (patterns.size() > 1) {
                    doubts.add(name + "no date shows which is the day and which the month");
                }
            }
            case ColumnType.Empty _,
                    ColumnType.Currency _,
                    ColumnType.Code _,
                    ColumnType.Text _ -> {
                // Any text will do.
            }
        }
    }
}
