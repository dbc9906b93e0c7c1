package dev.recon.engine.propose;

import dev.recon.engine.read.ColumnType;
import dev.recon.engine.read.Inspection;
import dev.recon.engine.rules.RuleSet;
import dev.recon.engine.table.Side;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// The columns of a file that no field reads: whatever they say, it is compared with nothing, and
/// whoever trusts a clean result has to know that.
public final class UnreadColumns {
    private UnreadColumns() {}

    /// Their names, in the order of the file; empty columns are not among them.
    public static List<String> of(RuleSet rules, Side side, Inspection inspection) {
        Set<String> read =
                rules.layout(side).fields().values().stream()
                        .flatMap(source -> source.columns().stream())
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet());
        return inspection.columns().stream()
                .filter(column -> !(column.type() instanceof ColumnType.Empty))
                .map(column -> column.name())
                .filter(name -> !read.contains(name.toLowerCase(Locale.ROOT)))
                .toList();
    }
}
