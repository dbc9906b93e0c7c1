package dev.recon.formats;

import static java.util.Objects.requireNonNull;

/// Something about a file that only the person who gave it can mend.
///
/// @param where the file as the person named it
/// @param found what is there instead
/// @param expected what can be read
/// @param mend what to do, as a sentence
public record Problem(String where, String found, String expected, String mend) {
    static final String EXPECTED = "a text file with one entry a line (CSV, TSV), plain or gzipped";

    public Problem {
        requireNonNull(where);
        requireNonNull(found);
        requireNonNull(expected);
        requireNonNull(mend);
    }

    static Problem of(String where, String found, String mend) {
        return new Problem(where, found, EXPECTED, mend);
    }

    /// All of it, on three lines.
    @Override
    public String toString() {
        return where + ": " + found + "\n  expected: " + expected + "\n  mend: " + mend;
    }
}
