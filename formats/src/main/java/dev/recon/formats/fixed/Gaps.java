package dev.recon.formats.fixed;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/// Finds columns by the places that are blank in every line.
final class Gaps {
    private static final int LINES_MIN = 3;
    private static final int COLUMNS_MIN = 2;
    private static final int WIDTH_MAX = 4_096;

    private Gaps() {}

    /// The columns of these lines; none if they are not written in columns.
    static List<Column> columns(List<String> lines) {
        int width = lines.stream().mapToInt(String::length).max().orElse(0);
        if (lines.size() < LINES_MIN || width > WIDTH_MAX || isDelimited(lines)) {
            return List.of();
        }
        var filled = new BitSet(width);
        for (String line : lines) {
            IntStream.range(0, line.length())
                    .filter(at -> line.charAt(at) != ' ')
                    .forEach(filled::set);
        }
        List<Column> columns = new ArrayList<>();
        for (int from = filled.nextSetBit(0); from >= 0; ) {
            int to = filled.nextClearBit(from);
            columns.add(new Column("", from, to));
            from = filled.nextSetBit(to);
        }
        return columns.size() < COLUMNS_MIN || !isAligned(lines, columns) ? List.of() : columns;
    }

    /// Words with single blanks between them may line up by chance; columns are wide, or end in
    /// numbers of different lengths, so that most lines have two blanks somewhere.
    private static boolean isAligned(List<String> lines, List<Column> columns) {
        long wide = lines.stream().filter(line -> line.strip().contains("  ")).count();
        long sameLength =
                lines.stream().filter(line -> line.length() == lines.getFirst().length()).count();
        return wide * 2 > lines.size() || (sameLength == lines.size() && columns.size() > 2);
    }

    /// Does a delimiter stand equally often in nearly all lines?
    private static boolean isDelimited(List<String> lines) {
        for (char delimiter : new char[] {'\t', ';', '|', '^', ','}) {
            long first = lines.getFirst().chars().filter(each -> each == delimiter).count();
            long same =
                    lines.stream()
                            .filter(line ->
                                    line.chars().filter(each -> each == delimiter).count() == first)
                            .count();
            if (first > 0 && same * 10 >= lines.size() * 8L) {
                return true;
            }
        }
        return false;
    }
}
