package dev.recon.formats.tree;

import java.util.List;

/// How places in a tree are written: `/data/rows` for a node, `amount.value` for a column.
final class Paths {
    private Paths() {}

    /// The path of a node; nodes without a name (those of a list within a list, the root of a JSON
    /// document) are not written.
    static String of(List<String> names) {
        var path = new StringBuilder();
        for (String name : names) {
            if (!name.isEmpty()) {
                path.append('/').append(name);
            }
        }
        return path.isEmpty() ? "/" : path.toString();
    }

    /// The column of a value below the node that has `depth` names.
    static String column(List<String> names, int depth) {
        var column = new StringBuilder();
        for (String name : names.subList(depth, names.size())) {
            if (!name.isEmpty()) {
                column.append(column.isEmpty() ? "" : ".").append(name);
            }
        }
        return column.isEmpty() ? "value" : column.toString();
    }
}
