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

    /// The number of data records: entries and rejected lines.
    public int records() {
        return table.rows() + rejected.size();
    }
}
