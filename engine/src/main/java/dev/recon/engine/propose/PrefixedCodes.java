package dev.recon.engine.propose;

import dev.recon.engine.read.ColumnProfile;
import dev.recon.engine.read.NormalForm;
import dev.recon.engine.table.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Maps columns of codes that agree in paired entries but for the letters that one side writes in
/// front: the cost center `CC100` is `100`.
final class PrefixedCodes {
    private static final int PAIRS_MIN = 20;
    private static final double AGREEMENT_MIN = 0.9;
    private static final int FIELDS_MAX = 5;

    /// So many columns of a side are enough; a file may have hundreds.
    private static final int COLUMNS_MAX = 100;

    private static final int GLANCE = 20;

    private final Draft draft;
    private final RowPairs pairs;
    private final RowPairs glance;

    PrefixedCodes(Draft draft) {
        this(draft, draft.pairs);
    }

    /// @param pairs entries that belong together
    PrefixedCodes(Draft draft, RowPairs pairs) {
        this.draft = draft;
        this.pairs = pairs;
        this.glance = pairs.first(GLANCE);
    }

    /// A column, what stands before its numbers, and the numbers of the sampled rows.
    private record Numbered(ColumnProfile column, Optional<CodePrefix> prefix, String[] numbers) {}

    /// The fields that were mapped; `own` are those that are mapped already.
    List<OwnFields.Own> map(List<OwnFields.Own> own) {
        return map(own, false);
    }

    /// The same with a blank behind the letters, `KST 1370`.
    List<OwnFields.Own> mapSpaced() {
        return map(List.of(), true);
    }

    private List<OwnFields.Own> map(List<OwnFields.Own> own, boolean spaced) {
        List<OwnFields.Own> all = new ArrayList<>(own);
        if (pairs.count() < PAIRS_MIN) {
            return all;
        }
        List<Numbered> rights = numbered(Side.RIGHT, spaced);
        for (Numbered one : numbered(Side.LEFT, spaced)) {
            for (Numbered other : rights) {
                boolean free =
                        draft.isFree(Side.LEFT, one.column)
                                && draft.isFree(Side.RIGHT, other.column);
                boolean prefixed = one.prefix.isPresent() || other.prefix.isPresent();
                if (free && prefixed && all.size() < own.size() + FIELDS_MAX) {
                    map(one, other).ifPresent(all::add);
                }
            }
        }
        return all;
    }

    /// Each column is read once, however many of the other side it is compared with.
    private List<Numbered> numbered(Side side, boolean spaced) {
        return draft.sample(side).columns().stream()
                .filter(column -> draft.isFree(side, column) && column.distinct() > 1)
                .filter(column -> KeyFinder.isKey(column))
                .filter(column -> !KeyFinder.isText(column) || (spaced && column.areSpacedCodes()))
                .limit(COLUMNS_MAX)
                .map(column -> {
                    Optional<CodePrefix> prefix = CodePrefix.spaced(draft.sample(side), column);
                    Numbered named = new Numbered(column, prefix, new String[0]);
                    String[] numbers = part(named, named).values(draft.sample(side), side);
                    return new Numbered(column, prefix, numbers);
                })
                .toList();
    }

    private static Key.Part part(Numbered one, Numbered other) {
        Key.Reading behind = new Key.Behind(one.prefix, other.prefix);
        return new Key.Part(one.column, other.column, NormalForm.NUMBER, Optional.of(behind));
    }

    private Optional<OwnFields.Own> map(Numbered one, Numbered other) {
        RowPairs.Nearness same =
                (a, b) -> !one.numbers[a].isEmpty() && one.numbers[a].equals(other.numbers[b]);
        if (glance.share(same) < AGREEMENT_MIN / 2) {
            return Optional.empty();
        }
        double agreement = pairs.share(same);
        if (agreement < AGREEMENT_MIN || pairs.shifted().share(same) > agreement / 2) {
            return Optional.empty();
        }
        Key.Part part = part(one, other);
        String field = OwnFields.free(draft, part.left().name());
        draft.map(
                field,
                Draft.Mapped.both(part.source(Side.LEFT), part.source(Side.RIGHT)),
                OptionalDouble.of(agreement),
                "same numbers in paired entries, with letters in front");
        return Optional.of(
                new OwnFields.Own(field, OwnFields.Kind.CODE, agreement, part.left().distinct()));
    }
}
