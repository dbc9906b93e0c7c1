package dev.recon.engine.read;

import dev.recon.engine.table.Bytes;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a file is, found out by looking at a sample of it.
///
/// @param name what the file is called
/// @param dialect how it is written
/// @param header its columns
/// @param absent which words stand for no value
/// @param totals which lines are sums of others, and no entries; looked for in whole files alone
/// @param columns what each column is
/// @param rows the sampled entries as text, empty where there is no value
/// @param records the number of records, estimated where the sample is not the whole file
/// @param isComplete was the whole file looked at?
public record Inspection(
        String name,
        Dialect dialect,
        Header header,
        AbsentWords absent,
        Totals totals,
        List<ColumnProfile> columns,
        List<List<String>> rows,
        long records,
        boolean isComplete) {
    private static final int JUDGED_MAX = 1_500;

    public Inspection {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /// Inspects a file that is UTF-8 already; `encoding` is what it was before.
    ///
    /// @throws InputProblem when it is not a file of entries
    public static Inspection of(Bytes file, Charset encoding) {
        return of(file, DialectSniffer.sniff(file, encoding));
    }

    /// Inspects a file whose dialect is known.
    public static Inspection of(Bytes file, Dialect dialect) {
        return ofAny(file, dialect).withEntries();
    }

    /// Inspects a file that may be a header alone, as of a day without bookings.
    ///
    /// @throws InputProblem when it is no table
    public static Inspection ofAny(Bytes file, Charset encoding) {
        return ofAny(file, DialectSniffer.sniff(file, encoding));
    }

    /// Inspects a file whose dialect is known and that may be a header alone.
    public static Inspection ofAny(Bytes file, Dialect dialect) {
        Header header = Header.read(file, dialect);
        Sample sample = Sample.of(file, dialect, header);
        if (sample.rows().isEmpty() && sample.records() > 0) {
            String found = sample.records() + " lines, none with as many cells as the first";
            throw new InputProblem(nothing(file.name(), found));
        }
        AbsentWords absent = AbsentFinder.find(sample.rows(), header.columns().size());
        List<List<String>> all = present(sample.rows(), absent);
        TotalFinder.Found totals =
                sample.isComplete()
                        ? TotalFinder.find(header.columns(), all)
                        : TotalFinder.Found.NONE;
        List<List<String>> rows = totals.without(all);
        List<ColumnProfile> columns = new ArrayList<>();
        int judged = sample.isComplete() ? Integer.MAX_VALUE : JUDGED_MAX;
        for (int column = 0; column < header.columns().size(); column++) {
            String name = header.columns().get(column);
            columns.add(Profiler.profile(name, column, rows, judged));
        }
        long size = file.size() - header.dataStart();
        long records =
                sample.isComplete()
                        ? sample.records() - totals.lines().cardinality()
                        : Math.round((double) size * sample.records() / sample.bytes());
        return new Inspection(
                file.name(),
                dialect,
                header,
                absent,
                totals.totals(),
                columns,
                rows,
                records,
                sample.isComplete());
    }

    /// Records without the words that stand for no value.
    private static List<List<String>> present(List<List<String>> rows, AbsentWords absent) {
        if (absent.words().isEmpty()) {
            return rows;
        }
        return rows.stream()
                .map(row -> row.stream().map(cell -> absent.holds(cell) ? "" : cell).toList())
                .toList();
    }

    /// The profile of a column by its name.
    public Optional<ColumnProfile> find(String column) {
        return columns.stream().filter(profile -> profile.name().equals(column)).findFirst();
    }

    /// The same.
    ///
    /// @throws InputProblem when it is a header alone
    public Inspection withEntries() {
        if (rows.isEmpty()) {
            throw new InputProblem(nothing(name, "a header, but no line behind it"));
        }
        return this;
    }

    private static Problem nothing(String file, String found) {
        return new Problem(
                file,
                found,
                "at least one entry",
                "Check that the export is complete and that this is the right file.");
    }
}
