package dev.recon.engine.match;

import dev.recon.engine.rules.Pass;
import dev.recon.engine.table.DateColumn;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/// The order date (absent last), amount, content of entries, as the passes count dates.
///
/// @param textFields the text columns of the tables
/// @param asTheyAre entries as their files have them, where a pass sees others
record PlainOrder(List<String> textFields, Map<TestEntry, TestEntry> asTheyAre) {
    /// The place of each row.
    Map<Integer, Integer> places(List<TestEntry> entries, List<Integer> rows, Pass pass) {
        Map<Integer, Integer> places = new HashMap<>();
        sorted(entries, rows, pass).forEach(row -> places.put(row, places.size()));
        return places;
    }

    List<Integer> sorted(List<TestEntry> entries, List<Integer> rows, Pass pass) {
        List<String> similar = pass instanceof Pass.Close close ? close.similar() : List.of();
        ToLongFunction<Integer> day =
                row -> {
                    int counted = PlainCandidate.day(pass, entries.get(row));
                    return counted == DateColumn.ABSENT ? Long.MAX_VALUE : counted;
                };
        Comparator<Integer> byContent =
                (one, other) ->
                        Arrays.compareUnsigned(
                                content(entries.get(one), similar),
                                content(entries.get(other), similar));
        return rows.stream()
                .sorted()
                .sorted(
                        Comparator.comparingLong(day)
                                .thenComparingLong(row -> entries.get(row).units())
                                .thenComparing(byContent))
                .toList();
    }

    private long[] content(TestEntry entry, List<String> similar) {
        return PlainContent.of(entry, similar, textFields, asTheyAre.getOrDefault(entry, entry));
    }
}
