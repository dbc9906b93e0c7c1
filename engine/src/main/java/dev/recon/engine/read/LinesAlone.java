package dev.recon.engine.read;

import dev.recon.engine.table.Progress;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Some entries of a file as a table of their own, understood as their run understood them.
///
/// @param name what their file is called
/// @param layout how the file is read; its totals are known to be none of these
/// @param plan which columns are kept
/// @param decimals how many decimals one unit of an amount stands for
public record LinesAlone(String name, Layout layout, ColumnPlan plan, int decimals) {
    /// The table of these entries: row n is the n-th of them.
    ///
    /// @param head what stands before the first entry of the file
    /// @throws IllegalStateException when one of them is no entry
    public ReadResult read(byte[] head, List<Entry> entries) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(head);
        for (Entry entry : entries) {
            file.writeBytes(entry.raw().getBytes(StandardCharsets.UTF_8));
            file.write('\n');
        }
        ArrayBytes bytes = new ArrayBytes(name, file.toByteArray());
        ReadResult read =
                new CsvReader(bytes, layout.withoutTotals(), plan, decimals)
                        .read(1, "read " + name, Progress.NONE);
        if (read.table().rows() != entries.size()) {
            throw new IllegalStateException("lines of " + name + " are no entries any more");
        }
        return read;
    }
}
