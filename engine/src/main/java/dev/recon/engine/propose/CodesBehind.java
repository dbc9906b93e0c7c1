package dev.recon.engine.propose;

import dev.recon.engine.read.ColumnProfile;
import dev.recon.engine.read.NormalForm;
import dev.recon.engine.table.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Keys of numbers before which one side writes something that the other does not have.
final class CodesBehind {
    /// So many columns of a side are looked at for marks; a file may have hundreds.
    private static final int MARKED_MAX = 10;

    private final SampleSide left;
    private final SampleSide right;
    private final Map<String, Optional<CodePrefix>> prefixes = new HashMap<>();
    private final Map<String, Set<String>> numbers = new HashMap<>();

    CodesBehind(SampleSide left, SampleSide right) {
        this.left = left;
        this.right = right;
    }

    /// Numbers of which one side writes letters in front, always or at times, or both do; or of
    /// which one shows the last figures alone.
    Optional<Key> find(ColumnProfile one, ColumnProfile other) {
        Optional<Key.Reading> masked =
                MaskedCodes.reading(
                        new MaskedCodes.Of(left, one), new MaskedCodes.Of(right, other));
        if (masked.isPresent()) {
            return key(part(one, other, masked.get()));
        }
        Optional<CodePrefix> ours = prefix(Side.LEFT, one);
        Optional<CodePrefix> theirs = prefix(Side.RIGHT, other);
        return ours.isEmpty() && theirs.isEmpty()
                ? Optional.empty()
                : key(part(one, other, new Key.Behind(ours, theirs)));
    }

    /// What stands behind marks, wherever one side is alike the other then, and its codes are still
    /// as different as before: asked where nothing else is found.
    List<Key> findUpToMarks() {
        List<Marked> ours = marked(left);
        List<Marked> theirs = marked(right);
        List<Key> keys = new ArrayList<>();
        for (Marked one : ours) {
            for (Marked other : theirs) {
                boolean isPlain = one.prefix.isEmpty() && other.prefix.isEmpty();
                if (!isPlain) {
                    Key.Reading reading = new Key.Behind(one.prefix, other.prefix);
                    key(part(one.column, other.column, reading)).ifPresent(keys::add);
                }
            }
        }
        return keys;
    }

    /// A column read behind something, or as it stands.
    private record Marked(ColumnProfile column, Optional<CodePrefix> prefix) {}

    private static List<Marked> marked(SampleSide sample) {
        List<Marked> readings = new ArrayList<>();
        sample.columns().stream()
                .filter(column -> column.isUnique() && KeyFinder.isKey(column))
                .filter(column -> !KeyFinder.isText(column))
                .limit(MARKED_MAX)
                .forEach(column -> {
                    readings.add(new Marked(column, Optional.empty()));
                    CodePrefix.upToMarks(sample, column).stream()
                            .map(prefix -> new Marked(column, Optional.of(prefix)))
                            .filter(read -> tellsAsMuch(sample, read))
                            .forEach(readings::add);
                });
        return readings;
    }

    /// Are the codes behind the marks as different as the whole ones?
    private static boolean tellsAsMuch(SampleSide sample, Marked read) {
        Key.Part part = part(read.column, read.column, new Key.Behind(read.prefix, read.prefix));
        long different =
                Arrays.stream(part.values(sample, Side.LEFT))
                        .filter(value -> !value.isEmpty())
                        .distinct()
                        .count();
        return different >= read.column.distinct() * KeyFinder.UNIQUE_ENOUGH;
    }

    private static Key.Part part(ColumnProfile one, ColumnProfile other, Key.Reading reading) {
        return new Key.Part(one, other, NormalForm.NUMBER, Optional.of(reading));
    }

    /// The key of a part, where both sides have enough of its numbers.
    private Optional<Key> key(Key.Part part) {
        Set<String> values = meaningful(part, Side.LEFT);
        Set<String> others = meaningful(part, Side.RIGHT);
        int hits = CommonValues.of(values, others);
        int fewer = Math.min(values.size(), others.size());
        boolean complete = left.inspection().isComplete() && right.inspection().isComplete();
        return KeyFinder.isEnough(hits, fewer, complete)
                ? Optional.of(Key.of(part, Optional.empty(), hits))
                : Optional.empty();
    }

    private Optional<CodePrefix> prefix(Side side, ColumnProfile column) {
        return prefixes.computeIfAbsent(
                side.word() + column.index(), _ -> CodePrefix.of(sample(side), column));
    }

    /// The numbers of one side; a column has them behind its prefix, or it has none.
    Set<String> meaningful(Key.Part part, Side side) {
        ColumnProfile column = part.column(side);
        Optional<CodePrefix> prefix =
                part.reading()
                        .flatMap(how ->
                                how instanceof Key.Behind of ? of.of(side) : Optional.empty());
        return prefix.map(behind -> behind.number().regex())
                .map(regex ->
                        numbers.computeIfAbsent(
                                side.word() + column.index() + regex,
                                _ ->
                                        Arrays.stream(part.values(sample(side), side))
                                                .filter(value ->
                                                        value.length()
                                                                >= SampleSide.VALUE_LENGTH_MIN)
                                                .collect(Collectors.toSet())))
                .orElseGet(() -> sample(side).distinct(column, part.form()));
    }

    private SampleSide sample(Side side) {
        return side == Side.LEFT ? left : right;
    }
}
