package dev.recon.formats.format;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Unpacked bytes, within the budget of what they are packed in.
public final class BoundedStream extends FilterInputStream {
    private final Budget budget;

    public BoundedStream(InputStream unpacked, Budget budget) {
        super(unpacked);
        this.budget = budget;
    }

    /// How much may come out of one packed file, archive or workbook: the limit on bytes, and a
    /// hundred times its own size once it is more than a few megabytes.
    public static final class Budget {
        private static final long RATIO_MAX = 100;
        private static final long FREE_BYTES = 16 << 20;

        private final Delivery delivery;
        private final long packedBytes;
        private long bytes;

        public Budget(Delivery delivery, long packedBytes) {
            this.delivery = delivery;
            this.packedBytes = packedBytes;
        }

        private void spend(long more) {
            delivery.requireTime();
            bytes += more;
            if (bytes > delivery.limits().unpackedBytesMax()) {
                throw delivery.problem(
                        "",
                        "a file that unpacks to more than "
                                + delivery.limits().unpackedBytesMax()
                                + " bytes",
                        "a smaller one",
                        "Split it into several files.");
            }
            if (bytes > FREE_BYTES && bytes / RATIO_MAX > packedBytes) {
                throw delivery.problem(
                        "",
                        "a file that unpacks to more than " + RATIO_MAX + " times its own size",
                        "a file that was packed to be smaller, not to fill a disk",
                        "If it is what you meant, unpack it and give what it holds.");
            }
        }
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        budget.spend(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = super.read(target, offset, length);
        budget.spend(Math.max(0, count));
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        long skipped = super.skip(count);
        budget.spend(skipped);
        return skipped;
    }
}
