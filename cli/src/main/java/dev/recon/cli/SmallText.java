package dev.recon.cli;

import dev.recon.engine.read.InputProblem;
import dev.recon.engine.read.Problem;
import dev.recon.formats.Formats;
import dev.recon.formats.Opened;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// A text in UTF-8 that a person wrote, small enough to be read at once.
///
/// @param kind what it should be, such as `a rule set (YAML)`
/// @param bytesMax how long it may be
record SmallText(Path path, String kind, long bytesMax) {
    /// @throws InputProblem when the file is no such text
    String read() throws IOException {
        return switch (Formats.openText(path)) {
            case Opened.Refused(Problem problem, _) ->
                    throw problem(problem.found(), kind, problem.mend());
            case Opened.Text text -> {
                try (text) {
                    yield decoded(text.path());
                }
            }
        };
    }

    private String decoded(Path text) throws IOException {
        if (Files.size(text) > bytesMax) {
            throw problem(
                    "a file of " + Files.size(text) + " bytes",
                    kind + " of at most " + bytesMax + " bytes",
                    "Check that this is the file you meant.");
        }
        try {
            var bytes = ByteBuffer.wrap(Files.readAllBytes(text));
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException _) {
            throw problem("bytes that are not UTF-8", kind + " in UTF-8", "Save it as UTF-8.");
        }
    }

    private InputProblem problem(String found, String expected, String mend) {
        return new InputProblem(new Problem(path.toString(), found, expected, mend));
    }
}
