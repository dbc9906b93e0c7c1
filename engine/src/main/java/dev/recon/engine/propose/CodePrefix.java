package dev.recon.engine.propose;

import dev.recon.engine.read.ColumnProfile;
import dev.recon.engine.read.ColumnType;
import dev.recon.engine.transform.Extraction;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What codes of a column begin with before their number, such as `INV-`, while the other side has
/// the number alone or behind other letters; or what all of them begin with up to a mark, such as
/// `WH-` before `WH-A`, or `220-` before the number of a ticket.
///
/// @param number finds the number behind the prefix; of a column that has it at times, also what
///   has none
/// @param front what it is, where it is one text
record CodePrefix(Extraction number, Optional<Front> front) {
    private static final int LENGTH_MAX = 10;
    private static final double SHARE_MIN = 0.98;
    private static final double MIXED_MIN = 0.05;
    private static final int MIXED_COUNT_MIN = 3;
    private static final double BARE_MIN = 0.5;
    private static final Pattern LETTERED =
            Pattern.compile("(0[xX](?=\\p{XDigit}{8})|\\D{1," + LENGTH_MAX + "}(?=\\d+$)).*");
    private static final Pattern MARKED =
            Pattern.compile("([\\p{L}\\p{N}]{1," + LENGTH_MAX + "}[-_/.:# ]).+");
    private static final Pattern PARTED =
            Pattern.compile("(\\p{L}[\\p{L}\\p{N}]{0,9})[-_/.:#][\\p{L}\\p{N}]{1,4}");
    private static final Pattern BARE = Pattern.compile("\\d+|\\p{XDigit}{8,}");

    /// A prefix of letters.
    ///
    /// @param mayLack do some codes lack it, or have more than a number behind it?
    record Front(String text, boolean mayLack) {
        /// What stands behind it, empty where there is none: what the pattern would find, without
        /// running it over the thousands of cells that several finders ask for.
        private String cut(String cell) {
            int length = text.length();
            boolean has = cell.length() > length && cell.startsWith(text);
            if (mayLack) {
                return cell.indexOf('\n') < 0 ? cell.substring(has ? length : 0).strip() : "";
            }
            return has && isNumber(cell, length) ? cell.substring(length) : "";
        }

        private static boolean isNumber(String cell, int from) {
            for (int at = from; at < cell.length(); at++) {
                if (cell.charAt(at) < '0' || cell.charAt(at) > '9') {
                    return false;
                }
            }
            return true;
        }
    }

    /// What stands behind the prefix of a code, empty where the pattern finds nothing.
    String find(String cell) {
        return front.isPresent() ? front.get().cut(cell) : number.find(cell);
    }

    /// The prefix of a column, where nearly all of its codes have it, or some of its numbers.
    static Optional<CodePrefix> of(SampleSide sample, ColumnProfile column) {
        return column.type() instanceof ColumnType.Code ? spaced(sample, column) : Optional.empty();
    }

    /// The same of codes that may have a blank behind their letters.
    static Optional<CodePrefix> spaced(SampleSide sample, ColumnProfile column) {
        if (column.type() instanceof ColumnType.Amount) {
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
            return most.map(found -> of(found.getKey()));
        }
        boolean isMixed =
                have >= Math.max(MIXED_COUNT_MIN, filled * MIXED_MIN)
                        && bare >= (filled - have) * BARE_MIN;
        return most.filter(_ -> isMixed)
                .or(() -> most(marked).filter(found -> found.getValue() >= nearlyAll))
                .map(found -> mixed(found.getKey()));
    }

    /// Whatever stands before the first mark of a column's codes, or before the last, such as the
    /// number of an airline before that of a ticket: none where some codes lack the mark. Of
    /// addresses of mail it is the domain behind it that the other side may lack.
    static List<CodePrefix> upToMarks(SampleSide sample, ColumnProfile column) {
        if (sample.inspection().rows().stream()
                .map(row -> row.get(column.index()))
                .allMatch(cell -> cell.isEmpty() || cell.indexOf('@') > 0)) {
            return List.of(read("^([^@]+)@"));
        }
        Set<String> marks = new HashSet<>();
        int most = 0;
        for (List<String> row : sample.inspection().rows()) {
            String cell = row.get(column.index());
            Matcher upToMark = MARKED.matcher(cell);
            if (!cell.isEmpty() && !upToMark.matches()) {
                return List.of();
            }
            if (!cell.isEmpty()) {
                String prefix = upToMark.group(1);
                String mark = prefix.substring(prefix.length() - 1);
                marks.add(mark);
                most = Math.max(most, cell.split(Pattern.quote(mark), -1).length - 1);
            }
        }
        if (marks.size() != 1) {
            return List.of();
        }
        String mark = Extraction.quoted(marks.iterator().next());
        CodePrefix first = read("^[^" + mark + "]*" + mark + "(.+)$");
        CodePrefix last = read("^.*" + mark + "(.+)$");
        return most > 1 ? List.of(first, last) : List.of(first);
    }

    /// What stands before the only mark of a column's codes, where no two of those begin alike.
    static Optional<CodePrefix> beforeMark(SampleSide sample, ColumnProfile column) {
        if (!(column.type() instanceof ColumnType.Code)) {
            return Optional.empty();
        }
        Map<String, String> fronts = new HashMap<>();
        for (List<String> row : sample.inspection().rows()) {
            String cell = row.get(column.index());
            Matcher parted = PARTED.matcher(cell);
            boolean isParted = parted.matches();
            if (!cell.isEmpty()
                    && !(isParted && cell.equals(fronts.getOrDefault(parted.group(1), cell)))) {
                return Optional.empty();
            }
            if (isParted) {
                fronts.put(parted.group(1), cell);
            }
        }
        return fronts.size() > 1 ? Optional.of(read("^([^-_/.:#]+)[-_/.:#]")) : Optional.empty();
    }

    /// The commonest, of several the first by its letters.
    private static Optional<Map.Entry<String, Integer>> most(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .max(
                        Map.Entry.<String, Integer>comparingByValue()
                                .thenComparing(
                                        Map.Entry.comparingByKey(Comparator.reverseOrder())));
    }

    /// A column of which the pattern finds what its codes have in common.
    static CodePrefix read(String regex) {
        return new CodePrefix(Extraction.of(regex), Optional.empty());
    }

    /// A column of which nearly all codes begin alike and go on with a number.
    static CodePrefix of(String prefix) {
        if (prefix.equalsIgnoreCase("0x")) {
            return mixed(prefix);
        }
        return new CodePrefix(
                Extraction.of("^" + Extraction.quoted(prefix) + "(\\d+)$"),
                Optional.of(new Front(prefix, false)));
    }

    /// A column of which some codes lack the prefix, or have more than a number behind it.
    static CodePrefix mixed(String prefix) {
        return new CodePrefix(
                Extraction.of("^(?:" + Extraction.quoted(prefix) + ")?(.+)$"),
                Optional.of(new Front(prefix, true)));
    }
}
