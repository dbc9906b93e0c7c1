package dev.recon.server.secret;

import dev.recon.server.secret.Secrets.Use;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/// Seals small secrets that must be read again (AES-256-GCM): a version byte, a nonce of 12 bytes,
/// the ciphertext with its tag. What belongs to one owner does not open for another.
@Component
public final class Seal {
    private static final byte KEY = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey key;

    Seal(Secrets secrets) {
        this.key = new SecretKeySpec(secrets.lastingKey(Use.SEAL).getEncoded(), "AES");
    }

    public byte[] close(UUID owner, byte[] secret) {
        byte[] nonce = Tokens.bytes(NONCE_BYTES);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, owner, nonce, secret);
        return ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
                .put(KEY)
                .put(nonce)
                .put(sealed)
                .array();
    }

    public byte[] open(UUID owner, byte[] sealed) {
        ByteBuffer from = ByteBuffer.wrap(sealed);
        if (from.get() != KEY) {
            throw new IllegalStateException("sealed with a key that is not here");
        }
        byte[] nonce = new byte[NONCE_BYTES];
        from.get(nonce);
        byte[] rest = new byte[from.remaining()];
        from.get(rest);
        return cipher(Cipher.DECRYPT_MODE, owner, nonce, rest);
    }

    private byte[] cipher(int mode, UUID owner, byte[] nonce, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(
                    ByteBuffer.allocate(2 * Long.BYTES)
                            .putLong(owner.getMostSignificantBits())
                            .putLong(owner.getLeastSignificantBits())
                            .array());
            return cipher.doFinal(text);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("it was sealed elsewhere, or changed", failure);
        }
    }
}
