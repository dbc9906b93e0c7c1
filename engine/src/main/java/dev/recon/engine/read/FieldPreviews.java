package dev.recon.engine.read;

import dev.recon.engine.money.Currency;
import dev.recon.engine.money.Money;
import dev.recon.engine.table.Bytes;
import dev.recon.engine.table.DateColumn;
import dev.recon.engine.table.Progress;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/// Reads one field of the first lines of a file with the builders that a run uses.
public final class FieldPreviews {
    private static final int BYTES_MAX = 1 << 20;

    private final Bytes file;
    private final FieldSource source;
    private final Header header;
    private final RecordScanner scanner;
    private final List<FieldBuilder> builders;
    private final int decimals;
    private final int shownMax;
    private final List<FieldPreview.Line> first = new ArrayList<>();
    private final List<FieldPreview.Failed> failed = new ArrayList<>();
    private int lines;
    private int empty;
    private int rejected;

    private FieldPreviews(Bytes file, Layout layout, Wanted wanted) {
        this.file = file;
        this.source = wanted.source(layout);
        this.decimals = wanted.decimals;
        this.shownMax = wanted.shownMax;
        this.header = Header.read(file, layout.dialect());
        this.scanner = new RecordScanner(layout.dialect(), layout.absent());
        SequencedMap<String, FieldSource> one = new LinkedHashMap<>();
        one.put(wanted.field, source);
        ColumnPlan plan = new ColumnPlan(Set.of(wanted.field), Set.of(), Map.of());
        this.builders =
                new Builders(file, new Layout(layout.dialect(), one), plan, header, decimals)
                        .make().stream().map(Builders.Named::builder).toList();
        builders.forEach(builder -> builder.grow(1));
    }

    /// What to look at.
    ///
    /// @param decimals those of the rule set
    /// @param linesMax how many lines at most; those within the first MiB are looked at
    /// @param shownMax how many of them are shown, and how many of the failed ones
    public record Wanted(String field, int decimals, int linesMax, int shownMax) {
        private FieldSource source(Layout layout) {
            FieldSource source = layout.fields().get(field);
            if (source == null) {
                throw new IllegalArgumentException("no such field: " + field);
            }
            return source;
        }
    }

    /// Looks at the first lines.
    ///
    /// @param progress asked before each line
    /// @throws InputProblem when the file has not the columns of the field
    /// @throws java.util.concurrent.CancellationException when `progress` says so
    public static FieldPreview of(Bytes file, Layout layout, Wanted wanted, Progress progress) {
        FieldPreviews previews = new FieldPreviews(file, layout, wanted);
        previews.read(wanted.linesMax, progress);
        return new FieldPreview(
                previews.source.columns(),
                previews.lines,
                previews.empty,
                previews.rejected,
                previews.first,
                previews.failed);
    }

    private void read(int linesMax, Progress progress) {
        long start = header.dataStart();
        byte[] bytes = file.read(start, BYTES_MAX);
        scanner.use(bytes, bytes.length, start + bytes.length >= file.size());
        int line = 0;
        for (int at = 0; at < bytes.length && line < linesMax; ) {
            progress.check();
            int next = scanner.scan(at);
            boolean blank = next >= 0 && scanner.isBlank(at);
            boolean whole = next >= 0 && scanner.cells() == header.columns().size();
            if (next == RecordScanner.BROKEN) {
                next = scanner.nextLine(at);
            }
            if (next < 0) {
                return;
            }
            line += blank ? 0 : 1;
            if (whole && !blank) {
                take(line);
            }
            at = next;
        }
    }

    private void take(int line) {
        lines++;
        for (FieldBuilder builder : builders) {
            if (!builder.take(0, scanner)) {
                rejected++;
                if (failed.size() < shownMax) {
                    failed.add(failed(line, builder));
                }
                return;
            }
        }
        Entry entry = entry(line);
        String after = after(entry);
        empty += after.isEmpty() ? 1 : 0;
        if (first.size() < shownMax) {
            String compared =
                    !builders.isEmpty() && builders.getFirst().values() instanceof TextBuilder text
                            ? text.text(0)
                            : after;
            first.add(new FieldPreview.Line(line, before(entry), Quoted.of(after), compared));
        }
    }

    private FieldPreview.Failed failed(int line, FieldBuilder builder) {
        int cell = builder.cell(scanner);
        String text = cell < 0 ? "" : scanner.text(cell);
        return new FieldPreview.Failed(
                line,
                before(entry(line)),
                cell < 0 ? "" : header.columns().get(cell),
                builder.found(text),
                builder.expected(text));
    }

    private List<String> before(Entry entry) {
        return source.columns().stream().map(column -> Quoted.of(entry.cell(column))).toList();
    }

    private Entry entry(int line) {
        SequencedMap<String, String> cells = new LinkedHashMap<>();
        for (int cell = 0; cell < scanner.cells(); cell++) {
            cells.put(header.columns().get(cell), scanner.text(cell));
        }
        return new Entry(line, "", cells);
    }

    private String after(Entry entry) {
        if (source instanceof FieldSource.CurrencyConstant(Currency currency)) {
            return currency.code();
        }
        return switch (builders.getFirst().values()) {
            case FieldBuilder.Amounts amounts -> Money.value(amounts.units[0], decimals, 0);
            case FieldBuilder.Currencies currencies -> new Currency(currencies.packed[0]).code();
            case FieldBuilder.Dates dates ->
                    dates.days[0] == DateColumn.ABSENT
                            ? ""
                            : LocalDate.ofEpochDay(dates.days[0]).toString();
            case TimeBuilder times -> times.text(0);
            case FieldBuilder.Wrapping _, TextBuilder _, TokenBuilder _ -> entry.text(source);
        };
    }
}
