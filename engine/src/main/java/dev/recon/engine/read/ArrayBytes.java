package dev.recon.engine.read;

import dev.recon.engine.table.Bytes;
import java.nio.charset.StandardCharsets;

/// Bytes that are in memory already, such as the head of a file that is still on its way.
public final class ArrayBytes implements Bytes {
    private final String name;
    private final byte[] bytes;

    public ArrayBytes(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes.clone();
    }

    /// The bytes of a text in UTF-8.
    public static ArrayBytes of(String name, String text) {
        return new ArrayBytes(name, text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public int read(long position, byte[] target, int offset, int length) {
        int count = (int) Math.clamp(bytes.length - position, 0L, length);
        System.arraycopy(bytes, (int) Math.min(position, bytes.length), target, offset, count);
        return count;
    }

    @Override
    public void close() {
        // Nothing is held open.
    }
}
