package dev.recon.engine.explain;

import dev.recon.engine.read.Entry;
import dev.recon.engine.read.LinesAlone;
import dev.recon.engine.rules.Needs;
import dev.recon.engine.rules.RuleSet;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import java.util.List;

/// Some entries of one side as a table with every mapped text: what the columns of a run leave out
/// because no pass asks for it is evidence all the same.
///
/// @param entries the lines that were read again
/// @param table row n is the n-th of them
record Excerpt(List<Entry> entries, Table table) {
    /// Reads the lines of these rows again.
    static Excerpt of(RuleSet rules, Side side, Scope.OneSide from, List<Integer> rows) {
        List<Entry> entries = rows.stream().map(row -> from.lines().entry(row)).toList();
        LinesAlone alone =
                new LinesAlone(
                        side.word(), rules.layout(side), Needs.all(rules, side), rules.decimals());
        return new Excerpt(entries, alone.read(from.lines().head(), entries).table());
    }
}
