package dev.recon.server.file;

import dev.recon.engine.read.Choices;
import dev.recon.engine.read.Encodings;
import dev.recon.engine.read.FileBytes;
import dev.recon.engine.read.Layout;
import dev.recon.engine.table.Bytes;
import dev.recon.server.platform.Home;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Brings files from their segments onto the disk, where the engine reads them by position from
/// many threads.
@Component
public record SpooledFiles(FileTables tables, Home home) {
    private static final int BUFFER_BYTES = 1 << 20;

    /// The text of a stored file in UTF-8; closing it deletes the copy.
    ///
    /// @param layout what is chosen of the file, and what it is written in
    /// @throws dev.recon.engine.read.InputProblem when the door holds it
    public Bytes open(UUID workspaceId, UUID fileId, Layout layout) {
        Opening file = tables.open(workspaceId, fileId, layout.choices());
        try {
            Path copy = Files.createTempFile(home.spool(), "file-", "");
            try {
                try (OutputStream target =
                        new BufferedOutputStream(Files.newOutputStream(copy), BUFFER_BYTES)) {
                    file.copy(target);
                }
                Bytes bytes = new Spooled(FileBytes.open(copy, file.bytes().name()), copy);
                Charset encoding = file.encoding(layout.dialect().encoding());
                return Encodings.toUtf8(bytes, encoding, home.spool());
            } catch (IOException | RuntimeException failure) {
                Files.deleteIfExists(copy);
                throw failure;
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// A file that goes when its bytes are closed.
    public static Bytes owned(Path copy, String name) {
        return new Spooled(FileBytes.open(copy, name), copy);
    }

    /// How many bytes of text are read of a file with these choices.
    public long bytes(UUID workspaceId, UUID fileId, Choices choices) {
        return tables.bytes(workspaceId, fileId, choices);
    }

    /// Is the text that is read a table of our own, not the file as it was delivered?
    public boolean isUnfolded(UUID workspaceId, UUID fileId, Choices choices) {
        return tables.isUnfolded(workspaceId, fileId, choices);
    }

    /// A copy that goes when it is closed.
    private record Spooled(Bytes bytes, Path copy) implements Bytes {
        @Override
        public String name() {
            return bytes.name();
        }

        @Override
        public long size() {
            return bytes.size();
        }

        @Override
        public int read(long position, byte[] target, int offset, int length) {
            return bytes.read(position, target, offset, length);
        }

        @Override
        public void close() {
            bytes.close();
            try {
                Files.deleteIfExists(copy);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
