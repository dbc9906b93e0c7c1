package dev.recon.engine.explain;

import dev.recon.engine.Outcome;
import dev.recon.engine.read.Entry;
import dev.recon.engine.read.EntryReader;
import dev.recon.engine.rules.RuleSet;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import java.util.function.IntFunction;

/// What explanations are about: the entries of both sides, the rule set, and what holds each entry.
/// One thread uses it.
public record Scope(RuleSet rules, OneSide left, OneSide right, Holder holder) {
    /// The entries of one side.
    ///
    /// @param table their columns
    /// @param lines reads the line of a row again
    public record OneSide(Table table, IntFunction<Entry> lines) {}

    /// Explains what a run found.
    public static Scope of(Outcome outcome) {
        return new Scope(
                outcome.rules(),
                side(outcome, Side.LEFT),
                side(outcome, Side.RIGHT),
                Holder.of(outcome.matching(), outcome.rules()));
    }

    private static OneSide side(Outcome outcome, Side side) {
        EntryReader reader = outcome.entries(side);
        Table table = outcome.read(side).table();
        return new OneSide(table, row -> reader.read(table.lines(), row));
    }

    OneSide of(Side side) {
        return side == Side.LEFT ? left : right;
    }

    Table table(Side side) {
        return of(side).table();
    }

    /// An entry with its fields in words; reads its line.
    EntryFields fields(Side side, int row) {
        Table table = table(side);
        Entry raw = of(side).lines().apply(row);
        return new EntryFields(
                side,
                table,
                row,
                raw.line(),
                EntryFields.values(rules.layout(side), raw, table, row));
    }
}
