package dev.recon.engine.transform;

/// A function of an expression was given what it cannot take; its line is rejected.
///
/// It has no stack trace: a file may have many such lines, and where it was thrown says nothing.
final class UnfitArgument extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnfitArgument(String expected) {
        super(expected, null, false, false);
    }

    String expected() {
        return String.valueOf(getMessage());
    }
}
