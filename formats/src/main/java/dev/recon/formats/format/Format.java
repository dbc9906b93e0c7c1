package dev.recon.formats.format;

import java.io.IOException;

/// One format of files: it knows its own, and unfolds their entries into one table.
///
/// The table is a CSV in UTF-8 (RFC 4180: comma, header, `"`), with a point in amounts, ISO dates,
/// and amounts signed as the file says. A format streams: it keeps no more of a file than one entry
/// needs. The same bytes give the same table.
public interface Format {
    /// What people call it and `recon formats` lists, such as `camt` or `xlsx`.
    String name();

    /// One sentence without a full stop: what is read of it.
    String description();

    /// Is a file of this format? Decided by its first bytes; its name is never asked.
    boolean recognises(Head head);

    /// Writes the entries of a file of this format.
    ///
    /// @return what the file was, with the proofs that held
    /// @throws dev.recon.engine.read.InputProblem when it cannot be read, or when a proof fails
    Origin unfold(Delivery delivery, EntryWriter entries) throws IOException;
}
