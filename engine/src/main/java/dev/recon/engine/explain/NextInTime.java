package dev.recon.engine.explain;

import dev.recon.engine.rules.Pass;
import dev.recon.engine.table.Column;
import dev.recon.engine.table.Moments;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// Which other entry comes nearest in time to one of a match, where key and amount would do: what
/// the choice by time was between. One look at the columns of both sides.
record NextInTime(Scope scope, Pass.Close pass) {
    /// The conditions of a match; that on its time says how far the next candidate is away.
    List<Condition> said(List<Condition> conditions, EntryPair pair) {
        OptionalLong next = seconds(pair);
        return next.isEmpty()
                ? conditions
                : conditions.stream()
                        .map(one ->
                                one.field().equals(Table.TIME)
                                        ? TimeConditions.withNext(one, next.getAsLong())
                                        : one)
                        .toList();
    }

    private OptionalLong seconds(EntryPair pair) {
        long fromLeft = seconds(pair.left(), pair.right());
        long fromRight = seconds(pair.right(), pair.left());
        long next = Math.min(fromLeft, fromRight);
        return next == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(next);
    }

    /// How far from an entry the nearest one is that could stand for its partner.
    private long seconds(EntryFields entry, EntryFields partner) {
        Side side = partner.side();
        Table ours = scope.table(entry.side());
        Table theirs = scope.table(side);
        int moment = Moments.at(ours, entry.row());
        long[] units = theirs.amounts().units();
        List<Column[]> keys = keys(ours, theirs);
        long nearest = Long.MAX_VALUE;
        for (int row = 0; row < theirs.rows(); row++) {
            if (row != partner.row()
                    && units[row] == partner.units()
                    && hasKey(keys, entry.row(), row)) {
                int other = Moments.at(theirs, row);
                long apart = Math.abs((long) other - moment);
                nearest = other == Moments.ABSENT ? nearest : Math.min(nearest, apart);
            }
        }
        return nearest;
    }

    private List<Column[]> keys(Table ours, Table theirs) {
        List<String> fields = new ArrayList<>(pass.key());
        fields.add(Table.CURRENCY);
        return fields.stream()
                .map(field -> new Column[] {ours.get(field), theirs.get(field)})
                .toList();
    }

    private static boolean hasKey(List<Column[]> keys, int row, int other) {
        return keys.stream().allMatch(key -> key[0].isSame(row, key[1], other));
    }
}
