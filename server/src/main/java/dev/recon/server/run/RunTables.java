package dev.recon.server.run;

import dev.recon.engine.explain.Scope;
import dev.recon.engine.read.ColumnPlan;
import dev.recon.engine.read.CsvReader;
import dev.recon.engine.read.EntryReader;
import dev.recon.engine.read.Header;
import dev.recon.engine.read.Layout;
import dev.recon.engine.rules.Needs;
import dev.recon.engine.rules.RuleSet;
import dev.recon.engine.table.Bytes;
import dev.recon.engine.table.Progress;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import dev.recon.server.file.SpooledFiles;
import java.util.List;
import org.springframework.stereotype.Component;

/// Reads the files of a run again into the tables that it worked on, for explanations.
@Component
public record RunTables(
        RunFacts facts, RunRules rules, SpooledFiles files, RunTexts texts, Utf8Files utf8) {
    private static final int THREADS = Runtime.getRuntime().availableProcessors();

    /// One side of a run.
    ///
    /// @param table its entries as columns
    /// @param matches the match that the run found for each entry, 0 for none
    public record OneSide(Table table, int[] matches) {}

    /// The rule set that a run was made with.
    public RuleSet rules(RunRow run) {
        return rules.get(run);
    }

    /// How many bytes of text a run reads of one side.
    public long bytes(RunRow run, Side side) {
        return files.bytes(
                run.workspaceId(), run.file(side).id(), rules.get(run).layout(side).choices());
    }

    /// Is what a run reads of one side a table of our own, not the file as it was delivered?
    public boolean isUnfolded(RunRow run, Side side) {
        return files.isUnfolded(
                run.workspaceId(), run.file(side).id(), rules.get(run).layout(side).choices());
    }

    /// Both sides of a run.
    public record Both(OneSide left, OneSide right) {
        public OneSide of(Side side) {
            return side == Side.LEFT ? left : right;
        }
    }

    /// All entries, read in the order in which a run reads them.
    public Both read(RunRow run) {
        RuleSet used = rules.get(run);
        Side side = Needs.first(used);
        OneSide first = read(run, side, Needs.of(used, side));
        Side other = side.other();
        OneSide second = read(run, other, Needs.of(used, other, first.table));
        return side == Side.LEFT ? new Both(first, second) : new Both(second, first);
    }

    private OneSide read(RunRow run, Side side, ColumnPlan needs) {
        RuleSet used = rules.get(run);
        Layout layout = used.layout(side);
        try (Bytes file = texts.open(run, side, layout)) {
            Table table =
                    new CsvReader(file, layout, needs, used.decimals())
                            .read(THREADS, "read " + side.word(), Progress.NONE)
                            .table();
            return new OneSide(table, facts.matches(run, side, table.rows()));
        }
    }

    /// Reads lines of a side again; one thread may use it.
    public Scope.Lines lines(RunRow run, Side side, Table table) {
        return Scope.Lines.of(reader(run, side), table);
    }

    /// What stands before the first entry of a side.
    public byte[] head(RunRow run, Side side) {
        return reader(run, side).head();
    }

    /// The names of the columns of a side.
    List<String> columns(RunRow run, Side side) {
        Layout layout = rules.get(run).layout(side);
        return Header.read(utf8.open(run, side, layout), layout.dialect()).columns();
    }

    EntryReader reader(RunRow run, Side side) {
        Layout layout = rules.get(run).layout(side);
        Bytes file = utf8.open(run, side, layout);
        return new EntryReader(file, layout, Header.read(file, layout.dialect()));
    }
}
