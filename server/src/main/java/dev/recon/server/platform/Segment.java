package dev.recon.server.platform;

import com.github.luben.zstd.Zstd;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/// A piece of a fact: compressed, with the hash of what it says, so that it can be verified.
///
/// @param rawBytes how large it is when unpacked
/// @param sha256 the hash of the unpacked bytes
/// @param content the packed bytes
public record Segment(int rawBytes, byte[] sha256, byte[] content) {
    /// Level 1 packs 400 MB a second and leaves about a quarter of a CSV file; higher levels save
    /// little and cost much.
    private static final int LEVEL = 1;

    /// Packs the first `length` bytes.
    public static Segment pack(byte[] bytes, int length) {
        byte[] raw = length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
        return new Segment(length, digest().digest(raw), Zstd.compress(raw, LEVEL));
    }

    /// The bytes that went in.
    ///
    /// @throws IllegalStateException when they are not those that were packed
    public byte[] unpack() {
        byte[] raw = Zstd.decompress(content, rawBytes);
        if (raw.length != rawBytes || !Arrays.equals(digest().digest(raw), sha256)) {
            throw new IllegalStateException("a segment does not have the bytes it was made of");
        }
        return raw;
    }

    /// A fresh SHA-256.
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
