package dev.recon.server.secret;

import dev.recon.server.platform.Hex;
import dev.recon.server.platform.Segment;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/// The secrets of an installation, and the keys that are derived from them (HKDF, RFC 5869), one
/// for each use, so that none is ever used for two things.
///
/// @param signing signs what is handed out
/// @param previous still verifies what was signed before the last change
/// @param pepper goes into every password hash and seals what is stored; it never changes
public record Secrets(String signing, Optional<String> previous, String pepper) {
    private static final int KEY_ID_CHARS = 8;

    /// What a key is for.
    public enum Use {
        ACCESS_TOKEN,
        DEVICE,
        TICKET,
        ATTEMPT,
        PASSWORD,
        SEAL,
        AUDIT
    }

    /// The keys that verify, by their id; the first one signs.
    public Map<String, SecretKey> signingKeys(Use use) {
        Map<String, SecretKey> keys = new LinkedHashMap<>();
        keys.put(id(signing), derive(signing, use));
        previous.ifPresent(secret -> keys.putIfAbsent(id(secret), derive(secret, use)));
        return keys;
    }

    /// The id of the key that signs.
    public String signingKeyId() {
        return id(signing);
    }

    /// A key that lives as long as what is stored.
    public SecretKey lastingKey(Use use) {
        return derive(pepper, use);
    }

    /// A hash that nobody without our secrets can make or compare.
    public byte[] hash(Use use, byte[] text) {
        return Macs.mac("HmacSHA256", lastingKey(use), text);
    }

    @Override
    public String toString() {
        return "Secrets";
    }

    private static String id(String secret) {
        byte[] hash = Segment.digest().digest(secret.getBytes(StandardCharsets.UTF_8));
        return Hex.of(hash).substring(0, KEY_ID_CHARS);
    }

    private static SecretKey derive(String secret, Use use) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            "HmacSHA256",
                            HKDFParameterSpec.ofExtract()
                                    .addIKM(secret.getBytes(StandardCharsets.UTF_8))
                                    .thenExpand(
                                            ("recon " + use.name())
                                                    .getBytes(StandardCharsets.UTF_8),
                                            32));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("the JDK lacks HKDF-SHA256", failure);
        }
    }
}
