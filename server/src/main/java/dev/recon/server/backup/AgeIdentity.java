package dev.recon.server.backup;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.util.Locale;

/// Who can read what was encrypted: a private key as `age-keygen` writes it (`AGE-SECRET-KEY-1…`).
/// It is kept apart from every server.
public final class AgeIdentity {
    private static final String PREFIX = "age-secret-key-";

    private final PrivateKey key;
    private final AgeRecipient recipient;

    private AgeIdentity(PrivateKey key, AgeRecipient recipient) {
        this.key = key;
        this.recipient = recipient;
    }

    /// Reads one, or the file that `age-keygen` writes, whose other lines begin with `#`.
    ///
    /// @throws IllegalArgumentException when it is none, with what was expected
    public static AgeIdentity parse(String text) {
        String line =
                text.lines()
                        .map(String::strip)
                        .filter(one -> !one.isEmpty() && !one.startsWith("#"))
                        .findFirst()
                        .orElse("");
        byte[] scalar = scalar(line.toLowerCase(Locale.ROOT));
        try {
            PrivateKey key = Age.privateKey(scalar);
            return new AgeIdentity(key, new AgeRecipient(Age.publicOf(key)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing); // every JDK has these algorithms
        }
    }

    private static byte[] scalar(String text) {
        try {
            return Bech32.key(PREFIX, text);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(
                    "BACKUP_IDENTITY is no private key: "
                            + wrong.getMessage()
                            + ". Expected what age-keygen wrote (AGE-SECRET-KEY-1…).",
                    wrong);
        }
    }

    AgeRecipient recipient() {
        return recipient;
    }

    PrivateKey key() {
        return key;
    }
}
