package dev.recon.engine.read;

import dev.recon.engine.table.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The lines of a file that its [Totals] prove to be sums of others, by their position.
///
/// They are found in one walk over the file before it is read in stretches, for what a line comes
/// to depends on all lines above. Only files with totals pay for it. Lines that an earlier run had
/// as entries are no part of the report. Where no line is the sum of several, none is a total: one
/// that says what the line above it does is an entry.
final class TotalLines {
    private final Map<Long, Integer> lines = new HashMap<>();

    /// No line is a sum.
    static final TotalLines NONE = new TotalLines();

    private TotalLines() {}

    /// @throws InputProblem when a column is missing
    static TotalLines find(Bytes file, Layout layout, Header header) {
        TotalLines found = new TotalLines();
        Totals totals = layout.totals();
        if (!totals.isNone()) {
            int[] of = places(totals.of(), file, header);
            int[] without = places(totals.without(), file, header);
            Records records = new Records(file, layout.dialect(), header);
            Cells cells = new Cells(records, layout, header, file.carriedEnd());
            found.walk(cells, totals, of, without);
            if (found.lines.values().stream().allMatch(count -> count == 1)) {
                return NONE;
            }
        }
        return found;
    }

    private static int[] places(List<String> columns, Bytes file, Header header) {
        return columns.stream().mapToInt(column -> header.index(column, file)).toArray();
    }

    private void walk(Cells cells, Totals totals, int[] of, int[] without) {
        AmountParser parser = new AmountParser(totals.decimal(), TotalProof.DECIMALS);
        TotalProof proof = new TotalProof(of.length);
        long[] amounts = new long[of.length];
        while (cells.next()) {
            for (int at = 0; at < of.length; at++) {
                byte[] cell = cells.at(of[at]).getBytes(StandardCharsets.UTF_8);
                amounts[at] = parser.parse(cell, 0, cell.length);
            }
            boolean lacks = cells.lack(without);
            int count = lacks ? proof.lines(amounts) : 0;
            if (count > 0) {
                lines.put(cells.records.start(), count);
                proof.total();
            } else if (lacks) {
                proof.strange(amounts);
            } else {
                proof.entry(amounts);
            }
        }
    }

    /// The cells of one line after the other that has as many as the header and is not carried.
    private record Cells(Records records, Layout layout, Header header, long carriedEnd) {
        boolean next() {
            while (records.next()) {
                boolean whole = !records.isBroken();
                if (whole && records.cells() == header.columns().size() && !isCarried()) {
                    return true;
                }
            }
            return false;
        }

        private boolean isCarried() {
            return records.start() < carriedEnd;
        }

        String at(int column) {
            String cell = records.text(column).strip();
            return layout.absent().holds(cell) ? "" : cell;
        }

        boolean lack(int[] columns) {
            for (int column : columns) {
                if (!at(column).isEmpty()) {
                    return false;
                }
            }
            return true;
        }
    }

    /// Of how many lines the one that begins here is the sum; 0 when it is none.
    int lines(long position) {
        return lines.isEmpty() ? 0 : lines.getOrDefault(position, 0);
    }
}
