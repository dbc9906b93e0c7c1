package dev.recon.engine.explain;

import dev.recon.engine.read.ArrayBytes;
import dev.recon.engine.read.CsvReader;
import dev.recon.engine.read.Entry;
import dev.recon.engine.rules.Needs;
import dev.recon.engine.rules.RuleSet;
import dev.recon.engine.table.Progress;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
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
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(from.lines().head());
        for (Entry entry : entries) {
            file.writeBytes(entry.raw().getBytes(StandardCharsets.UTF_8));
            file.write('\n');
        }
        Table table =
                new CsvReader(
                                new ArrayBytes(side.word(), file.toByteArray()),
                                rules.layout(side),
                                Needs.all(rules, side),
                                rules.decimals())
                        .read(1, "explain", Progress.NONE)
                        .table();
        if (table.rows() != rows.size()) {
            throw new IllegalStateException("lines were not understood as in their run");
        }
        return new Excerpt(entries, table);
    }
}
