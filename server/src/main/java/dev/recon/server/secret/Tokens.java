package dev.recon.server.secret;

import dev.recon.server.platform.Segment;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

/// Opaque tokens: 256 random bits as text; only their hash is ever stored.
public final class Tokens {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private Tokens() {}

    /// A new token.
    public static String next() {
        return text(BYTES);
    }

    /// Random bytes as text without padding.
    static String text(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /// Random bytes.
    static byte[] bytes(int count) {
        byte[] random = new byte[count];
        RANDOM.nextBytes(random);
        return random;
    }

    /// What is stored of a token. Nothing slow is needed: nobody guesses 256 bits.
    public static byte[] hash(String token) {
        return Segment.digest().digest(token.getBytes(StandardCharsets.UTF_8));
    }
}
