package dev.recon.engine.propose;

import dev.recon.engine.propose.AmountFinder.Choice;
import dev.recon.engine.read.ColumnProfile;
import dev.recon.engine.read.ColumnType;
import dev.recon.engine.read.NormalForm;
import dev.recon.engine.table.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The key among columns that are called alike: one that tells entries apart on both sides, else
/// two or three that do together.
///
/// It has no value on both sides. Values that both sides have were looked at before, and they tied
/// no entries together: numbers of rows are on both sides and mean nothing.
record NamedKey(NamedColumns columns, Optional<Choice> amounts) {
    private static final int PARTS_MAX = 3;
    private static final int COLUMNS_MAX = 8;
    private static final double UNIQUE_MIN = 0.95;
    private static final double FILLED_MIN = 0.98;

    Optional<Key> find() {
        List<Key.Part> singles = parts();
        List<List<Key.Part>> narrower = List.of(List.of());
        for (int width = 1; width <= PARTS_MAX; width++) {
            List<List<Key.Part>> wider = new ArrayList<>();
            for (List<Key.Part> parts : narrower) {
                int last = parts.isEmpty() ? -1 : singles.indexOf(parts.getLast());
                for (Key.Part part : singles.subList(last + 1, singles.size())) {
                    List<Key.Part> all = new ArrayList<>(parts);
                    all.add(part);
                    wider.add(all);
                }
            }
            Optional<Key> found =
                    wider.stream()
                            .map(parts -> new Key(parts, Optional.empty(), 0))
                            .filter(this::isKey)
                            .findFirst();
            if (found.isPresent()) {
                return found;
            }
            narrower = wider;
        }
        // where one side has no entries, nothing can be told apart wrongly
        return columns.isOneSided()
                ? singles.stream().findFirst().map(part -> Key.of(part, Optional.empty(), 0))
                : Optional.empty();
    }

    private boolean isKey(Key key) {
        if (key.parts().stream().allMatch(Key.Part::isDate)) {
            return false;
        }
        String[] ours = key.values(columns.left(), Side.LEFT);
        String[] theirs = key.values(columns.right(), Side.RIGHT);
        Set<String> values = CompositeKeys.filled(ours);
        return tellsApart(ours)
                && tellsApart(theirs)
                && Collections.disjoint(values, CompositeKeys.filled(theirs));
    }

    private static boolean tellsApart(String[] values) {
        long filled = Arrays.stream(values).filter(value -> !value.isEmpty()).count();
        return values.length == 0
                || (filled >= values.length * FILLED_MIN
                        && CompositeKeys.uniqueness(values) >= UNIQUE_MIN);
    }

    /// Those that are called a reference first, texts and dates last.
    private List<Key.Part> parts() {
        List<Key.Part> parts = new ArrayList<>();
        for (int at = 0; at < columns.count(); at++) {
            part(columns.column(Side.LEFT, at), columns.column(Side.RIGHT, at))
                    .ifPresent(parts::add);
        }
        parts.sort(
                Comparator.<Key.Part, Boolean>comparing(part -> part.isDate())
                        .thenComparing(part -> !Role.REFERENCE.isHinted(part.left().name()))
                        .thenComparing(part -> part.form() == NormalForm.WORDS));
        List<Key.Part> some = new ArrayList<>(parts.stream().limit(COLUMNS_MAX).toList());
        parts.stream().skip(COLUMNS_MAX).filter(Key.Part::isDate).forEach(some::add);
        return some;
    }

    private Optional<Key.Part> part(ColumnProfile one, ColumnProfile other) {
        if (one.type() instanceof ColumnType.Date ours
                && other.type() instanceof ColumnType.Date theirs) {
            Key.Reading dates =
                    new Key.Dates(ours.patterns().getFirst(), theirs.patterns().getFirst());
            return Optional.of(new Key.Part(one, other, NormalForm.EXACT, Optional.of(dates)));
        }
        if (!KeyFinder.isKey(one) || !KeyFinder.isKey(other) || isCounted(one)) {
            return Optional.empty();
        }
        boolean text = KeyFinder.isText(one) || KeyFinder.isText(other);
        boolean padded = columns.left().isPadded(one) || columns.right().isPadded(other);
        NormalForm code = padded ? NormalForm.NUMBER : NormalForm.CODE;
        return Optional.of(new Key.Part(one, other, text ? NormalForm.WORDS : code));
    }

    /// Is it the amount, or called like one?
    private boolean isCounted(ColumnProfile left) {
        boolean amount =
                amounts.map(AmountFinder.Choice::left)
                        .filter(found -> found.isIn(left))
                        .isPresent();
        boolean number = left.type() instanceof ColumnType.Amount;
        boolean called =
                !Role.REFERENCE.isHinted(left.name())
                        && List.of(Role.AMOUNT, Role.DEBIT, Role.CREDIT, Role.BALANCE).stream()
                                .anyMatch(role -> role.isHinted(left.name()));
        return amount || (number && called);
    }
}
