package dev.recon.engine.explain;

import dev.recon.engine.Outcome;
import dev.recon.engine.read.Entry;
import dev.recon.engine.read.EntryReader;
import dev.recon.engine.rules.RuleSet;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import java.util.ArrayList;
import java.util.List;

/// What explanations are about: the entries of both sides, the rule set, and what holds each entry.
/// One thread uses it.
public record Scope(RuleSet rules, OneSide left, OneSide right, Holder holder) {
    /// The entries of one side.
    ///
    /// @param table their columns, of all entries or of some
    /// @param lines reads their lines again
    /// @param entries how many there are in all
    public record OneSide(Table table, Lines lines, int entries) {
        boolean isWhole() {
            return entries == table.rows();
        }
    }

    /// Reads the lines of one side again.
    public interface Lines {
        Entry entry(int row);

        /// What stands before the first entry in the file.
        byte[] head();

        static Lines of(EntryReader reader, Table table) {
            return new Lines() {
                @Override
                public Entry entry(int row) {
                    return reader.read(table.lines(), row);
                }

                @Override
                public byte[] head() {
                    return reader.head();
                }
            };
        }
    }

    /// Explains what a run found.
    public static Scope of(Outcome outcome) {
        return new Scope(
                outcome.rules(),
                side(outcome, Side.LEFT),
                side(outcome, Side.RIGHT),
                Holder.of(outcome.matching(), outcome.rules()));
    }

    private static OneSide side(Outcome outcome, Side side) {
        Table table = outcome.read(side).table();
        return new OneSide(table, Lines.of(outcome.entries(side), table), table.rows());
    }

    OneSide of(Side side) {
        return side == Side.LEFT ? left : right;
    }

    Table table(Side side) {
        return of(side).table();
    }

    Excerpt excerpt(Side side, List<Integer> rows) {
        return Excerpt.of(rules, side, of(side), rows);
    }

    /// Entries with their fields in words; reads their lines.
    List<EntryFields> fields(Side side, List<Integer> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Table table = table(side);
        Excerpt excerpt = excerpt(side, rows);
        List<EntryFields> all = new ArrayList<>();
        for (int at = 0; at < rows.size(); at++) {
            Entry raw = excerpt.entries().get(at);
            int row = rows.get(at);
            all.add(
                    new EntryFields(
                            side,
                            table,
                            row,
                            raw.line(),
                            EntryFields.values(rules.layout(side), raw, table, row),
                            new EntryFields.Compared(excerpt.table(), at)));
        }
        return all;
    }
}
