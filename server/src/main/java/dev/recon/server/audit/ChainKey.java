package dev.recon.server.audit;

import dev.recon.engine.evidence.Seal;
import dev.recon.engine.evidence.SealKey;
import dev.recon.server.platform.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.stereotype.Component;

/// The key that signs heads and packs of evidence. It is made once and kept in the home folder,
/// where only the server's user may read it.
@Component
public final class ChainKey {
    private final SealKey key;

    ChainKey(Home home) throws IOException {
        this.key = SealKey.of(secret(home.folder().resolve("audit.key")));
    }

    /// What others check signatures with: X.509 in Base64.
    public String publicKey() {
        return key.publicKey();
    }

    /// Signs a text.
    public Seal sign(String text) {
        return key.sign(text);
    }

    SealKey seal() {
        return key;
    }

    private static byte[] secret(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] fresh = new byte[SealKey.SECRET_BYTES];
            new SecureRandom().nextBytes(fresh);
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, Base64.getEncoder().encodeToString(fresh));
        }
        return Base64.getDecoder().decode(Files.readString(file).strip());
    }
}
