package dev.recon.engine.propose;

import dev.recon.engine.propose.AmountColumns.Found;
import dev.recon.engine.propose.AmountFinder.Choice;
import dev.recon.engine.read.ColumnProfile;
import dev.recon.engine.read.ColumnType;
import dev.recon.engine.table.Side;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The columns that both files call alike and that hold cells of the same kind: what there is to go
/// by where no values stand on both sides, or where one side has no entries.
///
/// @param left of the left file
/// @param right of the right file, in the same order
record NamedColumns(SampleSide left, SampleSide right) {
    /// One date and one currency at most: those that are called so, else the first.
    static NamedColumns of(SampleSide left, SampleSide right) {
        List<ColumnProfile> ours = new ArrayList<>();
        List<ColumnProfile> theirs = new ArrayList<>();
        Map<String, ColumnProfile> named = byName(left);
        Map<String, ColumnProfile> others = byName(right);
        if (left.rows() == 0 || right.rows() == 0) {
            new NamedRoles(left, right).rename(named, others);
        }
        named.forEach((name, one) -> {
            ColumnProfile other = others.get(name);
            if (other != null && isAlike(twin(left, one, other), twin(right, other, one))) {
                ours.add(twin(left, one, other));
                theirs.add(twin(right, other, one));
            }
        });
        Set<Integer> more = new HashSet<>(others(ours, ColumnType.Date.class, Role.DATE));
        more.addAll(others(ours, ColumnType.Currency.class, Role.CURRENCY));
        return new NamedColumns(left.with(less(ours, more)), right.with(less(theirs, more)));
    }

    /// The columns by their names without case, marks and blanks; none whose name stands twice, and
    /// none of a file that names no columns.
    private static Map<String, ColumnProfile> byName(SampleSide sample) {
        Map<String, ColumnProfile> named = new LinkedHashMap<>();
        Set<String> twice = new HashSet<>();
        boolean header = sample.inspection().dialect().header();
        for (ColumnProfile column : header ? sample.columns() : List.<ColumnProfile>of()) {
            String name = String.join("", Role.words(column.name()));
            if (name.isEmpty() || named.put(name, column) != null) {
                twice.add(name);
            }
        }
        named.keySet().removeAll(twice);
        return named;
    }

    /// A column of a file without entries holds what that of the other file does.
    private static ColumnProfile twin(SampleSide sample, ColumnProfile column, ColumnProfile of) {
        return sample.rows() > 0
                ? column
                : new ColumnProfile(
                        column.index(), column.name(), of.type(), 1, 0, 0, of.samples());
    }

    private static boolean isAlike(ColumnProfile one, ColumnProfile other) {
        boolean filled = !(one.type() instanceof ColumnType.Empty);
        boolean words = KeyFinder.isKey(one) && KeyFinder.isKey(other);
        return filled && (words || one.type().getClass() == other.type().getClass());
    }

    /// The places of all columns of a type but the one that has its role.
    private static List<Integer> others(
            List<ColumnProfile> columns, Class<? extends ColumnType> type, Role role) {
        List<Integer> places = new ArrayList<>();
        for (int at = 0; at < columns.size(); at++) {
            if (type.isInstance(columns.get(at).type())) {
                places.add(at);
            }
        }
        Optional<Integer> named =
                places.stream().filter(at -> role.isHinted(columns.get(at).name())).findFirst();
        named.or(() -> places.stream().findFirst()).ifPresent(places::remove);
        return places;
    }

    private static List<ColumnProfile> less(List<ColumnProfile> columns, Set<Integer> places) {
        List<ColumnProfile> some = new ArrayList<>();
        for (int at = 0; at < columns.size(); at++) {
            if (!places.contains(at)) {
                some.add(columns.get(at));
            }
        }
        return some;
    }

    int count() {
        return left.columns().size();
    }

    SampleSide sample(Side side) {
        return side == Side.LEFT ? left : right;
    }

    ColumnProfile column(Side side, int at) {
        return sample(side).columns().get(at);
    }

    /// Has one of the files no entries?
    boolean isOneSided() {
        return left.rows() == 0 || right.rows() == 0;
    }

    /// The field, with what a person is told of it: no values speak for it.
    ProposedField told(ProposedField field) {
        if (left.rows() == 0) {
            return field.because("by name: the left side has no entries");
        }
        if (right.rows() == 0) {
            return field.because("by name: the right side has no entries");
        }
        String none = "by name: no values tie entries together";
        return field.because(field.why().isEmpty() ? none : field.why() + "; " + none);
    }

    /// The likeliest amounts that are called alike.
    Optional<Choice> amounts(Draft draft) {
        Choice best = null;
        double most = 0;
        List<Found> theirs = amounts(draft, Side.RIGHT);
        for (Found one : amounts(draft, Side.LEFT)) {
            for (Found other : theirs) {
                double likelihood = one.likelihood() + other.likelihood();
                if (likelihood > most && areTwins(one, other)) {
                    best = new Choice(one, other);
                    most = likelihood;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private List<Found> amounts(Draft draft, Side side) {
        if (sample(side).rows() > 0) {
            return new AmountColumns(draft, side).find();
        }
        return new AmountColumns(draft, side.other())
                .find().stream()
                        .map(found ->
                                new Found(
                                        twins(side.other(), found),
                                        found.mark(),
                                        found.shape(),
                                        new long[0],
                                        found.likelihood()))
                        .toList();
    }

    private boolean areTwins(Found one, Found other) {
        return twins(Side.LEFT, one).equals(other.parts());
    }

    private List<PartColumn> twins(Side side, Found found) {
        return found.parts().stream().map(part -> part.in(twin(side, part.column()))).toList();
    }

    private ColumnProfile twin(Side side, ColumnProfile column) {
        return column(side.other(), sample(side).columns().indexOf(column));
    }
}
