package dev.recon.engine.table;

import java.io.Closeable;

/// The bytes of one file, readable from any position, many times, by many threads at once.
public interface Bytes extends Closeable {
    /// What the file is called in messages; a label, never a path to open.
    String name();

    /// The number of bytes.
    long size();

    /// Where the lines end that an earlier run left and that stand before those of the file: they
    /// are known to be entries. 0 where there are none.
    default long carriedEnd() {
        return 0;
    }

    /// Reads up to `length` bytes from `position` into `target` and returns how many were read:
    /// fewer than asked only at the end.
    ///
    /// @throws java.io.UncheckedIOException when the medium fails
    int read(long position, byte[] target, int offset, int length);

    /// The bytes from `position`, at most `length` of them.
    default byte[] read(long position, int length) {
        byte[] target = new byte[(int) Math.clamp(size() - position, 0L, length)];
        int count = read(position, target, 0, target.length);
        return count == target.length ? target : java.util.Arrays.copyOf(target, count);
    }

    @Override
    void close();
}
