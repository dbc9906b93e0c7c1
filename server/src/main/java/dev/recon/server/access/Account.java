package dev.recon.server.access;

import dev.recon.server.platform.Ids;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// Who signs in: an e-mail address, and what proves that it is them.
///
/// @param passwordHash none for who only ever comes through a single sign-on
/// @param totpSeed the sealed seed of one-time codes
/// @param totpConfirmed a code has proved that the person has the seed, too
/// @param hasPasskey a device of the person keeps a key
/// @param tokensVersion grows with each new password; what was proved by an older one holds no more
public record Account(
        UUID id,
        String email,
        String name,
        Optional<String> passwordHash,
        Optional<byte[]> totpSeed,
        boolean totpConfirmed,
        long totpLastStep,
        boolean hasPasskey,
        int tokensVersion) {
    /// A new account; it has no second factor yet.
    ///
    /// @param email as it is compared
    public static Account of(String email, String name, Optional<String> passwordHash) {
        return new Account(
                Ids.next(), email, name, passwordHash, Optional.empty(), false, 0, false, 1);
    }

    /// Is more than the password asked for?
    public boolean hasSecondFactor() {
        return totpConfirmed || hasPasskey;
    }

    /// An address as it is compared: whatever its case and the blanks around it.
    public static String normal(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }
}
