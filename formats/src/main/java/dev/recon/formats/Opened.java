package dev.recon.formats;

import dev.recon.engine.read.Dialect;
import dev.recon.engine.read.Problem;
import dev.recon.formats.format.Origin;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What came of opening a file: text to read, or the reason why not.
public sealed interface Opened {
    /// Text that the engine can read from `path`. Closing it removes the file if it is a temporary
    /// one, made by unpacking or unfolding.
    ///
    /// @param path the text: the file itself, what was packed in it, or the table it unfolded to
    /// @param name what the person called the file
    /// @param temporary does the file go away on closing?
    /// @param origin what the file was; unless it was text, `path` is written as [Origin#TABLE]
    ///   says
    record Text(Path path, String name, boolean temporary, Origin origin)
            implements Opened, Closeable {
        /// How the text is written, where that is known.
        public Optional<Dialect> dialect() {
            return origin.isText() ? Optional.empty() : Optional.of(Origin.TABLE);
        }

        @Override
        public void close() throws IOException {
            if (temporary) {
                Files.deleteIfExists(path);
            }
        }
    }

    /// The file cannot be read; nothing was left behind.
    ///
    /// @param origin what it is all the same, where something of it can be chosen that may be read
    record Refused(Problem problem, @Nullable Origin origin) implements Opened {
        Refused(Problem problem) {
            this(problem, null);
        }
    }
}
