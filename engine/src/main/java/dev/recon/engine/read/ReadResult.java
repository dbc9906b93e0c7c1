package dev.recon.engine.read;

import dev.recon.engine.table.Table;
import java.util.List;

/// What became of a file: its entries, and the lines that could not become entries.
///
/// @param table the entries
/// @param header the columns of the file
/// @param rejected the rejected lines, in the order of the file
public record ReadResult(Table table, Header header, List<RejectedLine> rejected) {
    public ReadResult {
        rejected = List.copyOf(rejected);
    }

    /// With rejected lines behind the first `carried` records placed as an editor counts them in a
    /// file that begins there, `physicalLines` physical lines further on.
    public ReadResult behind(int carried, int physicalLines) {
        if (carried == 0 || rejected.isEmpty()) {
            return this;
        }
        List<RejectedLine> placed =
                rejected.stream()
                        .map(line -> line.line() <= carried ? line : line.before(physicalLines))
                        .toList();
        return new ReadResult(table, header, placed);
    }

    /// The number of data records: entries and rejected lines.
    public int records() {
        return table.rows() + rejected.size();
    }
}
