package dev.recon.engine.read;

/// A line of a file that could not become an entry. It keeps its text, so nothing is lost.
///
/// @param line the number of the data record, from 1; the header is not counted
/// @param physicalLine the line of the file as an editor counts it, from 1
/// @param column the name of the column at fault, or an empty text when it is the whole line
/// @param found what stands there, shortened
/// @param expected what should stand there, and how to mend it
/// @param text the whole line, shortened
public record RejectedLine(
        int line, long physicalLine, String column, String found, String expected, String text) {
    /// The same line by another number of its record.
    public RejectedLine in(int number) {
        return new RejectedLine(number, physicalLine, column, found, expected, text);
    }

    /// The same line in a file that begins `lines` physical lines later.
    RejectedLine before(int lines) {
        return new RejectedLine(line, physicalLine - lines, column, found, expected, text);
    }
}
