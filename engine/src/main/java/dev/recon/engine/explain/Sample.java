package dev.recon.engine.explain;

import dev.recon.engine.table.Column;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import dev.recon.engine.table.TextColumn;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// Entries of a run to learn from: matches from all over it with both their sides, so that partners
/// are not torn apart, and open entries; of these every mapped field, whether a pass asks for it or
/// not.
record Sample(Table left, Table right, List<String> fields) {
    private static final int MATCHES_MAX = 1_500;
    private static final int ENTRIES_MAX = 3;
    private static final int OPEN_MAX = 500;
    private static final int FIELDS_MAX = 12;

    static Sample of(Scope scope) {
        List<Holder.Held> matches = scope.holder().sample(MATCHES_MAX);
        Table left = table(scope, Side.LEFT, matches);
        Table right = table(scope, Side.RIGHT, matches);
        return new Sample(left, right, fields(scope, left, right));
    }

    private static Table table(Scope scope, Side side, List<Holder.Held> matches) {
        Set<Integer> rows = new TreeSet<>(open(scope, side));
        matches.forEach(held -> held.rows(side).stream().limit(ENTRIES_MAX).forEach(rows::add));
        return scope.excerpt(side, List.copyOf(rows)).table();
    }

    private static List<Integer> open(Scope scope, Side side) {
        int[] open =
                IntStream.range(0, scope.table(side).rows())
                        .filter(row -> scope.holder().isOpen(side, row))
                        .toArray();
        int step = Math.max(1, (open.length + OPEN_MAX - 1) / OPEN_MAX);
        return IntStream.range(0, open.length)
                .filter(at -> at % step == 0)
                .mapToObj(at -> open[at])
                .toList();
    }

    /// What both sides have: amounts, dates, times, and the mapped texts.
    private static List<String> fields(Scope scope, Table left, Table right) {
        Set<String> fields = new LinkedHashSet<>();
        fields.add(Table.AMOUNT);
        for (String field : scope.rules().layout(Side.LEFT).fields().keySet()) {
            boolean both = scope.rules().layout(Side.RIGHT).fields().containsKey(field);
            boolean texts = isText(left.find(field)) && isText(right.find(field));
            if (both && (texts || isTyped(field)) && fields.size() < FIELDS_MAX) {
                fields.add(field);
            }
        }
        return List.copyOf(fields);
    }

    private static boolean isTyped(String field) {
        return field.equals(Table.DATE) || field.equals(Table.TIME);
    }

    private static boolean isText(Optional<Column> column) {
        return column.filter(TextColumn.class::isInstance).isPresent();
    }

    Table table(Side side) {
        return side == Side.LEFT ? left : right;
    }

    /// The free texts of a side, letters and digits only.
    List<String> codes(Side side) {
        List<String> codes = new ArrayList<>();
        if (table(side).texts().get(Table.TEXT) instanceof TextColumn column) {
            for (int row = 0; row < column.rows(); row++) {
                codes.add(Edits.code(column.text(row)));
            }
        }
        return codes;
    }
}
