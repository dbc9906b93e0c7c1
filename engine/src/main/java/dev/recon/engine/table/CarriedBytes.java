package dev.recon.engine.table;

/// A text that begins with lines of an earlier run.
///
/// @param text all of it, closed with this
/// @param carriedEnd the position of the first byte behind those lines
public record CarriedBytes(Bytes text, long carriedEnd) implements Bytes {
    @Override
    public String name() {
        return text.name();
    }

    @Override
    public long size() {
        return text.size();
    }

    @Override
    public int read(long position, byte[] target, int offset, int length) {
        return text.read(position, target, offset, length);
    }

    @Override
    public void close() {
        text.close();
    }
}
