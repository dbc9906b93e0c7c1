package dev.recon.server.file;

import dev.recon.server.platform.Limits;
import java.util.UUID;

/// Where bytes are kept in segments.
///
/// @param id of the file, or of the table that it unfolded to
/// @param isTable is it the table?
/// @param name what a person calls the file
/// @param bytes how many there are
record Stored(UUID workspaceId, UUID id, boolean isTable, String name, long bytes) {
    /// The bytes of a file as they were delivered.
    static Stored of(UUID workspaceId, File file) {
        return new Stored(workspaceId, file.id(), false, file.name(), file.bytes());
    }

    int segments() {
        return Math.toIntExact(Math.ceilDiv(bytes, (long) Limits.FILE_SEGMENT_BYTES));
    }
}
