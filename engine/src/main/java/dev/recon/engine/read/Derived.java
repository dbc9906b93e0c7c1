package dev.recon.engine.read;

/// What a transform made of the cells of one line.
public sealed interface Derived {
    /// The text that the type of the field reads.
    ///
    /// @param negated is the amount that stands there counted with the other sign?
    record Text(String text, boolean negated) implements Derived {
        public Text(String text) {
            this(text, false);
        }
    }

    /// The line has no such field: it is rejected.
    ///
    /// @param cell which of the transform's columns is at fault; -1 when it is no single one
    record Rejected(int cell, String found, String expected) implements Derived {}
}
