package dev.recon.engine.match;

import dev.recon.engine.table.Side;
import java.util.Arrays;

/// Matches that are no pairs: any number of entries of each side, also of one side alone.
///
/// Compact arrays, 4 bytes an entry and 14 a group, so that a million groups are no burden. A group
/// is written entry by entry: [#add] its entries, then [#close] it. Threads write to lists of their
/// own, which are put together afterwards.
final class Groups {
    private final Members left = new Members();
    private final Members right = new Members();
    private short[] labels = new short[16];
    private float[] confidences = new float[16];
    private int count;

    /// The entries of one side, group after group, and which of them are used in part.
    private static final class Members {
        private int[] rows = new int[16];
        private int[] ends = new int[16];
        private int used;
        private final Allocations parts = new Allocations();

        int start(int group) {
            return group == 0 ? 0 : ends[group - 1];
        }

        void add(int row) {
            if (used == rows.length) {
                rows = Arrays.copyOf(rows, used * 2);
            }
            rows[used++] = row;
        }

        void close(int group) {
            if (group == ends.length) {
                ends = Arrays.copyOf(ends, group * 2);
            }
            ends[group] = used;
            Arrays.sort(rows, start(group), used);
        }
    }

    private Members of(Side side) {
        return side == Side.LEFT ? left : right;
    }

    int count() {
        return count;
    }

    /// The group that is being written gets one more entry.
    void add(Side side, int row) {
        of(side).add(row);
    }

    /// The group that is being written gets a part of an entry; the rest of it stays open.
    void addPart(Side side, int row, long units) {
        of(side).add(row);
        of(side).parts.add(row, units);
    }

    /// Ends the group that is being written; its entries are sorted.
    void close(int label, float confidence) {
        if (count == labels.length) {
            labels = Arrays.copyOf(labels, count * 2);
            confidences = Arrays.copyOf(confidences, count * 2);
        }
        left.close(count);
        right.close(count);
        if (size(Side.LEFT, count) + size(Side.RIGHT, count) < 2) {
            throw new IllegalArgumentException("a match holds two entries or more");
        }
        labels[count] = (short) label;
        confidences[count++] = confidence;
    }

    int size(Side side, int group) {
        return of(side).ends[group] - of(side).start(group);
    }

    /// The entries of one side, ascending.
    int[] rows(Side side, int group) {
        return rows(side, group, Integer.MAX_VALUE);
    }

    /// The first entries of one side, ascending, at most so many.
    int[] rows(Side side, int group, int most) {
        Members members = of(side);
        int start = members.start(group);
        return Arrays.copyOfRange(members.rows, start, start + Math.min(most, size(side, group)));
    }

    /// The first entry of one side, -1 when the group has none there.
    int first(Side side, int group) {
        return size(side, group) == 0 ? -1 : of(side).rows[of(side).start(group)];
    }

    int label(int group) {
        return labels[group] & 0xFFFF;
    }

    float confidence(int group) {
        return confidences[group];
    }

    /// The same groups, all with one confidence: one that is known when all are found.
    Groups withConfidence(float confidence) {
        Arrays.fill(confidences, 0, count, confidence);
        return this;
    }

    /// Which entries of a side are used in part.
    Allocations parts(Side side) {
        return of(side).parts;
    }

    /// The number of entries of a side in all groups.
    int entries(Side side) {
        return of(side).used;
    }

    /// Adds the groups of another list behind these.
    void addAll(Groups others) {
        for (int group = 0; group < others.count; group++) {
            for (Side side : Side.values()) {
                Members members = others.of(side);
                for (int at = members.start(group); at < members.ends[group]; at++) {
                    add(side, members.rows[at]);
                }
            }
            close(others.label(group), others.confidence(group));
        }
        left.parts.addAll(others.left.parts);
        right.parts.addAll(others.right.parts);
    }
}
