package dev.recon.server.file;

import dev.recon.engine.table.Bytes;
import dev.recon.server.platform.Limits;
import java.util.UUID;

/// The bytes of a stored file, read segment by segment as they are asked for.
record StoredBytes(SegmentCache cache, UUID workspaceId, File file) implements Bytes {
    @Override
    public String name() {
        return file.name();
    }

    @Override
    public long size() {
        return file.bytes();
    }

    @Override
    public int read(long position, byte[] target, int offset, int length) {
        int done = 0;
        while (done < length && position + done < file.bytes()) {
            long from = position + done;
            byte[] segment =
                    cache.get(workspaceId, file.id(), (int) (from / Limits.FILE_SEGMENT_BYTES));
            int start = (int) (from % Limits.FILE_SEGMENT_BYTES);
            int count = Math.min(length - done, segment.length - start);
            System.arraycopy(segment, start, target, offset + done, count);
            done += count;
        }
        return done;
    }

    @Override
    public void close() {
        // Nothing is held: the cache lets go by itself.
    }
}
