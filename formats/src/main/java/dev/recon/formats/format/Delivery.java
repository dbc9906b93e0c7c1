package dev.recon.formats.format;

import dev.recon.engine.read.Choices;
import dev.recon.engine.read.Encodings;
import dev.recon.engine.read.FileBytes;
import dev.recon.engine.read.InputProblem;
import dev.recon.engine.read.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file that was delivered.
///
/// @param path where its bytes are
/// @param name what a person calls it, for messages; never a path to open
/// @param limits how far it may unfold
/// @param choices what a person chose of it
public record Delivery(Path path, String name, Limits limits, Choices choices) {
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    /// Its bytes from the beginning.
    public InputStream stream() throws IOException {
        InputStream bytes = Files.newInputStream(path);
        return limits.deadline() == null ? bytes : new TimedStream(bytes, this);
    }

    /// Fails when the time for this file is over.
    public void requireTime() {
        Deadline deadline = limits.deadline();
        if (deadline != null && deadline.isOver()) {
            throw problem(
                    "",
                    "a file that takes longer than " + deadline.all().toSeconds() + " s to unfold",
                    "one that is read in that time",
                    "Split it into several files.");
        }
    }

    /// What its text is written in, found out from its bytes.
    public Charset encoding() {
        try (FileBytes bytes = FileBytes.open(path, name)) {
            return Encodings.detect(bytes);
        }
    }

    /// Its text from the beginning, in the encoding that it is written in, without a byte order
    /// mark. Bytes that this encoding does not have fail as a
    /// [java.nio.charset.CharacterCodingException].
    public BufferedReader text() throws IOException {
        return text(encoding());
    }

    /// Its text from the beginning in a known encoding, without a byte order mark.
    public BufferedReader text(Charset encoding) throws IOException {
        var decoder =
                encoding.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        var reader = new BufferedReader(new InputStreamReader(stream(), decoder));
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
    }

    /// Why this file cannot be read.
    ///
    /// @param place where in the file, such as `line 3`, or an empty text
    public InputProblem problem(String place, String found, String expected, String mend) {
        String where = place.isEmpty() ? name : name + ", " + place;
        return new InputProblem(new Problem(where, found, expected, mend));
    }
}
