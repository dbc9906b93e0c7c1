package dev.recon.cli;

import dev.recon.engine.read.Encodings;
import dev.recon.engine.read.FileBytes;
import dev.recon.engine.read.InputProblem;
import dev.recon.engine.table.Bytes;
import dev.recon.formats.Formats;
import dev.recon.formats.Limits;
import dev.recon.formats.Opened;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;

/// A file that was named on the command line, open and in UTF-8.
///
/// @param bytes its text
/// @param encoding what it was written in
record InputFile(Bytes bytes, Charset encoding, Opened.Text text) implements Closeable {
    /// Opens a file; what must be unpacked or rewritten for that goes to `folder`.
    ///
    /// @throws InputProblem when it cannot be read
    static InputFile open(Path path, Path folder) throws IOException {
        var limits = new Limits(Limits.standard().unpackedBytesMax(), folder);
        return switch (Formats.open(path, path.toString(), limits)) {
            case Opened.Refused(var problem) -> throw new InputProblem(problem);
            case Opened.Text text -> {
                Bytes bytes = FileBytes.open(text.path(), text.name());
                Charset encoding = Encodings.detect(bytes);
                yield new InputFile(Encodings.toUtf8(bytes, encoding, folder), encoding, text);
            }
        };
    }

    @Override
    public void close() throws IOException {
        bytes.close();
        text.close();
    }
}
