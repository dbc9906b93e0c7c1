package dev.recon.engine.propose;

import dev.recon.engine.read.ColumnProfile;
import dev.recon.engine.read.ColumnType;
import dev.recon.engine.read.DatePattern;
import dev.recon.engine.read.FieldSource;
import dev.recon.engine.table.DateColumn;
import dev.recon.engine.table.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// Maps dates beside that of the entry, such as a departure or a due day: those of both sides that
/// are the same in nearly all paired entries, whichever way each side writes them.
record OwnDates(Draft draft) {
    private static final int PAIRS_MIN = 20;
    private static final int PAIRS_MAX = 1_000;
    private static final double SAME_MIN = 0.95;
    private static final int FIELDS_MAX = 10;

    /// So many dates of a side are enough; a file may have hundreds.
    private static final int COLUMNS_MAX = 30;

    /// A column, and one way to read it.
    private record Dated(ColumnProfile column, DatePattern pattern) {}

    /// The fields that were mapped.
    List<OwnFields.Own> map() {
        List<OwnFields.Own> own = new ArrayList<>();
        if (draft.pairs.count() < PAIRS_MIN) {
            return own;
        }
        List<Dated> rights = dated(Side.RIGHT);
        for (Dated one : dated(Side.LEFT)) {
            for (Dated other : rights) {
                boolean free =
                        draft.isFree(Side.LEFT, one.column)
                                && draft.isFree(Side.RIGHT, other.column);
                double same = free && own.size() < FIELDS_MAX ? same(one, other) : 0;
                if (same >= SAME_MIN) {
                    own.add(map(one, other, same));
                }
            }
        }
        return own;
    }

    /// A line whose date cannot be read is rejected: for the sake of one more field none may be.
    private static boolean isReadable(ColumnProfile column) {
        return column.type() instanceof ColumnType.Date
                && column.confidence() == 1
                && column.distinct() > 1;
    }

    private List<Dated> dated(Side side) {
        return draft.sample(side).columns().stream()
                .filter(OwnDates::isReadable)
                .limit(COLUMNS_MAX)
                .flatMap(column ->
                        PeriodPatterns.of(draft.sample(side), column).stream()
                                .map(pattern -> new Dated(column, pattern)))
                .toList();
    }

    /// In how many of the pairs that have both the days are the same; 0 when by chance they are
    /// half as often.
    private double same(Dated one, Dated other) {
        int[] ours = draft.left.dates(one.column, one.pattern);
        int[] theirs = draft.right.dates(other.column, other.pattern);
        RowPairs.Nearness filled =
                (a, b) -> ours[a] != DateColumn.ABSENT && theirs[b] != DateColumn.ABSENT;
        RowPairs.Nearness equal = (a, b) -> ours[a] == theirs[b];
        RowPairs pairs = draft.pairs.first(PAIRS_MAX);
        double same = pairs.share(filled, equal);
        return pairs.shifted().share(filled, equal) <= same / 2 ? same : 0;
    }

    private OwnFields.Own map(Dated one, Dated other, double same) {
        String field = OwnFields.free(draft, one.column.name());
        draft.map(
                field,
                Draft.Mapped.both(
                        new FieldSource.Date(one.column.name(), one.pattern),
                        new FieldSource.Date(other.column.name(), other.pattern)),
                OptionalDouble.of(same),
                "same days in paired entries");
        return new OwnFields.Own(field, OwnFields.Kind.OTHER, same, one.column.distinct());
    }
}
