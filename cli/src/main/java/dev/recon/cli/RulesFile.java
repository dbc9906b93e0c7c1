package dev.recon.cli;

import dev.recon.engine.read.InputProblem;
import dev.recon.engine.read.Problem;
import dev.recon.engine.rules.RuleSet;
import dev.recon.engine.rules.RuleSetYaml;
import dev.recon.engine.rules.RuleSetYaml.Result;
import dev.recon.formats.Formats;
import dev.recon.formats.Opened;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A rule set in a file.
record RulesFile(Path path) {
    private static final long BYTES_MAX = 1 << 20;

    /// Reads the rule set.
    ///
    /// @throws InputProblem when the file is no text
    /// @throws FaultyRules when the text is no rule set
    RuleSet read() throws IOException {
        return switch (RuleSetYaml.parse(text())) {
            case Result.Valid(RuleSet rules) -> rules;
            case Result.Faulty(var faults) -> throw new FaultyRules(path, faults);
        };
    }

    /// Fails early when [#write] would have to overwrite a file.
    void requireAbsent() {
        if (Files.exists(path)) {
            throw problem(
                    "a file that is already there", "a new file", "Remove it, or name another.");
        }
    }

    /// Writes a rule set to a file that is not there yet.
    void write(RuleSet rules, TemporaryFolders temporary) throws IOException {
        Path place = path.toAbsolutePath().normalize();
        Path folder = temporary.makeIn(place.resolveSibling(""));
        Path made = folder.resolve("rules.yaml");
        Files.writeString(made, RuleSetYaml.write(rules));
        try {
            Files.move(made, path);
        } catch (FileAlreadyExistsException _) {
            requireAbsent();
        }
    }

    private String text() throws IOException {
        return switch (Formats.open(path)) {
            case Opened.Refused(Problem problem) ->
                    throw problem(problem.found(), "a rule set (YAML)", problem.mend());
            case Opened.Text text -> {
                try (text) {
                    yield decoded(text.path());
                }
            }
        };
    }

    private String decoded(Path text) throws IOException {
        if (Files.size(text) > BYTES_MAX) {
            throw problem(
                    "a file of " + Files.size(text) + " bytes",
                    "a rule set (YAML) of at most " + BYTES_MAX + " bytes",
                    "Check that this is the file you meant.");
        }
        try {
            var bytes = ByteBuffer.wrap(Files.readAllBytes(text));
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException _) {
            throw problem("bytes that are not UTF-8", "a rule set in UTF-8", "Save it as UTF-8.");
        }
    }

    private InputProblem problem(String found, String expected, String mend) {
        return new InputProblem(new Problem(path.toString(), found, expected, mend));
    }
}
