package dev.recon.server.access;

import dev.recon.server.platform.Checks;
import dev.recon.server.platform.Problem;
import java.util.Base64;

/// Bytes as browsers write those of a passkey: base64 for addresses (RFC 4648, section 5), without
/// padding.
final class WebBytes {
    private static final int CHARS_MAX = 16_384;

    private WebBytes() {}

    static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static byte[] of(String pointer, String text) {
        try {
            return Base64.getUrlDecoder().decode(Checks.text(pointer, text, CHARS_MAX));
        } catch (IllegalArgumentException _) {
            throw Problem.invalid(pointer, "must be base64 for addresses, without padding");
        }
    }
}
