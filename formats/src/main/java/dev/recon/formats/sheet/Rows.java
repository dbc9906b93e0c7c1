package dev.recon.formats.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// The rows of one sheet from top to bottom; those without a filled cell are left out.
interface Rows extends Closeable {
    /// The next row; nothing at the end.
    Optional<Row> next() throws IOException;

    /// What a person should know of the rows that were read.
    List<String> notes();
}
