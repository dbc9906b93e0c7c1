package dev.recon.server;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// A device that keeps one passkey, written by hand from Web Authentication level 3, so that it can
/// also do what no honest device does: other origins, other places, a count that goes back.
final class SoftKey {
    static final int USER_PRESENT = 1;
    static final int USER_VERIFIED = 4;
    private static final int WITH_KEY = 64;
    private static final int COORDINATE_BYTES = 32;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final KeyPair pair = pair();
    private final byte[] id = random();
    private byte[] handle = {};

    /// What it says of where it is and of itself.
    String origin = "http://localhost:8080";

    String place = "localhost";
    int flags = USER_PRESENT | USER_VERIFIED;
    int count = 1;

    /// Makes its key for what was asked, as the page sends it.
    Map<String, Object> make(Api.Answer asked, String name) {
        handle = Base64.getUrlDecoder().decode(asked.text("/userHandle"));
        byte[] key = publicKey();
        ByteBuffer made = ByteBuffer.allocate(16 + 2 + id.length + key.length);
        made.put(new byte[16]).putShort((short) id.length).put(id).put(key);
        ByteArrayOutputStream attestation = new ByteArrayOutputStream();
        attestation.write(0xA3);
        text(attestation, "fmt");
        text(attestation, "none");
        text(attestation, "attStmt");
        attestation.write(0xA0);
        text(attestation, "authData");
        bytes(attestation, data(flags | WITH_KEY, made.array()));
        count++;
        return Map.of(
                "name", name,
                "clientData", web(client("webauthn.create", asked.text("/challenge"))),
                "attestation", web(attestation.toByteArray()));
    }

    /// Signs what was asked, as the page sends it.
    Map<String, Object> sign(Api.Answer asked) {
        byte[] client = client("webauthn.get", asked.text("/challenge"));
        byte[] data = data(flags, new byte[0]);
        Map<String, Object> signed = new HashMap<>();
        signed.put("credentialId", web(id));
        signed.put("clientData", web(client));
        signed.put("authenticatorData", web(data));
        signed.put("signature", web(signature(data, client)));
        signed.put("userHandle", web(handle));
        count++;
        return signed;
    }

    private byte[] data(int said, byte[] key) {
        return ByteBuffer.allocate(37 + key.length)
                .put(sha256(place.getBytes(StandardCharsets.UTF_8)))
                .put((byte) said)
                .putInt(count)
                .put(key)
                .array();
    }

    private byte[] client(String type, String challenge) {
        return JSON.writeValueAsBytes(
                Map.of(
                        "type", type,
                        "challenge", challenge,
                        "origin", origin,
                        "crossOrigin", false));
    }

    /// A COSE key (RFC 9053): EC2, ES256, P-256, x, y.
    private byte[] publicKey() {
        ECPublicKey key = (ECPublicKey) pair.getPublic();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0xA5, 1, 2, 3, 0x26, 0x20, 1, 0x21});
        bytes(out, coordinate(key.getW().getAffineX()));
        out.write(0x22);
        bytes(out, coordinate(key.getW().getAffineY()));
        return out.toByteArray();
    }

    private byte[] signature(byte[] data, byte[] client) {
        try {
            Signature signer = Signature.getInstance("SHA256withECDSA");
            signer.initSign(pair.getPrivate());
            signer.update(data);
            signer.update(sha256(client));
            return signer.sign();
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static byte[] coordinate(BigInteger number) {
        byte[] all = number.toByteArray();
        byte[] out = new byte[COORDINATE_BYTES];
        int drop = Math.max(0, all.length - COORDINATE_BYTES);
        byte[] kept = Arrays.copyOfRange(all, drop, all.length);
        System.arraycopy(kept, 0, out, COORDINATE_BYTES - kept.length, kept.length);
        return out;
    }

    private static void text(ByteArrayOutputStream out, String text) {
        out.write(0x60 | text.length());
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void bytes(ByteArrayOutputStream out, byte[] bytes) {
        out.write(0x58);
        out.write(bytes.length);
        out.writeBytes(bytes);
    }

    private static String web(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] random() {
        byte[] made = new byte[COORDINATE_BYTES];
        new SecureRandom().nextBytes(made);
        return made;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
