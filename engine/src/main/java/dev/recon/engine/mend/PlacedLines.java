package dev.recon.engine.mend;

import java.util.List;
import java.util.SortedMap;

/// Lines that go into a file: in the places of others, or behind all.
///
/// @param byLine lines by the number of the one in whose place they go
/// @param others lines that come last
public record PlacedLines(SortedMap<Integer, Line> byLine, List<Line> others) {
    public PlacedLines {
        others = List.copyOf(others);
    }

    /// One line, UTF-8, without its line break.
    ///
    /// @param place where it stands in the file that it comes from, for messages
    /// @param isBroken is it none that can be split into cells?
    public record Line(byte[] bytes, int place, boolean isBroken) {}
}
