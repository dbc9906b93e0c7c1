package dev.recon.engine.fee;

import dev.recon.engine.table.Column;
import dev.recon.engine.table.Limits;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.TextColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// The fields by which differences may have schedules of their own: account, party, and what else
/// is in memory.
///
/// The value of a pair is that of its gross entry, or else that of its net one.
final class FeeGroups {
    private final Differences pairs;
    private final List<String> fields;

    FeeGroups(Differences pairs) {
        this.pairs = pairs;
        TreeSet<String> names = new TreeSet<>(pairs.table(Side.LEFT).texts().keySet());
        names.addAll(pairs.table(Side.RIGHT).texts().keySet());
        this.fields = names.stream().limit(Limits.FEE_FIELDS_MAX).toList();
    }

    int count() {
        return fields.size();
    }

    String name(int field) {
        return fields.get(field);
    }

    /// The hash of the field's value, 0 where neither entry has one.
    long hash(int field, Side gross, int leftRow, int rightRow) {
        long own = hash(field, gross, gross == Side.LEFT ? leftRow : rightRow);
        Side net = gross.other();
        return own != 0 ? own : hash(field, net, net == Side.LEFT ? leftRow : rightRow);
    }

    long hash(int field, Side side, int row) {
        Column column = pairs.table(side).texts().get(fields.get(field));
        return column == null ? 0 : column.hash(row);
    }

    /// The value itself where it is in memory.
    String value(int field, Side gross, int pair) {
        for (Side side : new Side[] {gross, gross.other()}) {
            Column column = pairs.table(side).texts().get(fields.get(field));
            int row = pairs.row(side, pair);
            if (column != null && column.isPresent(row)) {
                return column instanceof TextColumn text ? text.text(row) : "";
            }
        }
        return "";
    }

    /// The pairs of each value that at least [ScheduleFinder#FITS_MIN] of them share, the largest
    /// groups first; at most [Limits#FEE_GROUPS_MAX] groups.
    List<int[]> of(int field, Side gross, int[] some) {
        Map<Long, int[]> counts = new HashMap<>();
        long[] hashes = new long[some.length];
        for (int at = 0; at < some.length; at++) {
            hashes[at] = hash(field, gross, pairs.left(some[at]), pairs.right(some[at]));
            counts.computeIfAbsent(hashes[at], _ -> new int[1])[0]++;
        }
        counts.remove(0L);
        counts.values().removeIf(count -> count[0] < ScheduleFinder.FITS_MIN);
        List<Long> largest = new ArrayList<>(counts.keySet());
        largest.sort((one, other) -> {
            int bySize = Integer.compare(size(counts, other), size(counts, one));
            return bySize != 0 ? bySize : Long.compare(one, other);
        });
        Map<Long, int[]> groups = new HashMap<>();
        List<int[]> ordered = new ArrayList<>();
        for (long hash : largest.subList(0, Math.min(largest.size(), Limits.FEE_GROUPS_MAX))) {
            int[] group = new int[size(counts, hash)];
            groups.put(hash, group);
            ordered.add(group);
        }
        Map<Long, int[]> filled = new HashMap<>();
        for (int at = 0; at < some.length; at++) {
            int[] group = groups.get(hashes[at]);
            if (group != null) {
                group[filled.computeIfAbsent(hashes[at], _ -> new int[1])[0]++] = some[at];
            }
        }
        return ordered;
    }

    private static int size(Map<Long, int[]> counts, long hash) {
        int[] count = counts.get(hash);
        return count == null ? 0 : Arrays.stream(count).sum();
    }
}
