package dev.recon.server.secret;

import java.time.Instant;

/// The app on somebody's phone: makes one-time codes of the secret that was typed into it.
public final class TestCodes {
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private TestCodes() {}

    /// The code of now, or of so many steps of 30 seconds later.
    public static String code(String secret, int stepsLater) {
        return Totp.code(decode(secret), Instant.now().getEpochSecond() / 30 + stepsLater, 6);
    }

    private static byte[] decode(String secret) {
        byte[] seed = new byte[secret.length() * 5 / 8];
        for (int bit = 0; bit < seed.length * 8; bit++) {
            int value = BASE32.indexOf(secret.charAt(bit / 5));
            if ((value >> (4 - bit % 5) & 1) == 1) {
                seed[bit / 8] |= (byte) (1 << (7 - bit % 8));
            }
        }
        return seed;
    }
}
