package dev.recon.engine.propose;

import dev.recon.engine.read.ColumnProfile;
import dev.recon.engine.read.NormalForm;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How many values each column of the left has in common with each column of the right.
///
/// Files of hundreds of columns have tens of thousands of pairs of them: each value is looked up
/// once, not once for every pair.
///
/// @param counts by the number of the left column and that of the right one
record CommonValues(int[][] counts) {
    static CommonValues of(List<Set<String>> left, List<Set<String>> right) {
        Map<String, List<Integer>> columns = new HashMap<>();
        for (int column = 0; column < right.size(); column++) {
            for (String value : right.get(column)) {
                columns.computeIfAbsent(value, _ -> new ArrayList<>(1)).add(column);
            }
        }
        int[][] counts = new int[left.size()][right.size()];
        for (int column = 0; column < counts.length; column++) {
            for (String value : left.get(column)) {
                for (int other : columns.getOrDefault(value, List.of())) {
                    counts[column][other]++;
                }
            }
        }
        return new CommonValues(counts);
    }

    int count(int left, int right) {
        return counts[left][right];
    }

    /// The same by the form that values are brought into: each form is counted when it is asked
    /// for.
    static final class ByForm {
        /// The values of each column of a side, none where its values are not to be counted.
        interface Values {
            List<Set<String>> of(SampleSide sample, NormalForm form);
        }

        private final SampleSide left;
        private final SampleSide right;
        private final Values values;
        private final Map<NormalForm, CommonValues> counted = new EnumMap<>(NormalForm.class);

        ByForm(SampleSide left, SampleSide right, Values values) {
            this.left = left;
            this.right = right;
            this.values = values;
        }

        int count(ColumnProfile one, ColumnProfile other, NormalForm form) {
            return counted.computeIfAbsent(
                            form,
                            _ -> CommonValues.of(values.of(left, form), values.of(right, form)))
                    .count(one.index(), other.index());
        }
    }

    /// How many values two columns have in common.
    static <T> int of(Set<T> ones, Set<T> others) {
        if (ones.size() > others.size()) {
            return of(others, ones);
        }
        return (int) ones.stream().filter(others::contains).count();
    }
}
