package dev.recon.formats.format;

import dev.recon.engine.read.ArrayBytes;
import dev.recon.engine.read.Encodings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;

/// How a file begins: what its format is recognised by.
///
/// @param bytes its first bytes
/// @param text the same as characters, without a byte order mark and blanks before them; what ends
///   within a character ends with a replacement character
/// @param isWhole is this the whole file?
/// @param members the names of what it holds, if it is a ZIP archive that can be read
public record Head(byte[] bytes, String text, boolean isWhole, Set<String> members) {
    /// The most of a file that is looked at.
    public static final int BYTES_MAX = 1 << 16;

    public Head {
        members = Set.copyOf(members);
    }

    /// Reads the head of a file.
    public static Head of(Path path, Set<String> members) throws IOException {
        try (InputStream file = Files.newInputStream(path)) {
            byte[] bytes = file.readNBytes(BYTES_MAX);
            boolean isWhole = bytes.length < BYTES_MAX || file.read() < 0;
            return new Head(bytes, text(bytes), isWhole, members);
        }
    }

    /// The head of a file that is no archive.
    ///
    /// @param first its first bytes: one more than [#BYTES_MAX], or the whole file
    public static Head of(byte[] first) {
        byte[] bytes = Arrays.copyOf(first, Math.min(first.length, BYTES_MAX));
        return new Head(bytes, text(bytes), first.length <= BYTES_MAX, Set.of());
    }

    /// Does the file begin with these characters, whatever their case?
    public boolean startsWith(String start) {
        return text.regionMatches(true, 0, start, 0, start.length());
    }

    private static String text(byte[] bytes) {
        var encoding = Encodings.detect(new ArrayBytes("head", bytes));
        // windows-1252 gives some bytes no meaning; here every byte is a character.
        var charset = encoding.equals(Encodings.WESTERN) ? StandardCharsets.ISO_8859_1 : encoding;
        String text = new String(bytes, charset);
        return (text.startsWith("\uFEFF") ? text.substring(1) : text).stripLeading();
    }
}
