package dev.recon.engine.read;

import java.util.List;

/// What was read of one stretch of a file.
///
/// @param start the position of its first record
/// @param end the position of the first record behind it
/// @param offsets for each entry, the distance of its first byte from `start`
/// @param builders the values, in the order of the field map
/// @param rejects the records that could not become entries
record Stretch(
        long start, long end, int[] offsets, List<Builders.Named> builders, List<Reject> rejects) {
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
        builders = List.copyOf(builders);
        rejects = List.copyOf(rejects);
    }

    /// The number of entries.
    int rows() {
        return offsets.length;
    }

    int records() {
        return rows() + rejects.size();
    }
}
