package dev.recon.server.backup;

import java.io.ByteArrayOutputStream;

/// Bytes as people copy them: letters and digits that cannot be mistaken, and a checksum that finds
/// what was (BIP 173).
final class Bech32 {
    private static final String LETTERS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private static final int[] GENERATOR = {
        0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3
    };
    private static final int CHECKSUM_LETTERS = 6;
    private static final int LETTER_BITS = 5;

    private Bech32() {}

    /// The 32 bytes of a key of this kind.
    ///
    /// @throws IllegalArgumentException when it is none, without repeating it
    static byte[] key(String kind, String text) {
        byte[] key = decode(kind, text);
        if (key.length != Age.KEY_BYTES) {
            throw new IllegalArgumentException("it has " + key.length + " bytes, not 32");
        }
        return key;
    }

    /// The bytes of a text of this kind.
    ///
    /// @throws IllegalArgumentException when it is none
    static byte[] decode(String kind, String text) {
        if (!text.startsWith(kind + "1") || text.length() <= kind.length() + CHECKSUM_LETTERS) {
            throw new IllegalArgumentException("it does not begin with " + kind + "1");
        }
        int[] values = text.substring(kind.length() + 1).chars().map(LETTERS::indexOf).toArray();
        int checksum = 1;
        for (int letter : kind.chars().toArray()) {
            checksum = step(checksum, letter >> LETTER_BITS);
        }
        checksum = step(checksum, 0);
        for (int letter : kind.chars().toArray()) {
            checksum = step(checksum, letter & 31);
        }
        for (int value : values) {
            if (value < 0) {
                throw new IllegalArgumentException("it has a letter that none of these has");
            }
            checksum = step(checksum, value);
        }
        if (checksum != 1) {
            throw new IllegalArgumentException("its checksum is wrong: a letter was mistyped");
        }
        return bytes(values, values.length - CHECKSUM_LETTERS);
    }

    private static int step(int checksum, int value) {
        int top = checksum >>> 25;
        int next = (checksum & 0x1ffffff) << LETTER_BITS ^ value;
        for (int bit = 0; bit < GENERATOR.length; bit++) {
            if ((top >>> bit & 1) == 1) {
                next ^= GENERATOR[bit];
            }
        }
        return next;
    }

    private static byte[] bytes(int[] values, int count) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        int held = 0;
        int bits = 0;
        for (int place = 0; place < count; place++) {
            held = (held << LETTER_BITS | values[place]) & 0xfff;
            bits += LETTER_BITS;
            if (bits >= Byte.SIZE) {
                bits -= Byte.SIZE;
                all.write(held >> bits & 0xff);
            }
        }
        return all.toByteArray();
    }
}
