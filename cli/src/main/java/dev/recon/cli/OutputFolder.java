package dev.recon.cli;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import dev.recon.engine.read.InputProblem;
import dev.recon.engine.read.Problem;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The folder that a run leaves: written beside its place, then moved there, so that it is there
/// completely or not at all. What an earlier run left in its place goes; nothing else does.
final class OutputFolder {
    static final Set<String> NAMES =
            Set.of(
                    "matches.csv",
                    "breaks.csv",
                    "summary.json",
                    "report.html",
                    "open.csv",
                    "open-left.csv",
                    "open-right.csv",
                    "carried.csv",
                    "rejected-left.csv",
                    "rejected-right.csv");

    /// What a comparison of two rule sets leaves.
    static final Set<String> COMPARISON = Set.of("changes.csv", "comparison.json");

    private final Path name;
    private final Path place;
    private final Set<String> ours;

    /// @throws InputProblem when results cannot go there
    OutputFolder(Path name) throws IOException {
        this(name, NAMES);
    }

    /// @param ours the names of the files that an earlier run may have left
    /// @throws InputProblem when results cannot go there
    OutputFolder(Path name, Set<String> ours) throws IOException {
        this.name = name;
        this.ours = ours;
        this.place = name.toAbsolutePath().normalize();
        requireOurs();
    }

    /// What the person calls it.
    Path name() {
        return name;
    }

    /// Writes the folder; when `content` fails, what was there before is still there.
    void write(Content content, TemporaryFolders temporary) throws IOException {
        Path made = temporary.makeIn(parent());
        content.writeTo(made);
        requireOurs();
        if (Files.exists(place)) {
            replace(made, temporary.makeIn(parent()));
        } else {
            Files.move(made, place, ATOMIC_MOVE);
        }
    }

    private void replace(Path made, Path old) throws IOException {
        Files.move(place, old, ATOMIC_MOVE); // an empty folder gives way to another
        try {
            Files.move(made, place, ATOMIC_MOVE);
        } catch (IOException failure) {
            Files.move(old, place, ATOMIC_MOVE);
            throw failure;
        }
    }

    private Path parent() throws IOException {
        Path parent = place.getParent();
        if (parent == null) {
            throw problem("the root of the file system", "Name a folder in it.");
        }
        try {
            return Files.createDirectories(parent);
        } catch (FileAlreadyExistsException _) {
            throw problem("a place below " + parent + ", which is a file", "Name another folder.");
        } catch (AccessDeniedException denied) {
            throw problem(
                    "a folder that the user "
                            + System.getProperty("user.name")
                            + " may not write ("
                            + denied.getFile()
                            + ")",
                    "Name another folder with --out.");
        }
    }

    private void requireOurs() throws IOException {
        if (Files.isRegularFile(place)) {
            throw problem("a file", "Name another folder with --out.");
        }
        if (!Files.isDirectory(place)) {
            return;
        }
        try (Stream<Path> files = Files.list(place)) {
            List<String> strangers =
                    files.map(file -> String.valueOf(file.getFileName()))
                            .filter(name -> !ours.contains(name))
                            .sorted()
                            .toList();
            if (!strangers.isEmpty()) {
                throw problem(
                        "a folder with other files in it (" + strangers.getFirst() + ")",
                        "Name another folder with --out; nothing in this one was touched.");
            }
        }
    }

    private InputProblem problem(String found, String mend) {
        return new InputProblem(
                new Problem(
                        place.toString(),
                        found,
                        "a new folder, an empty one, or one that an earlier run left",
                        mend));
    }

    /// Writes the files of a folder.
    @FunctionalInterface
    interface Content {
        void writeTo(Path folder) throws IOException;
    }
}
