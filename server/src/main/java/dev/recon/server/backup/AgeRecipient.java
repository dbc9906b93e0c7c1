package dev.recon.server.backup;

import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.security.GeneralSecurityException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// For whom something is encrypted: a public key as `age-keygen` prints it (`age1…`).
final class AgeRecipient {
    private static final String PREFIX = "age1";

    private final RecipientStanzaWriter key;

    private AgeRecipient(RecipientStanzaWriter key) {
        this.key = key;
    }

    /// Reads one.
    ///
    /// @throws IllegalArgumentException when it is none, with what was expected
    static AgeRecipient parse(String text) {
        if (!text.startsWith(PREFIX)) {
            throw wrong("it does not begin with " + PREFIX, null);
        }
        try {
            return new AgeRecipient(
                    X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(text));
        } catch (GeneralSecurityException | IllegalArgumentException cause) {
            throw wrong("a letter was mistyped, or it was cut", cause);
        }
    }

    private static IllegalArgumentException wrong(String found, @Nullable Exception cause) {
        return new IllegalArgumentException(
                "BACKUP_RECIPIENT is no public key: "
                        + found
                        + ". Expected the line that age-keygen prints (age1…).",
                cause);
    }

    /// Encrypts what is written to it, in the format age-encryption.org/v1, so that the tool `age`
    /// opens it wherever there is one. It holds a chunk of 64 KiB at a time; without its end, which
    /// closing it writes, the file does not open.
    OutputStream seal(OutputStream out) throws IOException {
        try {
            return Channels.newOutputStream(
                    new StandardEncryptingChannelFactory()
                            .newEncryptingChannel(Channels.newChannel(out), List.of(key)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing); // every JDK has these algorithms
        }
    }
}
