package dev.recon.engine.match;

import dev.recon.engine.rate.Counting;
import dev.recon.engine.table.Side;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What people decided before this run, as rows of its tables. It binds before every pass.
///
/// @param pins entries that were matched by hand
/// @param vetoes pairs that no pass may match
/// @param ownVetoes pairs of one side that no pass may match
public record Decisions(List<Pin> pins, List<Veto> vetoes, List<OwnVeto> ownVetoes) {
    public static final Decisions NONE = new Decisions(List.of(), List.of());

    /// Decisions that part no entries of one side.
    public Decisions(List<Pin> pins, List<Veto> vetoes) {
        this(pins, vetoes, List.of());
    }

    /// Entries that belong together because a person said so: two rows or more, on both sides or on
    /// one alone.
    public record Pin(List<Integer> left, List<Integer> right) {
        public Pin {
            left = left.stream().sorted().toList();
            right = right.stream().sorted().toList();
            if (left.size() + right.size() < 2) {
                throw new IllegalArgumentException("a match by hand has two entries or more");
            }
        }

        /// Can its amounts be set against each other: are they of one currency, or does each of the
        /// converted side have a worth in the one of the other?
        public boolean isCountable(Counting counting) {
            return counting.isCountable(rows(left), rows(right));
        }

        private static int[] rows(List<Integer> rows) {
            return rows.stream().mapToInt(Integer::intValue).toArray();
        }
    }

    /// Two entries that never belong together.
    public record Veto(int left, int right) {}

    /// Two entries of one side that never cancel each other: no match of that side alone has both.
    public record OwnVeto(Side side, int one, int other) {}

    /// Entries that a person parted: no left one belongs to a right one; where all are of one side,
    /// no two of them cancel each other.
    public record Parted(List<Integer> left, List<Integer> right) {
        public Parted {
            left = List.copyOf(left);
            right = List.copyOf(right);
        }

        /// The pairs of both sides.
        public Stream<Veto> vetoes() {
            return left.stream().flatMap(one -> right.stream().map(other -> new Veto(one, other)));
        }

        /// The pairs of the one side, where there is only one.
        public Stream<OwnVeto> ownVetoes() {
            return right.isEmpty()
                    ? pairs(Side.LEFT, left)
                    : left.isEmpty() ? pairs(Side.RIGHT, right) : Stream.empty();
        }

        private static Stream<OwnVeto> pairs(Side side, List<Integer> rows) {
            return rows.stream()
                    .flatMap(one ->
                            rows.stream()
                                    .filter(other -> one < other)
                                    .map(other -> new OwnVeto(side, one, other)));
        }
    }

    /// The same without what was matched by hand: what no pass may match.
    public Decisions parting() {
        return new Decisions(List.of(), vetoes, ownVetoes);
    }

    /// Did a person say that two entries do not belong together?
    public boolean parts(int left, int right) {
        return vetoes.contains(new Veto(left, right));
    }

    /// Did a person say that two entries of one side do not cancel each other?
    public boolean parts(Side side, int one, int other) {
        return ownVetoes.contains(new OwnVeto(side, one, other))
                || ownVetoes.contains(new OwnVeto(side, other, one));
    }

    public Decisions {
        pins = List.copyOf(pins);
        vetoes = List.copyOf(vetoes);
        ownVetoes = List.copyOf(ownVetoes);
        Set<Integer> lefts = new HashSet<>();
        Set<Integer> rights = new HashSet<>();
        for (Pin pin : pins) {
            requireFree(pin.left, lefts, "left");
            requireFree(pin.right, rights, "right");
        }
    }

    private static void requireFree(List<Integer> rows, Set<Integer> seen, String side) {
        for (int row : rows) {
            if (!seen.add(row)) {
                throw new IllegalArgumentException(
                        "row " + row + " of the " + side + " is matched by hand twice");
            }
        }
    }
}
