package dev.recon.server.run;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// A segment of entries, read in place: for each its line, its match and where it stands.
record EntryColumns(ByteBuffer bytes, int count) {
    /// Line, match and position.
    static final int BYTES = 4 + 4 + 8;

    static EntryColumns of(byte[] raw) {
        ByteBuffer bytes = ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN);
        return new EntryColumns(bytes, bytes.getInt(0));
    }

    /// The index of a line, -1 when it was rejected.
    int index(int line) {
        int low = 0;
        int high = count - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int found = line(middle);
            if (found == line) {
                return middle;
            }
            if (found < line) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    int line(int index) {
        return bytes.getInt(4 + index * 4);
    }

    /// The number of the match that the run found for it, 0 for none.
    int match(int index) {
        return bytes.getInt(4 + (count + index) * 4);
    }

    /// Where its first byte is in the file.
    long position(int index) {
        return bytes.getLong(4 + count * 8 + index * 8);
    }
}
