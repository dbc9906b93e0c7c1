package dev.recon.server.run;

import dev.recon.engine.read.Encodings;
import dev.recon.engine.read.FileBytes;
import dev.recon.engine.rules.RuleSet;
import dev.recon.engine.table.Bytes;
import dev.recon.engine.table.Side;
import dev.recon.server.file.FileService;
import dev.recon.server.platform.Home;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/// Brings the files of a run from their segments onto the disk, where the engine reads them by
/// position from many threads.
@Component
record RunFiles(FileService files, Home home) {
    private static final int BUFFER_BYTES = 1 << 20;

    /// The file of one side in UTF-8; closing it deletes the copy.
    Bytes open(RunRow run, RuleSet rules, Side side) {
        try {
            Path copy = Files.createTempFile(home.spool(), "run-", "-" + side.word());
            try {
                try (OutputStream target =
                        new BufferedOutputStream(Files.newOutputStream(copy), BUFFER_BYTES)) {
                    files.copy(
                            run.workspaceId(),
                            files.get(run.workspaceId(), run.file(side).id()),
                            target);
                }
                Bytes bytes = new Spooled(FileBytes.open(copy, run.file(side).name()), copy);
                return Encodings.toUtf8(
                        bytes, rules.layout(side).dialect().encoding(), home.spool());
            } catch (IOException | RuntimeException failure) {
                Files.deleteIfExists(copy);
                throw failure;
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
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
