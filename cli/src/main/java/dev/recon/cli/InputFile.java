package dev.recon.cli;

import dev.recon.engine.read.Choices;
import dev.recon.engine.read.Dialect;
import dev.recon.engine.read.Encodings;
import dev.recon.engine.read.FileBytes;
import dev.recon.engine.read.InputProblem;
import dev.recon.engine.read.Inspection;
import dev.recon.engine.report.FileHash;
import dev.recon.engine.table.Bytes;
import dev.recon.formats.Formats;
import dev.recon.formats.Opened;
import dev.recon.formats.format.Delivery;
import dev.recon.formats.format.Limits;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A file that was named on the command line, open and in UTF-8.
///
/// @param path what was named
/// @param bytes its text
/// @param encoding what it was written in
/// @param text where the text stands in that encoding
record InputFile(Path path, Bytes bytes, Charset encoding, Opened.Text text) implements Closeable {
    /// Opens a file; what must be unpacked or rewritten for that goes to `folder`.
    ///
    /// @param known the encoding, where a rule set says it; a table has its own
    /// @param choices what to take of it
    /// @throws InputProblem when it cannot be read
    static InputFile open(Path path, Path folder, Optional<Charset> known, Choices choices)
            throws IOException {
        var limits = new Limits(Limits.standard().unpackedBytesMax(), folder);
        return switch (Formats.open(new Delivery(path, path.toString(), limits, choices))) {
            case Opened.Refused(var problem, _) -> throw new InputProblem(problem);
            case Opened.Text text -> {
                Bytes bytes = FileBytes.open(text.path(), text.name());
                Charset encoding =
                        text.dialect()
                                .map(Dialect::encoding)
                                .or(() -> known)
                                .orElseGet(() -> Encodings.detect(bytes));
                Bytes utf8 = Encodings.toUtf8(bytes, encoding, folder);
                yield new InputFile(path, utf8, encoding, text);
            }
        };
    }

    /// What it is, found out by looking at its lines, if it has any behind its header.
    Inspection inspect() {
        return text.dialect()
                .map(dialect -> Inspection.ofAny(bytes, dialect))
                .orElseGet(() -> Inspection.ofAny(bytes, encoding));
    }

    /// Which file it is; of a pipe, the text that it gave.
    FileHash hash() throws IOException {
        Path delivered = Files.isRegularFile(path) ? path : text.path();
        return Hashes.of(String.valueOf(path.getFileName()), delivered);
    }

    @Override
    public void close() throws IOException {
        bytes.close();
        text.close();
    }
}
