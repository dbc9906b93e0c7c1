package dev.recon.server.backup;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.XECPublicKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPrivateKeySpec;
import java.security.spec.XECPublicKeySpec;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// What writing and reading the format age-encryption.org/v1 have in common: its sizes, its words,
/// and its use of X25519 (RFC 7748), HKDF (RFC 5869) and ChaCha20-Poly1305 (RFC 8439).
final class Age {
    static final String VERSION = "age-encryption.org/v1";
    static final String STANZA = "-> X25519 ";
    static final String END = "---";
    static final int KEY_BYTES = 32;
    static final int FILE_KEY_BYTES = 16;
    static final int NONCE_BYTES = 12;
    static final int TAG_BYTES = 16;

    /// What is encrypted at a time; the last chunk may be shorter.
    static final int CHUNK_BYTES = 64 * 1024;

    private static final String CURVE = "X25519";
    private static final BigInteger BASE_POINT = BigInteger.valueOf(9);

    private Age() {}

    /// Base64 without padding, as the format has it.
    static String text(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }

    /// What both ends of an agreement know.
    static byte[] agree(PrivateKey own, byte[] other) throws GeneralSecurityException {
        KeyAgreement agreement = KeyAgreement.getInstance(CURVE);
        agreement.init(own);
        agreement.doPhase(publicKey(new BigInteger(1, reversed(other))), true);
        return agreement.generateSecret();
    }

    static PrivateKey privateKey(byte[] scalar) throws GeneralSecurityException {
        return KeyFactory.getInstance(CURVE)
                .generatePrivate(new XECPrivateKeySpec(NamedParameterSpec.X25519, scalar));
    }

    /// The point that belongs to a private key.
    static byte[] publicOf(PrivateKey key) throws GeneralSecurityException {
        return agree(key, littleEndian(BASE_POINT));
    }

    static byte[] bytesOf(PublicKey key) {
        return littleEndian(((XECPublicKey) key).getU());
    }

    private static Key publicKey(BigInteger point) throws GeneralSecurityException {
        return KeyFactory.getInstance(CURVE)
                .generatePublic(new XECPublicKeySpec(NamedParameterSpec.X25519, point));
    }

    /// The key that the key of the file is wrapped with.
    static byte[] wrapKey(byte[] agreed, byte[] share, byte[] recipient)
            throws GeneralSecurityException {
        byte[] salt = new byte[2 * KEY_BYTES];
        System.arraycopy(share, 0, salt, 0, KEY_BYTES);
        System.arraycopy(recipient, 0, salt, KEY_BYTES, KEY_BYTES);
        return derive(agreed, salt, VERSION + "/X25519");
    }

    /// The sum over a header, to its three dashes.
    static byte[] headerSum(byte[] fileKey, String header) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(derive(fileKey, new byte[0], "header"), "HmacSHA256"));
        return mac.doFinal(header.getBytes(StandardCharsets.US_ASCII));
    }

    static byte[] payloadKey(byte[] fileKey, byte[] nonce) throws GeneralSecurityException {
        return derive(fileKey, nonce, "payload");
    }

    private static byte[] derive(byte[] secret, byte[] salt, String purpose)
            throws GeneralSecurityException {
        HKDFParameterSpec.Builder extract = HKDFParameterSpec.ofExtract().addIKM(secret);
        if (salt.length > 0) {
            extract.addSalt(salt);
        }
        byte[] info = purpose.getBytes(StandardCharsets.US_ASCII);
        return KDF.getInstance("HKDF-SHA256").deriveData(extract.thenExpand(info, KEY_BYTES));
    }

    /// The nonce of a chunk: its number, and whether it is the last.
    static byte[] nonce(long number, boolean isLast) {
        byte[] nonce = new byte[NONCE_BYTES];
        for (int place = 0; place < Long.BYTES; place++) {
            nonce[NONCE_BYTES - 2 - place] = (byte) (number >>> (Byte.SIZE * place));
        }
        nonce[NONCE_BYTES - 1] = (byte) (isLast ? 1 : 0);
        return nonce;
    }

    static Cipher sealing(byte[] key, byte[] nonce) throws GeneralSecurityException {
        return cipher(Cipher.ENCRYPT_MODE, key, nonce);
    }

    static Cipher opening(byte[] key, byte[] nonce) throws GeneralSecurityException {
        return cipher(Cipher.DECRYPT_MODE, key, nonce);
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("ChaCha20-Poly1305");
        cipher.init(mode, new SecretKeySpec(key, "ChaCha20"), new IvParameterSpec(nonce));
        return cipher;
    }

    private static byte[] littleEndian(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] all = new byte[KEY_BYTES];
        for (int place = 0; place < KEY_BYTES && place < bytes.length; place++) {
            all[place] = bytes[bytes.length - 1 - place];
        }
        return all;
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] turned = new byte[bytes.length];
        for (int place = 0; place < bytes.length; place++) {
            turned[place] = bytes[bytes.length - 1 - place];
        }
        return turned;
    }
}
