package dev.recon.engine.read;

import java.util.List;

/// What one stretch of a file holds.
///
/// @param start the position of its first record
/// @param end the position of the first record behind it
/// @param rows the number of entries
/// @param rejects the records that could not become entries
record Stretch(long start, long end, int rows, List<Reject> rejects) {
    /// A record that could not become an entry.
    ///
    /// @param record its number within the stretch, from 0, counting entries and rejects
    /// @param position where it begins in the file
    /// @param length how many bytes it takes, with its line break; at most those of a cell
    /// @param column the name of the column at fault, its number where the header has none, or
    ///   nothing when it is the whole record
    record Reject(
            int record, long position, int length, String column, String found, String expected) {}

    Stretch {
        rejects = List.copyOf(rejects);
    }

    int records() {
        return rows + rejects.size();
    }
}
