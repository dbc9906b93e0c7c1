package dev.recon.server.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/// Keyed hashes (HMAC, RFC 2104).
final class Macs {
    private Macs() {}

    static byte[] sha256(SecretKey key, String text) {
        return mac("HmacSHA256", key, text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] mac(String algorithm, SecretKey key, byte[] bytes) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(key);
            return mac.doFinal(bytes);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("the JDK lacks " + algorithm, failure);
        }
    }
}
