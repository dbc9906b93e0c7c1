package dev.recon.engine.evidence;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;

/// The key that anchors and packs are signed with (Ed25519), made from a secret of 32 bytes.
public final class SealKey {
    /// Bytes of the secret.
    public static final int SECRET_BYTES = 32;

    private final KeyPair pair;

    private SealKey(KeyPair pair) {
        this.pair = pair;
    }

    /// The key of a secret: the same secret gives the same key.
    ///
    /// @throws IllegalArgumentException when the secret has another length
    public static SealKey of(byte[] secret) {
        if (secret.length != SECRET_BYTES) {
            throw new IllegalArgumentException("a secret of " + SECRET_BYTES + " bytes");
        }
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(Seal.ALGORITHM);
            generator.initialize(NamedParameterSpec.ED25519, new Given(secret.clone()));
            return new SealKey(generator.generateKeyPair());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// The public key, X.509 in Base64.
    public String publicKey() {
        return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    }

    /// Signs a text.
    public Seal sign(String text) {
        try {
            Signature signature = Signature.getInstance(Seal.ALGORITHM);
            signature.initSign(pair.getPrivate());
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return new Seal(publicKey(), Base64.getEncoder().encodeToString(signature.sign()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// RFC 8032 makes both keys from 32 secret bytes; Java asks a random source for them.
    private static final class Given extends SecureRandom {
        private static final long serialVersionUID = 1L;

        private final byte[] secret;

        Given(byte[] secret) {
            this.secret = secret;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(secret, 0, bytes, 0, bytes.length);
        }
    }
}
