package dev.recon.server.file;

import dev.recon.engine.table.Bytes;
import dev.recon.server.platform.Limits;

/// Stored bytes, read segment by segment as they are asked for.
record StoredBytes(SegmentCache cache, Stored stored) implements Bytes {
    @Override
    public String name() {
        return stored.name();
    }

    @Override
    public long size() {
        return stored.bytes();
    }

    @Override
    public int read(long position, byte[] target, int offset, int length) {
        int done = 0;
        while (done < length && position + done < stored.bytes()) {
            long from = position + done;
            byte[] segment = cache.get(stored, (int) (from / Limits.FILE_SEGMENT_BYTES));
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
