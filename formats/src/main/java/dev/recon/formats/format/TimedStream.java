package dev.recon.formats.format;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// The bytes of a file, for as long as there is time for it.
final class TimedStream extends FilterInputStream {
    private final Delivery delivery;

    TimedStream(InputStream bytes, Delivery delivery) {
        super(bytes);
        this.delivery = delivery;
    }

    @Override
    public int read() throws IOException {
        delivery.requireTime();
        return super.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        delivery.requireTime();
        return super.read(target, offset, length);
    }
}
