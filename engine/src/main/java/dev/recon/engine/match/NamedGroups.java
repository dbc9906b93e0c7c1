package dev.recon.engine.match;

import dev.recon.engine.table.Side;
import java.util.Arrays;

/// The entries that references in texts tie together: a payment and all the invoices that it names,
/// and whatever else names one of them.
///
/// Cost: 4 bytes a row while the ties are followed, 8 bytes an entry that has one, and one sort of
/// these.
final class NamedGroups {
    private final int lefts;
    private final int[] parents;
    private final long[] members;

    /// @param edges which left entries are tied to which right ones
    NamedGroups(Stage stage, EdgeList edges) {
        this.lefts = stage.table(Side.LEFT).rows();
        this.parents = new int[lefts + stage.table(Side.RIGHT).rows()];
        Arrays.setAll(parents, node -> node);
        for (int edge = 0; edge < edges.count(); edge++) {
            join(edges.left(edge), lefts + edges.right(edge));
        }
        this.members = members(edges);
    }

    /// The group of a node is that of its first entry.
    private void join(int one, int other) {
        int first = root(one);
        int second = root(other);
        parents[Math.max(first, second)] = Math.min(first, second);
    }

    private int root(int node) {
        int at = node;
        while (parents[at] != at) {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }
        return at;
    }

    /// Group and entry of each entry that has a tie, each once, in this order.
    private long[] members(EdgeList edges) {
        long[] found = new long[edges.count() * 2];
        for (int edge = 0; edge < edges.count(); edge++) {
            long group = (long) root(edges.left(edge)) << Integer.SIZE;
            found[2 * edge] = group | edges.left(edge);
            found[2 * edge + 1] = group | (lefts + edges.right(edge));
        }
        Arrays.sort(found);
        int kept = 0;
        for (int at = 0; at < found.length; at++) {
            if (at == 0 || found[at] != found[at - 1]) {
                found[kept++] = found[at];
            }
        }
        return Arrays.copyOf(found, kept);
    }

    /// Hands over every group: pairs together, the others one by one.
    void solve(Join.Solver solver) {
        RowPairs pairs = new RowPairs();
        Block block = new Block();
        for (int start = 0; start < members.length; ) {
            block.clear();
            int end = start;
            while (end < members.length
                    && members[end] >>> Integer.SIZE == members[start] >>> Integer.SIZE) {
                add(block, (int) members[end++]);
            }
            if (end - start == 2) {
                pairs.add(block.rows(Side.LEFT)[0], block.rows(Side.RIGHT)[0]);
            } else {
                solver.block(block);
            }
            start = end;
        }
        solver.pairs(pairs);
    }

    private void add(Block block, int node) {
        if (node < lefts) {
            block.add(Side.LEFT, node);
        } else {
            block.add(Side.RIGHT, node - lefts);
        }
    }
}
