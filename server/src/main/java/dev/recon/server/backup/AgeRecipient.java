package dev.recon.server.backup;

/// For whom something is encrypted: a public key as `age-keygen` prints it (`age1…`).
public final class AgeRecipient {
    private static final String PREFIX = "age";

    private final byte[] key;

    AgeRecipient(byte[] key) {
        this.key = key.clone();
    }

    /// Reads one.
    ///
    /// @throws IllegalArgumentException when it is none, with what was expected
    public static AgeRecipient parse(String text) {
        try {
            return new AgeRecipient(Bech32.key(PREFIX, text));
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(
                    "BACKUP_RECIPIENT is no public key: "
                            + wrong.getMessage()
                            + ". Expected the line that age-keygen prints (age1…).",
                    wrong);
        }
    }

    /// The 32 bytes of the X25519 point (RFC 7748).
    byte[] key() {
        return key.clone();
    }
}
