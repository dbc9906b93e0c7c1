package dev.recon.server.file;

import dev.recon.server.platform.RecentBytes;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Segments of files that were looked at lately: 16 of 4 MB.
@Component
final class SegmentCache {
    private static final int SEGMENTS_MAX = 16;

    private final FileStore files;
    private final RecentBytes<Key> recent = new RecentBytes<>(SEGMENTS_MAX);

    private record Key(UUID workspaceId, UUID fileId, int position) {}

    SegmentCache(FileStore files) {
        this.files = files;
    }

    byte[] get(UUID workspaceId, UUID fileId, int position) {
        return recent.get(
                new Key(workspaceId, fileId, position),
                () -> files.getSegment(workspaceId, fileId, position).unpack());
    }
}
