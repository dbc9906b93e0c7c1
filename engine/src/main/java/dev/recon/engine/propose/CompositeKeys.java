package dev.recon.engine.propose;

import dev.recon.engine.read.ColumnProfile;
import dev.recon.engine.read.NormalForm;
import dev.recon.engine.table.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Keys of two or three columns, such as company and document number: each column has the same
/// values on both sides, none tells entries apart by itself, together they do.
final class CompositeKeys {
    private static final int PARTS_MAX = 3;
    private static final int CANDIDATES_MAX = 8;
    private static final double FILLED_MIN = 0.98;
    private static final double COMMON_MIN = 0.5;

    /// So many of the entries a composite key must tell apart: it has no other merit.
    static final double UNIQUE_MIN = 0.9;

    private final SampleSide left;
    private final SampleSide right;

    CompositeKeys(SampleSide left, SampleSide right) {
        this.left = left;
        this.right = right;
    }

    /// All that tell nearly all entries apart and have half their values on both sides; no wider
    /// one where a narrower one is enough.
    List<Key> find() {
        List<List<Key.Part>> narrower =
                new ArrayList<>(candidates().stream().map(List::of).toList());
        List<Key.Part> singles = narrower.stream().map(List::getFirst).toList();
        for (int width = 2; width <= PARTS_MAX; width++) {
            List<List<Key.Part>> wider = new ArrayList<>();
            List<Key> found = new ArrayList<>();
            for (List<Key.Part> parts : narrower) {
                int last = singles.indexOf(parts.getLast());
                for (Key.Part part : singles.subList(last + 1, singles.size())) {
                    if (parts.stream().noneMatch(other -> isShared(part, other))) {
                        List<Key.Part> both = new ArrayList<>(parts);
                        both.add(part);
                        wider.add(both);
                        key(both).ifPresent(found::add);
                    }
                }
            }
            if (!found.isEmpty()) {
                return found;
            }
            narrower = wider;
        }
        return List.of();
    }

    private static boolean isShared(Key.Part one, Key.Part other) {
        return one.left().index() == other.left().index()
                || one.right().index() == other.right().index();
    }

    private Optional<Key> key(List<Key.Part> parts) {
        Key key = new Key(parts, Optional.empty(), 0);
        String[] ours = key.values(left, Side.LEFT);
        String[] theirs = key.values(right, Side.RIGHT);
        if (Math.min(uniqueness(ours), uniqueness(theirs)) < UNIQUE_MIN) {
            return Optional.empty();
        }
        Set<String> values = filled(ours);
        Set<String> others = filled(theirs);
        int fewer = Math.min(values.size(), others.size());
        values.retainAll(others);
        return values.size() < fewer * COMMON_MIN
                ? Optional.empty()
                : Optional.of(new Key(parts, Optional.empty(), values.size()));
    }

    /// How many of the filled values are different, 0 to 1.
    static double uniqueness(String[] values) {
        long filled = Arrays.stream(values).filter(value -> !value.isEmpty()).count();
        return (double) filled(values).size() / Math.max(1, filled);
    }

    private static Set<String> filled(String[] values) {
        Set<String> filled = new HashSet<>(Arrays.asList(values));
        filled.remove("");
        return filled;
    }

    /// The columns of codes that have most of their values on both sides, those with the most
    /// values first.
    private List<Key.Part> candidates() {
        List<Key.Part> parts = new ArrayList<>();
        for (ColumnProfile one : left.columns()) {
            for (ColumnProfile other : right.columns()) {
                if (isPart(one, left) && isPart(other, right)) {
                    part(one, other).ifPresent(parts::add);
                }
            }
        }
        parts.sort(
                Comparator.<Key.Part>comparingInt(CompositeKeys::distinct)
                        .reversed()
                        .thenComparingInt(part -> part.left().index() + part.right().index()));
        return parts.subList(0, Math.min(parts.size(), CANDIDATES_MAX));
    }

    private static int distinct(Key.Part part) {
        return Math.min(part.left().distinct(), part.right().distinct());
    }

    private static boolean isPart(ColumnProfile column, SampleSide sample) {
        return KeyFinder.isKey(column)
                && !KeyFinder.isText(column)
                && column.distinct() > 1
                && column.filled() >= sample.rows() * FILLED_MIN;
    }

    private Optional<Key.Part> part(ColumnProfile one, ColumnProfile other) {
        boolean padded = left.isPadded(one) || right.isPadded(other);
        NormalForm form = padded ? NormalForm.NUMBER : NormalForm.CODE;
        Set<String> values = filled(left.values(one, form));
        Set<String> others = filled(right.values(other, form));
        int fewer = Math.min(values.size(), others.size());
        values.retainAll(others);
        return values.size() >= fewer * COMMON_MIN && values.size() > 1
                ? Optional.of(new Key.Part(one, other, form))
                : Optional.empty();
    }
}
