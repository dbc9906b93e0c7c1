package dev.recon.engine.propose;

import dev.recon.engine.read.ColumnProfile;
import dev.recon.engine.read.ColumnType;
import dev.recon.engine.transform.Extraction;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What codes of a column begin with before their number, such as `INV-`, while the other side has
/// the number alone or behind other letters; or what all of them begin with up to a mark, such as
/// `WH-` before `WH-A`, or `220-` before the number of a ticket.
///
/// @param isMixed may codes of the column lack it, or have more than a number behind it?
record CodePrefix(String prefix, boolean isMixed) {
    private static final int LENGTH_MAX = 10;
    private static final double SHARE_MIN = 0.98;
    private static final double MIXED_MIN = 0.05;
    private static final int MIXED_COUNT_MIN = 3;
    private static final double BARE_MIN = 0.5;
    private static final Pattern LETTERED =
            Pattern.compile("(0[xX](?=\\p{XDigit}{8})|\\D{1," + LENGTH_MAX + "}(?=\\d+$)).*");
    private static final Pattern MARKED =
            Pattern.compile("([\\p{L}\\p{N}]{1," + LENGTH_MAX + "}[-_/.:# ]).+");
    private static final Pattern BARE = Pattern.compile("\\d+|\\p{XDigit}{8,}");

    /// The prefix of a column, where nearly all of its codes have it, or some of its numbers.
    static Optional<CodePrefix> of(SampleSide sample, ColumnProfile column) {
        if (!(column.type() instanceof ColumnType.Code)) {
            return Optional.empty();
        }
        Map<String, Integer> counts = new HashMap<>();
        Map<String, Integer> marked = new HashMap<>();
        int filled = 0;
        int bare = 0;
        for (List<String> row : sample.inspection().rows()) {
            String cell = row.get(column.index());
            Matcher lettered = LETTERED.matcher(cell);
            filled += cell.isEmpty() ? 0 : 1;
            bare += BARE.matcher(cell).matches() ? 1 : 0;
            Matcher upToMark = MARKED.matcher(cell);
            if (lettered.matches()) {
                counts.merge(lettered.group(1), 1, Integer::sum);
            } else if (upToMark.matches()) {
                marked.merge(upToMark.group(1), 1, Integer::sum);
            }
        }
        Optional<Map.Entry<String, Integer>> most = most(counts);
        int have = most.map(Map.Entry::getValue).orElse(0);
        double nearlyAll = filled * SHARE_MIN;
        if (have >= nearlyAll) {
            return most.map(found -> new CodePrefix(found.getKey(), false));
        }
        boolean isMixed =
                have >= Math.max(MIXED_COUNT_MIN, filled * MIXED_MIN)
                        && bare >= (filled - have) * BARE_MIN;
        return most.filter(_ -> isMixed)
                .or(() -> most(marked).filter(found -> found.getValue() >= nearlyAll))
                .map(found -> new CodePrefix(found.getKey(), true));
    }

    /// The commonest, of several the first by its letters.
    private static Optional<Map.Entry<String, Integer>> most(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .max(
                        Map.Entry.<String, Integer>comparingByValue()
                                .thenComparing(
                                        Map.Entry.comparingByKey(Comparator.reverseOrder())));
    }

    /// What finds the number behind the prefix; of a mixed column also what has none.
    Extraction number() {
        String quoted = prefix.replaceAll("([^\\p{L}\\p{N} ])", "\\\\$1");
        return Extraction.of(isMixed ? "^(?:" + quoted + ")?(.+)$" : "^" + quoted + "(\\d+)$");
    }
}
