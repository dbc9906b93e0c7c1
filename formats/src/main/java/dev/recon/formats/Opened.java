package dev.recon.formats;

import dev.recon.engine.read.Problem;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What came of opening a file: text to read, or the reason why not.
public sealed interface Opened {
    /// Text that the engine can read from `path`. Closing it removes the file if it is a temporary
    /// one, made by unpacking.
    ///
    /// @param path the text: the file itself, or what was packed in it
    /// @param name what the person called the file
    /// @param temporary does the file go away on closing?
    record Text(Path path, String name, boolean temporary) implements Opened, Closeable {
        @Override
        public void close() throws IOException {
            if (temporary) {
                Files.deleteIfExists(path);
            }
        }
    }

    /// The file cannot be read; nothing was left behind.
    record Refused(Problem problem) implements Opened {}
}
