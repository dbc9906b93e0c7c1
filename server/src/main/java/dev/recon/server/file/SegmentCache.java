package dev.recon.server.file;

import dev.recon.server.platform.Recent;
import dev.recon.server.platform.Scope;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Segments of files and tables that were looked at lately: 16 of 4 MB.
@Component
final class SegmentCache {
    private static final int SEGMENTS_MAX = 16;

    private final SegmentStore segments;
    private final Recent<Key, byte[]> recent = new Recent<>(SEGMENTS_MAX);

    private record Key(UUID workspaceId, UUID id, int position) {}

    SegmentCache(SegmentStore segments) {
        this.segments = segments;
    }

    byte[] get(Stored stored, int position) {
        return recent.get(
                new Key(stored.workspaceId(), stored.id(), position),
                () ->
                        Scope.seeing(
                                stored.workspaceId(),
                                () -> segments.get(stored, position).unpack()));
    }
}
