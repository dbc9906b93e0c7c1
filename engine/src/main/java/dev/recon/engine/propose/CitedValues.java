package dev.recon.engine.propose;

import dev.recon.engine.read.ColumnProfile;
import dev.recon.engine.read.NormalForm;
import dev.recon.engine.read.TextParts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;

/// The values of columns of one side, to be found in texts of the other: each text is taken apart
/// once, however many columns there are.
final class CitedValues {
    private static final int TEXTS_MAX = 50_000;

    private final Map<String, List<Integer>> columns = new HashMap<>();
    private final IntSummaryStatistics lengths = new IntSummaryStatistics();

    /// @param references columns of this side, whose values are looked for
    CitedValues(SampleSide of, List<ColumnProfile> references) {
        for (ColumnProfile reference : references) {
            for (String value : of.distinct(reference, NormalForm.CODE)) {
                columns.computeIfAbsent(value, _ -> new ArrayList<>(1)).add(reference.index());
                lengths.accept(value.length());
            }
        }
    }

    /// How many entries of each text column hold a value of each reference column of the other
    /// side, 0 for columns that are no texts, or no references.
    static int[][] hits(SampleSide of, SampleSide in) {
        CitedValues values =
                new CitedValues(of, of.columns().stream().filter(KeyFinder::isReference).toList());
        int[][] hits = new int[in.columns().size()][of.columns().size()];
        for (ColumnProfile text : in.columns().stream().filter(KeyFinder::isText).toList()) {
            int[] last = new int[of.columns().size()];
            int[] found = hits[text.index()];
            values.find(
                    in,
                    text,
                    TEXTS_MAX,
                    (row, _, reference) -> {
                        found[reference] += last[reference] == row + 1 ? 0 : 1;
                        last[reference] = row + 1;
                    });
        }
        return hits;
    }

    /// Takes a value that stands in the text of a row.
    interface Taker {
        /// One value of one column in the text of a row.
        ///
        /// @param column the number of a column that has the value
        void take(int row, String value, int column);
    }

    /// Finds all that stand in the first texts of a column.
    void find(SampleSide in, ColumnProfile text, int textsMax, Taker taker) {
        TextParts parts = new TextParts(lengths.getMin(), lengths.getMax());
        for (int row = 0; row < Math.min(in.rows(), textsMax); row++) {
            for (String code : parts.of(in.cell(row, text))) {
                for (int column : columns.getOrDefault(code, List.of())) {
                    taker.take(row, code, column);
                }
            }
        }
    }
}
