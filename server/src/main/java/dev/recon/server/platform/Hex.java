package dev.recon.server.platform;

import java.util.HexFormat;

/// Hashes as text, in lower case.
public final class Hex {
    private Hex() {}

    public static String of(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
