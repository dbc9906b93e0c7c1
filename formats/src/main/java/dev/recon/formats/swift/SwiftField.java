package dev.recon.formats.swift;

import java.util.List;

/// One field of a message, such as `:61:`.
///
/// @param tag its number and letter, such as `60F`; [#BEGIN] and [#END] stand around a message
/// @param lines its text, line by line; of [#BEGIN] the message type, if the envelope gives it
/// @param line the line of the file where it begins
record SwiftField(String tag, List<String> lines, long line) {
    static final String BEGIN = "begin";
    static final String END = "end";

    SwiftField {
        lines = List.copyOf(lines);
    }

    /// Its first line without blanks around it.
    String first() {
        return lines.isEmpty() ? "" : lines.getFirst().strip();
    }

    String place() {
        return "line " + line;
    }
}
