package dev.recon.bench.brought;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One file while it is written: lines of entries, each with the fact that it tells, and lines that
/// a report has beside them.
final class Page {
    private final List<Line> lines = new ArrayList<>();
    private String before = "";
    private String delimiter = ",";
    private String header = "";
    private LocalDate day = LocalDate.EPOCH;

    /// @param fact the number of what the line tells, 0 where the other side knows nothing of it
    /// @param day by which lines are put in order
    private record Line(String text, int fact, LocalDate day) {}

    /// The delimiter and the names of the columns.
    void head(String mark, String... names) {
        delimiter = mark;
        header = cells((Object[]) names);
    }

    /// A line in front of the header, as reports have.
    void title(String text) {
        before += text + "\n";
    }

    /// Where lines that follow stand once the page is [#sort]ed.
    Page on(LocalDate date) {
        day = date;
        return this;
    }

    /// Where the lines stand that are written now.
    LocalDate day() {
        return day;
    }

    /// An entry that tells a fact; facts that both sides tell belong together.
    void entry(int fact, Object... cells) {
        lines.add(new Line(cells(cells), fact, day));
    }

    /// A line that is no entry, such as a total: nobody misses it on the other side.
    void report(Object... cells) {
        lines.add(new Line(cells(cells), -1, day));
    }

    /// Puts lines in the order of their days.
    void sort() {
        lines.sort(Comparator.comparing(Line::day));
    }

    private String cells(Object... cells) {
        return Stream.of(cells).map(String::valueOf).map(this::quoted).collect(joined());
    }

    private java.util.stream.Collector<CharSequence, ?, String> joined() {
        return Collectors.joining(delimiter);
    }

    private String quoted(String cell) {
        boolean plain = !cell.contains(delimiter) && !cell.contains("\"");
        return plain ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
    }

    String text() {
        return lines.stream().map(Line::text).collect(Collectors.joining("\n", top(), "\n"));
    }

    private String top() {
        return before + header + "\n";
    }

    /// The facts of the lines, from the first one behind the header: 0 for those of no fact of the
    /// other side, -1 for those that are no entries.
    int[] facts() {
        return lines.stream().mapToInt(Line::fact).toArray();
    }
}
