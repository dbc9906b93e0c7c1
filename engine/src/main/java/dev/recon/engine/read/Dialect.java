package dev.recon.engine.read;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// How a delimited text file is written.
///
/// @param delimiter between the cells of a line
/// @param quote around a cell that holds a delimiter, a line break or, doubled, a quote; 0 for
///   files that quote nothing
/// @param encoding of the bytes
/// @param header does a line with the names of the columns stand before the entries?
/// @param skip the number of physical lines before the header, or before the first entry
public record Dialect(char delimiter, char quote, Charset encoding, boolean header, int skip) {
    /// That of a line which is made and not read.
    static final Dialect MADE = new Dialect(',', '"', StandardCharsets.UTF_8, false, 0);

    public Dialect {
        if (delimiter == 0 || delimiter == quote || delimiter >= 0x80 || quote >= 0x80) {
            throw new IllegalArgumentException("delimiter and quote must be two ASCII characters");
        }
        if (skip < 0) {
            throw new IllegalArgumentException("skip must be 0 or more, found " + skip);
        }
    }
}
