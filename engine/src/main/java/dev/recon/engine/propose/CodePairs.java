package dev.recon.engine.propose;

import dev.recon.engine.read.ColumnProfile;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// How often the codes of two columns stand together in paired entries.
///
/// @param table for each left code the right one that it stands for
/// @param kept the share of pairs that the table explains, 0 to 1
/// @param keptOfOthers the same without the pairs of the commonest left code
/// @param others how many pairs that are
record CodePairs(SequencedMap<String, String> table, double kept, double keptOfOthers, int others) {
    private static final int EACH_MIN = 3;
    private static final double EACH_SHARE_MIN = 0.8;
    private static final double KEPT_MIN = 0.95;
    private static final double KEPT_OF_OTHERS_MIN = 0.8;
    private static final int OTHERS_MIN = 5;
    private static final int SHOWN_MAX = 3;

    static CodePairs of(Draft draft, RowPairs pairs, ColumnProfile left, ColumnProfile right) {
        Map<String, Map<String, Integer>> counts = new TreeMap<>();
        for (int pair = 0; pair < pairs.count(); pair++) {
            String one = draft.left.cell(pairs.left()[pair], left);
            String other = draft.right.cell(pairs.right()[pair], right);
            if (!one.isEmpty() && !other.isEmpty()) {
                counts.computeIfAbsent(one, _ -> new TreeMap<>()).merge(other, 1, Integer::sum);
            }
        }
        return of(counts);
    }

    private static CodePairs of(Map<String, Map<String, Integer>> counts) {
        SequencedMap<String, String> table = new LinkedHashMap<>();
        int all = 0;
        int kept = 0;
        int commonest = 0;
        int commonestKept = 0;
        for (Map.Entry<String, Map<String, Integer>> code : counts.entrySet()) {
            int sum = code.getValue().values().stream().mapToInt(count -> count).sum();
            Map.Entry<String, Integer> most =
                    code.getValue().entrySet().stream()
                            .max(Map.Entry.comparingByValue())
                            .orElseThrow();
            boolean clear = most.getValue() >= Math.max(EACH_MIN, sum * EACH_SHARE_MIN);
            if (clear) {
                table.put(code.getKey(), most.getKey());
            }
            int right = clear ? most.getValue() : 0;
            all += sum;
            kept += right;
            commonestKept = sum > commonest ? right : commonestKept;
            commonest = Math.max(commonest, sum);
        }
        int others = all - commonest;
        return new CodePairs(
                table,
                (double) kept / Math.max(1, all),
                (double) (kept - commonestKept) / Math.max(1, others),
                others);
    }

    /// Is it a table of codes? Each left code has its own right one, and that shows in the rarer
    /// codes, too: two columns that nearly always say one thing agree by chance.
    boolean isTable() {
        Set<String> rights = new HashSet<>(table.values());
        return table.size() > 1
                && rights.size() == table.size()
                && kept >= KEPT_MIN
                && others >= OTHERS_MIN
                && keptOfOthers >= KEPT_OF_OTHERS_MIN;
    }

    /// The first codes that are not written alike, for people.
    String words() {
        String first =
                table.entrySet().stream()
                        .filter(code -> !code.getKey().equals(code.getValue()))
                        .limit(SHOWN_MAX)
                        .map(code -> code.getKey() + " is " + code.getValue())
                        .collect(Collectors.joining(", "));
        return table.size() > SHOWN_MAX ? first + " …" : first;
    }
}
