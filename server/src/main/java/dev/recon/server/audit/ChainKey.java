package dev.recon.server.audit;

import dev.recon.engine.evidence.Seal;
import dev.recon.engine.evidence.SealKey;
import dev.recon.server.platform.Home;
import dev.recon.server.secret.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.springframework.stereotype.Component;

/// The key that signs heads and packs of evidence. It is derived from the secret that never
/// changes, so all servers of an installation have the same. A home folder that has one of before
/// keeps it.
@Component
public final class ChainKey {
    private final SealKey key;

    ChainKey(Secrets secrets, Home home) throws IOException {
        Path own = home.folder().resolve("audit.key");
        this.key =
                SealKey.of(
                        Files.exists(own)
                                ? Base64.getDecoder().decode(Files.readString(own).strip())
                                : secrets.lastingKey(Secrets.Use.AUDIT).getEncoded());
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
}
