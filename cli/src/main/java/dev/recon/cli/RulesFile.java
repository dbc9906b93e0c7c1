package dev.recon.cli;

import dev.recon.engine.read.ArrayBytes;
import dev.recon.engine.read.InputProblem;
import dev.recon.engine.read.Problem;
import dev.recon.engine.read.TwoColumns;
import dev.recon.engine.rules.RuleSet;
import dev.recon.engine.rules.RuleSetYaml;
import dev.recon.engine.rules.RuleSetYaml.Result;
import dev.recon.engine.transform.LookUpTable;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/// A rule set in a file.
record RulesFile(Path path) {
    private static final long BYTES_MAX = 1 << 20;
    private static final long TABLE_BYTES_MAX = 1 << 22;

    /// Reads the rule set.
    ///
    /// @throws InputProblem when the file is no text
    /// @throws FaultyFile when the text is no rule set
    RuleSet read() throws IOException {
        String text = new SmallText(path, "a rule set (YAML)", BYTES_MAX).read();
        return switch (RuleSetYaml.parse(text, this::lookUpTable)) {
            case Result.Valid(RuleSet rules) -> rules;
            case Result.Faulty(var faults) -> throw new FaultyFile(path, faults);
        };
    }

    /// A look-up table in a file beside this one.
    private LookUpTable lookUpTable(String name, String file) {
        try {
            Path beside = path.resolveSibling(file);
            String text = new SmallText(beside, "a look-up table (CSV)", TABLE_BYTES_MAX).read();
            return new LookUpTable(name, TwoColumns.read(ArrayBytes.of(beside.toString(), text)));
        } catch (InvalidPathException _) {
            throw problem("'" + file + "'", "the name of a file", "Name a CSV file.");
        } catch (IOException unread) {
            throw problem(
                    file + ", which cannot be read (" + unread.getMessage() + ")",
                    "a CSV file of two columns beside the rule set",
                    "Check its name.");
        }
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
