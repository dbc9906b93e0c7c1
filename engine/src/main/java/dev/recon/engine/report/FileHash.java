package dev.recon.engine.report;

/// Which file it was: its name and, to the byte, its content.
///
/// @param name a label without folders
/// @param bytes how long the file is
/// @param sha256 64 hexadecimal digits
public record FileHash(String name, long bytes, String sha256) {
    public FileHash {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a SHA-256: " + sha256);
        }
    }
}
