package dev.recon.server.backup;

import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.security.GeneralSecurityException;
import java.util.List;

/// Who can read what was encrypted: a private key as `age-keygen` writes it (`AGE-SECRET-KEY-1…`).
/// It is kept apart from every server.
final class AgeIdentity {
    private final RecipientStanzaReader key;

    private AgeIdentity(RecipientStanzaReader key) {
        this.key = key;
    }

    /// Reads one, or the file that `age-keygen` writes, whose other lines begin with `#`.
    ///
    /// @throws IllegalArgumentException when it is none, with what was expected, without the key
    static AgeIdentity parse(String text) {
        String line =
                text.lines()
                        .map(String::strip)
                        .filter(one -> !one.isEmpty() && !one.startsWith("#"))
                        .findFirst()
                        .orElse("");
        try {
            return new AgeIdentity(
                    X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(line));
        } catch (GeneralSecurityException | IllegalArgumentException wrong) {
            // Not as the cause: it may repeat what was typed.
            throw new IllegalArgumentException(
                    "BACKUP_IDENTITY is no private key: a letter was mistyped, or it was cut."
                            + " Expected what age-keygen wrote (AGE-SECRET-KEY-1…).");
        }
    }

    /// Opens what was encrypted for this identity. Nothing of a chunk is given before all of it has
    /// been proved; a file that was cut or changed ends in an error.
    ///
    /// @throws IOException when it is no such file, or not for this identity
    InputStream open(InputStream sealed) throws IOException {
        try {
            return Channels.newInputStream(
                    new StandardDecryptingChannelFactory()
                            .newDecryptingChannel(Channels.newChannel(sealed), List.of(key)));
        } catch (GeneralSecurityException refused) {
            throw new IOException("it was changed, or encrypted for another key", refused);
        }
    }
}
