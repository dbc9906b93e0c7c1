package dev.recon.engine.match;

import dev.recon.engine.table.DateColumn;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import java.util.Arrays;
import java.util.List;

/// Sorts single candidates by rank: difference of amounts, distance of dates, then the sum of the
/// places of both entries in the order date, amount, content of all entries of the list.
final class EdgeRank {
    private final Stage stage;
    private final RowPairs edges;
    private final Radix radix = new Radix();
    private final Order left;
    private final Order right;

    EdgeRank(Stage stage, RowPairs edges) {
        this.stage = stage;
        this.edges = edges;
        this.left = order(Side.LEFT, Arrays.copyOf(edges.left, edges.count));
        this.right = order(Side.RIGHT, Arrays.copyOf(edges.right, edges.count));
    }

    /// The entries of a side, ascending, and the place of each.
    private record Order(int[] rows, int[] places) {
        int place(int row) {
            return places[Arrays.binarySearch(rows, row)];
        }
    }

    void sort() {
        long[] keys = new long[edges.count];
        int[] order = new int[edges.count];
        int[] lefts = Arrays.copyOf(edges.left, edges.count);
        int[] rights = Arrays.copyOf(edges.right, edges.count);
        Table ours = stage.table(Side.LEFT);
        Table theirs = stage.table(Side.RIGHT);
        for (int edge = 0; edge < edges.count; edge++) {
            order[edge] = edge;
            keys[edge] = (long) left.place(lefts[edge]) + right.place(rights[edge]);
        }
        radix.sort(keys, order, 0, edges.count);
        for (int at = 0; at < edges.count; at++) {
            int leftDay = ours.dates().days()[lefts[order[at]]];
            keys[at] = Nearness.distance(leftDay, theirs.dates().days()[rights[order[at]]]);
        }
        radix.sort(keys, order, 0, edges.count);
        for (int at = 0; at < edges.count; at++) {
            long leftUnits = ours.amounts().units()[lefts[order[at]]];
            keys[at] = Math.abs(leftUnits - theirs.amounts().units()[rights[order[at]]]);
        }
        radix.sort(keys, order, 0, edges.count);
        for (int at = 0; at < edges.count; at++) {
            edges.left[at] = lefts[order[at]];
            edges.right[at] = rights[order[at]];
        }
    }

    private Order order(Side side, int[] repeated) {
        int[] rows = Arrays.stream(repeated).sorted().distinct().toArray();
        Table table = stage.table(side);
        long[] keys = new long[rows.length];
        int[] order = rows.clone();
        for (int at = 0; at < order.length; at++) {
            keys[at] = table.amounts().units()[order[at]] ^ Long.MIN_VALUE;
        }
        radix.sort(keys, order, 0, order.length);
        for (int at = 0; at < order.length; at++) {
            int day = table.dates().days()[order[at]];
            keys[at] = day == DateColumn.ABSENT ? Long.MAX_VALUE : day - (long) Integer.MIN_VALUE;
        }
        radix.sort(keys, order, 0, order.length);
        orderTies(table, new Content(table, List.of(), stage.inputs().content(side)), order);
        int[] places = new int[rows.length];
        for (int at = 0; at < order.length; at++) {
            places[Arrays.binarySearch(rows, order[at])] = at;
        }
        return new Order(rows, places);
    }

    private static void orderTies(Table table, Content content, int[] rows) {
        int from = 0;
        while (from < rows.length) {
            int to = from + 1;
            while (to < rows.length && isTied(table, rows[from], rows[to])) {
                to++;
            }
            if (to - from > 1) {
                content.orderByLine(rows, from, to);
            }
            from = to;
        }
    }

    private static boolean isTied(Table table, int row, int other) {
        return table.amounts().units()[row] == table.amounts().units()[other]
                && table.dates().days()[row] == table.dates().days()[other];
    }
}
