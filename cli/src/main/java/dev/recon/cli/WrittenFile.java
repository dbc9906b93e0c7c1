package dev.recon.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file of results.
final class WrittenFile {
    private static final int BUFFER_BYTES = 1 << 16;

    private WrittenFile() {}

    /// Writes what a file has.
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    static void write(Path file, Content content) throws IOException {
        try (OutputStream out =
                new BufferedOutputStream(Files.newOutputStream(file), BUFFER_BYTES)) {
            content.writeTo(out);
        }
    }
}
