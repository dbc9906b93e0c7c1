package dev.recon.formats;

import dev.recon.formats.format.EntryWriter;
import java.io.IOException;
import java.util.List;

/// A table for whose lines there is no room.
final class FullDisk implements EntryWriter {
    static final String MESSAGE = "No space left on device";

    @Override
    public void header(List<String> columns) {
        // The header went into the last buffer.
    }

    @Override
    public void line(List<String> cells) throws IOException {
        throw new IOException(MESSAGE);
    }
}
