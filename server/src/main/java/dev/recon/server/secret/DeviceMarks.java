package dev.recon.server.secret;

import dev.recon.server.platform.Hex;
import dev.recon.server.secret.Secrets.Use;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import org.springframework.stereotype.Component;

/// Marks a browser that has signed in to an account before, so that what strangers try on that
/// account does not keep its owner out. A mark opens nothing: `NUMBER.ENDS.SIGNATURE`.
@Component
public final class DeviceMarks {
    /// How long one is worth something.
    public static final Duration LIFETIME = Duration.ofDays(180);

    private static final Pattern MARK =
            Pattern.compile("([A-Za-z0-9_-]{16,64})\\.(\\d{1,12})\\.([0-9a-f]{64})");

    private final SecretKey key;

    DeviceMarks(Secrets secrets) {
        this.key = secrets.lastingKey(Use.DEVICE);
    }

    /// A new mark for this account's address.
    public String make(String email, Instant now) {
        String number = Tokens.next();
        long ends = now.plus(LIFETIME).getEpochSecond();
        return number + "." + ends + "." + signature(email, number, ends);
    }

    /// The number of the mark, if it is one for this address.
    public Optional<String> find(String email, String mark, Instant now) {
        Matcher parts = MARK.matcher(mark);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String number = parts.group(1);
        long ends = Long.parseLong(parts.group(2));
        byte[] expected = signature(email, number, ends).getBytes(StandardCharsets.US_ASCII);
        boolean signed =
                MessageDigest.isEqual(expected, parts.group(3).getBytes(StandardCharsets.US_ASCII));
        return signed && ends > now.getEpochSecond() ? Optional.of(number) : Optional.empty();
    }

    private String signature(String email, String number, long ends) {
        return Hex.of(Macs.sha256(key, email + "\n" + number + "\n" + ends));
    }
}
