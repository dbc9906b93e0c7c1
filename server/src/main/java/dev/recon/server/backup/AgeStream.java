package dev.recon.server.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;

/// Encrypts what is written to it for one recipient, in the format age-encryption.org/v1, so that
/// the tool `age` opens it wherever there is one. It holds one chunk of 64 KiB at a time.
final class AgeStream extends FilterOutputStream {
    private final byte[] chunk = new byte[Age.CHUNK_BYTES];
    private final byte[] payloadKey;
    private int held;
    private long chunks;
    private boolean closed;

    /// Writes the header to `out`.
    AgeStream(OutputStream out, AgeRecipient recipient) throws IOException {
        super(out);
        byte[] fileKey = random();
        byte[] nonce = random();
        try {
            out.write(header(fileKey, recipient));
            payloadKey = Age.payloadKey(fileKey, nonce);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing); // every JDK has these algorithms
        }
        out.write(nonce);
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        int done = 0;
        while (done < count) {
            if (held == Age.CHUNK_BYTES) {
                endChunk(false);
            }
            int part = Math.min(count - done, Age.CHUNK_BYTES - held);
            System.arraycopy(bytes, from + done, chunk, held, part);
            held += part;
            done += part;
        }
    }

    /// Ends the last chunk: without it the file does not open.
    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            endChunk(true);
            super.close();
        }
    }

    private void endChunk(boolean isLast) throws IOException {
        try {
            byte[] nonce = Age.nonce(chunks++, isLast);
            out.write(Age.sealing(payloadKey, nonce).doFinal(chunk, 0, held));
        } catch (GeneralSecurityException wrong) {
            throw new IllegalStateException(wrong);
        }
        held = 0;
    }

    private static byte[] header(byte[] fileKey, AgeRecipient recipient)
            throws GeneralSecurityException {
        KeyPair own = KeyPairGenerator.getInstance("X25519").generateKeyPair();
        byte[] share = Age.bytesOf(own.getPublic());
        byte[] agreed = Age.agree(own.getPrivate(), recipient.key());
        byte[] wrapKey = Age.wrapKey(agreed, share, recipient.key());
        byte[] wrapped = Age.sealing(wrapKey, new byte[Age.NONCE_BYTES]).doFinal(fileKey);
        String stanza = Age.STANZA + Age.text(share) + "\n" + Age.text(wrapped) + "\n";
        String text = Age.VERSION + "\n" + stanza + Age.END;
        String sum = Age.text(Age.headerSum(fileKey, text));
        return (text + " " + sum + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] random() {
        byte[] bytes = new byte[Age.FILE_KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
