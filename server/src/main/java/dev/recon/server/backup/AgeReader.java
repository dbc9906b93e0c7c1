package dev.recon.server.backup;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/// Opens what was encrypted for an identity, by this program or by the tool `age`. Nothing of a
/// chunk is given before all of it has been proved; a file that was cut or changed ends in an
/// error.
final class AgeReader extends InputStream {
    private static final int LINE_BYTES_MAX = 1024;
    private static final int LINES_MAX = 64;

    /// A line of Base64 that is followed by another of the same stanza.
    private static final int FULL_LINE = 64;

    private final InputStream in;
    private final byte[] payloadKey;
    private final byte[] sealed = new byte[Age.CHUNK_BYTES + Age.TAG_BYTES];
    private byte[] plain = new byte[0];
    private int given;
    private long chunks;
    private boolean ended;

    /// Reads the header.
    ///
    /// @throws IOException when it is no such file, or not for this identity
    AgeReader(InputStream encrypted, AgeIdentity identity) throws IOException {
        in = new BufferedInputStream(encrypted, 2 * Age.CHUNK_BYTES);
        try {
            byte[] fileKey = header(identity);
            byte[] nonce = in.readNBytes(Age.FILE_KEY_BYTES);
            payloadKey = Age.payloadKey(fileKey, nonce);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing); // every JDK has these algorithms
        }
    }

    private byte[] header(AgeIdentity identity) throws IOException, GeneralSecurityException {
        if (!line().equals(Age.VERSION)) {
            throw new IOException("it is not encrypted as " + Age.VERSION);
        }
        StringBuilder header = new StringBuilder(Age.VERSION).append('\n');
        List<String> lines = new ArrayList<>();
        String line = line();
        while (!line.startsWith(Age.END)) {
            if (lines.size() > LINES_MAX) {
                throw new IOException("its header has no end");
            }
            lines.add(line);
            header.append(line).append('\n');
            line = line();
        }
        byte[] fileKey = unwrap(lines, identity);
        byte[] sum = decoded(line.substring(Age.END.length()).strip());
        if (!MessageDigest.isEqual(sum, Age.headerSum(fileKey, header + Age.END))) {
            throw new IOException("its header was changed");
        }
        return fileKey;
    }

    private static byte[] unwrap(List<String> lines, AgeIdentity identity)
            throws IOException, GeneralSecurityException {
        for (int at = 0; at + 1 < lines.size(); at++) {
            boolean isWhole = lines.get(at + 1).length() < FULL_LINE;
            if (lines.get(at).startsWith(Age.STANZA) && isWhole) {
                byte[] share = decoded(lines.get(at).substring(Age.STANZA.length()));
                byte[] wrapped = decoded(lines.get(at + 1));
                if (share.length == Age.KEY_BYTES) {
                    byte[] recipient = identity.recipient().key();
                    byte[] agreed = Age.agree(identity.key(), share);
                    byte[] wrapKey = Age.wrapKey(agreed, share, recipient);
                    byte[] fileKey = opened(wrapKey, wrapped);
                    if (fileKey.length == Age.FILE_KEY_BYTES) {
                        return fileKey;
                    }
                }
            }
        }
        throw new IOException(
                "it was encrypted for another key. Give the identity that belongs to the"
                        + " BACKUP_RECIPIENT of then.");
    }

    /// Empty when it is not for this key.
    private static byte[] opened(byte[] wrapKey, byte[] wrapped) throws GeneralSecurityException {
        try {
            return Age.opening(wrapKey, new byte[Age.NONCE_BYTES]).doFinal(wrapped);
        } catch (javax.crypto.AEADBadTagException _) {
            return new byte[0];
        }
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int one = in.read(); one != '\n'; one = in.read()) {
            if (one < 0 || line.size() > LINE_BYTES_MAX) {
                throw new IOException("it has no header of " + Age.VERSION);
            }
            line.write(one);
        }
        return line.toString(StandardCharsets.US_ASCII);
    }

    private static byte[] decoded(String text) throws IOException {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException wrong) {
            throw new IOException("its header was changed", wrong);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int from, int count) throws IOException {
        while (given == plain.length) {
            if (ended) {
                return -1;
            }
            openChunk();
        }
        int some = Math.min(count, plain.length - given);
        System.arraycopy(plain, given, target, from, some);
        given += some;
        return some;
    }

    private void openChunk() throws IOException {
        int length = in.readNBytes(sealed, 0, sealed.length);
        in.mark(1);
        ended = in.read() < 0;
        in.reset();
        try {
            byte[] nonce = Age.nonce(chunks++, ended);
            plain = Age.opening(payloadKey, nonce).doFinal(Arrays.copyOf(sealed, length));
            given = 0;
        } catch (GeneralSecurityException wrong) {
            throw new IOException("it was cut or changed in chunk " + chunks, wrong);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
