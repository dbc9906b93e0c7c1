package dev.recon.cli;

import dev.recon.engine.read.InputProblem;
import dev.recon.engine.read.Problem;
import dev.recon.engine.rules.RuleSet;
import dev.recon.engine.rules.RuleSetYaml;
import dev.recon.engine.rules.RuleSetYaml.Result;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A rule set in a file.
record RulesFile(Path path) {
    private static final long BYTES_MAX = 1 << 20;

    /// Reads the rule set.
    ///
    /// @throws InputProblem when the file is no text
    /// @throws FaultyFile when the text is no rule set
    RuleSet read() throws IOException {
        return switch (RuleSetYaml.parse(
                new SmallText(path, "a rule set (YAML)", BYTES_MAX).read())) {
            case Result.Valid(RuleSet rules) -> rules;
            case Result.Faulty(var faults) -> throw new FaultyFile(path, faults);
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

    private InputProblem problem(String found, String expected, String mend) {
        return new InputProblem(new Problem(path.toString(), found, expected, mend));
    }
}
