package dev.recon.engine.match;

/// How sure a match is of its place.
public enum Status {
    /// The entries belong together.
    MATCHED,
    /// They probably do; a person confirms it.
    SUGGESTED;

    /// The word used in files and on pages: `matched` or `suggested`.
    public String word() {
        return this == MATCHED ? "matched" : "suggested";
    }
}
