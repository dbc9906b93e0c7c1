package dev.recon.engine.table;

/// The two sides of a reconciliation.
public enum Side {
    LEFT,
    RIGHT;

    public Side other() {
        return this == LEFT ? RIGHT : LEFT;
    }

    /// The word used in files and on pages: `left` or `right`.
    public String word() {
        return this == LEFT ? "left" : "right";
    }
}
