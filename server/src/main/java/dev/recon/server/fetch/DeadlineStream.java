package dev.recon.server.fetch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;

/// A stream that breaks off when the time is over, however slowly it trickles.
final class DeadlineStream extends FilterInputStream {
    private final Instant deadline;

    DeadlineStream(InputStream in, Instant deadline) {
        super(in);
        this.deadline = deadline;
    }

    @Override
    public int read() throws IOException {
        requireTime();
        return super.read();
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        requireTime();
        return super.read(target, from, length);
    }

    private void requireTime() throws IOException {
        if (Instant.now().isAfter(deadline)) {
            throw new IOException("it took too long");
        }
    }
}
