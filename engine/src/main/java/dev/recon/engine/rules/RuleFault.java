package dev.recon.engine.rules;

/// One thing that is wrong in a rule set's text, and how to mend it.
///
/// @param line where it is, from 1
/// @param column where it is, in characters from 1
/// @param path the value in question as a JSON pointer, such as `/passes/1/amount`; empty for the
///   whole document
/// @param found what stands there, in words for a person
/// @param expected what should stand there, in words for a person
public record RuleFault(int line, int column, String path, String found, String expected) {
    /// The whole sentence: where, what was found, what was expected.
    public String message() {
        String place = path.isEmpty() ? "" : " (" + path + ")";
        return "line "
                + line
                + ", column "
                + column
                + place
                + ": found "
                + found
                + "; expected "
                + expected;
    }
}
