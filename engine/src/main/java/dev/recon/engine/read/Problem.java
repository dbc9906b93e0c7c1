package dev.recon.engine.read;

/// What keeps a whole file, or a whole run, from being read, told so that a person can mend it.
///
/// @param where the file, with line and column where there is one
/// @param found what is there
/// @param expected what should be there
/// @param mend what to do about it
public record Problem(String where, String found, String expected, String mend) {
    /// The problem in one sentence each, on one line.
    public String sentence() {
        return where + ": found " + found + ", expected " + expected + ". " + mend;
    }
}
