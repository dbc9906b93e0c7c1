package dev.recon.engine.propose;

import dev.recon.engine.read.ColumnProfile;
import dev.recon.engine.read.ColumnType;
import dev.recon.engine.read.FieldSource;
import dev.recon.engine.read.NormalForm;
import dev.recon.engine.read.TextParts;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// Finds texts of one side in which references of the other stand, beside a common reference.
///
/// Numbers of houses are numbers of invoices now and then. So a text counts when the references in
/// it are mostly those of its own entry, or of entries that have no partner either.
final class SearchedTexts {
    private static final int TEXTS_MAX = 50_000;
    private static final double BEYOND = 2;

    private final Draft draft;
    private final Key key;

    SearchedTexts(Draft draft, Key key) {
        this.draft = draft;
        this.key = key;
    }

    void map() {
        for (Side side : List.of(Side.RIGHT, Side.LEFT)) {
            Map<String, Integer> references = references(side.other());
            for (ColumnProfile column : draft.sample(side).columns()) {
                boolean free =
                        column.type() instanceof ColumnType.Text
                                && draft.isFree(side, column)
                                && !draft.sources(side).containsKey(Table.TEXT);
                int hits = free ? hits(side, column, references) : 0;
                if (hits >= PassPlan.HITS_MIN) {
                    draft.map(
                            Table.TEXT,
                            Draft.Mapped.one(
                                    side, new FieldSource.Text(column.name(), NormalForm.WORDS)),
                            OptionalDouble.empty(),
                            hits + " references of the other side in the sample");
                }
            }
        }
    }

    /// The rows of one side by their reference; -1 where several have it.
    private Map<String, Integer> references(Side side) {
        SampleSide sample = draft.sample(side);
        String[] values = sample.values(key.first().column(side), NormalForm.CODE);
        Map<String, Integer> rows = new HashMap<>();
        for (int row = 0; row < values.length; row++) {
            if (values[row].length() >= SampleSide.VALUE_LENGTH_MIN) {
                rows.merge(values[row], row, (_, _) -> -1);
            }
        }
        return rows;
    }

    /// How many texts hold a reference that is theirs, 0 where chance may give as many.
    private int hits(Side side, ColumnProfile column, Map<String, Integer> references) {
        SampleSide sample = draft.sample(side);
        int[] partners = partners(side);
        boolean[] taken = new boolean[draft.sample(side.other()).rows()];
        Arrays.stream(partners).filter(row -> row >= 0).forEach(row -> taken[row] = true);
        IntSummaryStatistics lengths =
                references.keySet().stream().mapToInt(String::length).summaryStatistics();
        TextParts parts = new TextParts(lengths.getMin(), lengths.getMax());
        int own = 0;
        int strange = 0;
        int paired = 0;
        int rows = Math.min(sample.rows(), TEXTS_MAX);
        for (int row = 0; row < rows; row++) {
            boolean isOwn = false;
            boolean isStrange = false;
            for (String token : parts.of(sample.cell(row, column))) {
                Integer found = references.get(token);
                if (found != null) {
                    boolean free = partners[row] < 0 && (found < 0 || !taken[found]);
                    isOwn |= found == partners[row] || free;
                    isStrange |= found != partners[row] && !free;
                }
            }
            paired += partners[row] >= 0 ? 1 : 0;
            own += isOwn ? 1 : 0;
            strange += isStrange && !isOwn ? 1 : 0;
        }
        double byChance = (double) strange / Math.max(1, paired) * rows;
        return own > BEYOND * byChance ? own : 0;
    }

    /// The row of the other side that each row is paired with, -1 without one.
    private int[] partners(Side side) {
        int[] partners = new int[draft.sample(side).rows()];
        Arrays.fill(partners, -1);
        int[] rows = side == Side.LEFT ? draft.pairs.left() : draft.pairs.right();
        int[] others = side == Side.LEFT ? draft.pairs.right() : draft.pairs.left();
        for (int pair = 0; pair < rows.length; pair++) {
            partners[rows[pair]] = others[pair];
        }
        return partners;
    }
}
