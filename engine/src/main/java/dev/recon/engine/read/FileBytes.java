package dev.recon.engine.read;

import dev.recon.engine.table.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A file on disk, read by position: threads share it without locks.
public final class FileBytes implements Bytes {
    private final String name;
    private final FileChannel channel;
    private final long size;

    private FileBytes(String name, FileChannel channel, long size) {
        this.name = name;
        this.channel = channel;
        this.size = size;
    }

    /// Opens a regular file; `name` is what messages call it.
    ///
    /// @throws UncheckedIOException when it cannot be opened
    public static FileBytes open(Path file, String name) {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
            return new FileBytes(name, channel, channel.size());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public int read(long position, byte[] target, int offset, int length) {
        ByteBuffer buffer = ByteBuffer.wrap(target, offset, length);
        try {
            while (buffer.hasRemaining()) {
                if (channel.read(buffer, position + buffer.position() - offset) < 0) {
                    break;
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return buffer.position() - offset;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
