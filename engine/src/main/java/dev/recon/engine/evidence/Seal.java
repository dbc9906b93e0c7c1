package dev.recon.engine.evidence;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/// A signature (Ed25519, RFC 8032) and the public key that it can be checked with.
///
/// @param key the public key, X.509 in Base64
/// @param signature in Base64
public record Seal(String key, String signature) {
    static final String ALGORITHM = "Ed25519";

    /// Is this the signature of the text?
    public boolean isOf(String text) {
        try {
            byte[] encoded = Base64.getDecoder().decode(key);
            PublicKey known =
                    KeyFactory.getInstance(ALGORITHM)
                            .generatePublic(new X509EncodedKeySpec(encoded));
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(known);
            check.update(text.getBytes(StandardCharsets.UTF_8));
            return check.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            return false;
        }
    }
}
