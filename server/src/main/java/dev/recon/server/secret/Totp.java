package dev.recon.server.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;

/// One-time codes by time (RFC 6238): HMAC-SHA-1, 30 seconds, six digits, as all apps have them.
public final class Totp {
    private static final int SEED_BYTES = 20;
    private static final int STEP_SECONDS = 30;
    private static final int DIGITS = 6;
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Totp() {}

    /// A new seed.
    public static byte[] seed() {
        return Tokens.bytes(SEED_BYTES);
    }

    /// The step whose code this is, among the one now, the one before and the one after; only steps
    /// after `last` count, because each works once.
    public static OptionalLong findStep(byte[] seed, String code, Instant now, long last) {
        long step = now.getEpochSecond() / STEP_SECONDS;
        return LongStream.rangeClosed(step - 1, step + 1)
                .filter(one -> one > last)
                .filter(one -> isSame(code(seed, one, DIGITS), code))
                .findFirst();
    }

    /// The code of a step.
    static String code(byte[] seed, long step, int digits) {
        byte[] message = ByteBuffer.allocate(Long.BYTES).putLong(step).array();
        byte[] mac = Macs.mac("HmacSHA1", new SecretKeySpec(seed, "HmacSHA1"), message);
        int offset = mac[mac.length - 1] & 0xf;
        int number = ByteBuffer.wrap(mac, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
        String text = "%010d".formatted(number);
        return text.substring(text.length() - digits);
    }

    /// A seed as people type it (RFC 4648, Base32).
    public static String toBase32(byte[] seed) {
        StringBuilder text = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte one : seed) {
            buffer = (buffer << 8) | (one & 0xff);
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(BASE32.charAt((buffer >> bits) & 31));
            }
        }
        if (bits > 0) {
            text.append(BASE32.charAt((buffer << (5 - bits)) & 31));
        }
        return text.toString();
    }

    private static boolean isSame(String expected, String given) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
