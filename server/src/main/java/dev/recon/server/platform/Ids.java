package dev.recon.server.platform;

import java.security.SecureRandom;
import java.util.UUID;

/// Makes ids that sort by the time they were made (UUID version 7, RFC 9562).
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private Ids() {}

    /// A new id.
    public static UUID next() {
        long millis = System.currentTimeMillis();
        long high = millis << 16 | VERSION | RANDOM.nextInt(1 << 12);
        return new UUID(high, RANDOM.nextLong() >>> 2 | VARIANT);
    }
}
