package dev.recon.formats.format;

import java.io.IOException;
import java.util.List;

/// Takes the entries of a file as lines of one table: the header first, then line after line.
public interface EntryWriter {
    /// Names the columns, once, before the first line. A name that is empty or stands there twice
    /// gets a number.
    ///
    /// @throws dev.recon.engine.read.InputProblem when there are too many
    void header(List<String> columns) throws IOException;

    /// Writes one entry. Cells that are missing at the end are empty; a line with more cells than
    /// there are columns is kept as it is, and the engine rejects it.
    ///
    /// @throws dev.recon.engine.read.InputProblem when a cell, or the whole, is too long
    void line(List<String> cells) throws IOException;
}
