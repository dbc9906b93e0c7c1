package dev.recon.server.file;

import dev.recon.server.platform.Person;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One delivery, kept byte for byte.
///
/// @param name a label; never a path
/// @param door what the door says of it
/// @param known did the upload bring bytes that were there already?
public record File(
        UUID id,
        String name,
        long bytes,
        String sha256,
        boolean known,
        @Nullable UUID sourceId,
        FileDoor door,
        Instant createdAt,
        Person createdBy) {
    File asKnown() {
        return new File(id, name, bytes, sha256, true, sourceId, door, createdAt, createdBy);
    }
}
