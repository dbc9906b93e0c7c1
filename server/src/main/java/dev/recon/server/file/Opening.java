package dev.recon.server.file;

import dev.recon.engine.read.Dialect;
import dev.recon.engine.table.Bytes;
import dev.recon.formats.format.Origin;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.UUID;

/// A file that the door let through: the text that its entries are read from.
///
/// @param id of the text; the same text has the same one
/// @param bytes the text, readable from anywhere; close it or not, it holds nothing
/// @param isText is it delimited text, whose dialect is still to be found out?
/// @param content writes the whole text, from its segments
public record Opening(UUID id, Bytes bytes, boolean isText, Content content) {
    /// Writes the whole text.
    @FunctionalInterface
    interface Content {
        void copy(OutputStream target) throws IOException;
    }

    /// How the text is written, where the door knows it.
    public Optional<Dialect> dialect() {
        return isText ? Optional.empty() : Optional.of(Origin.TABLE);
    }

    /// What the text is written in, if the rules say `said`.
    public Charset encoding(Charset said) {
        return isText ? said : Origin.TABLE.encoding();
    }

    void copy(OutputStream target) throws IOException {
        content.copy(target);
    }
}
