package dev.recon.formats.bank;

import dev.recon.formats.format.EntryWriter;
import java.io.IOException;
import java.util.List;

/// Writes the entries of a bank's file as lines of a table with given columns.
public final class BankTable {
    private final EntryWriter writer;
    private final List<BankColumn> columns;
    private long entries;

    /// Begins the table with its header.
    public BankTable(EntryWriter writer, List<BankColumn> columns) throws IOException {
        this.writer = writer;
        this.columns = List.copyOf(columns);
        writer.header(columns.stream().map(BankColumn::header).toList());
    }

    public void write(BankEntry entry) throws IOException {
        entries++;
        writer.line(entry.line(columns));
    }

    /// How many entries were written.
    public long entries() {
        return entries;
    }
}
