package dev.recon.server.access;

import dev.recon.server.secret.Tokens;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An API key as a program sends it: `rk_live_ID_SECRET`. The fixed beginning lets scanners of
/// source code find keys that were committed by mistake.
public record ApiKeyText(UUID id, String secret) {
    private static final String PREFIX = "rk_live_";
    private static final Pattern TEXT =
            Pattern.compile(PREFIX + "([0-9a-f]{32})_([A-Za-z0-9_-]{43})");

    /// A new one with this id.
    public static ApiKeyText next(UUID id) {
        return new ApiKeyText(id, Tokens.next());
    }

    static boolean looksLike(String text) {
        return text.startsWith(PREFIX);
    }

    static Optional<ApiKeyText> parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String hex = parts.group(1);
        return Optional.of(
                new ApiKeyText(
                        new UUID(
                                Long.parseUnsignedLong(hex.substring(0, 16), 16),
                                Long.parseUnsignedLong(hex.substring(16), 16)),
                        parts.group(2)));
    }

    public byte[] hash() {
        return Tokens.hash(secret);
    }

    /// The whole key, to be shown once.
    public String text() {
        return PREFIX + id.toString().replace("-", "") + "_" + secret;
    }

    @Override
    public String toString() {
        return PREFIX + id;
    }
}
