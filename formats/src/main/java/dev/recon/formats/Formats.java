package dev.recon.formats;

import dev.recon.engine.read.Problem;
import dev.recon.formats.Opened.Refused;
import dev.recon.formats.Opened.Text;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/// The door: every file passes here before the engine reads it.
///
/// A file is recognised by its content. Text goes through as it is; what gzip packed, and what a
/// pipe gives, becomes a temporary file; everything else is refused with a [Problem].
public final class Formats {
    /// What can be read, for messages.
    static final String EXPECTED = "a text file with one entry a line (CSV, TSV), plain or gzipped";

    private final String name;
    private final Limits limits;

    private Formats(String name, Limits limits) {
        this.name = name;
        this.limits = limits;
    }

    /// Opens a file under its own name and with the standard limits.
    ///
    /// @throws IOException when the disk fails
    public static Opened open(Path path) throws IOException {
        return open(path, path.toString(), Limits.standard());
    }

    /// Opens a file.
    ///
    /// @param path where its bytes are
    /// @param name what the person calls it, for messages
    /// @param limits how far it may unfold
    /// @throws IOException when the disk fails
    public static Opened open(Path path, String name, Limits limits) throws IOException {
        var formats = new Formats(name, limits);
        try {
            return formats.openAny(path);
        } catch (NoSuchFileException _) {
            return formats.refuse(
                    "no such file",
                    "Check the spelling. " + Folder.listing(path.toAbsolutePath().getParent()));
        } catch (AccessDeniedException _) {
            return formats.refuse(
                    "a file that the user " + System.getProperty("user.name") + " may not read",
                    "Give that user the right to read it (chmod), or give a copy that it owns.");
        }
    }

    private Opened openAny(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return refuse("a folder", "Name one file in it. " + Folder.listing(path));
        }
        boolean pipe = Files.exists(path) && !Files.isRegularFile(path);
        return pipe ? openMade(path, new Keep(name, limits)::keep, true) : openFile(path, true);
    }

    private Opened openFile(Path path, boolean mayUnpack) throws IOException {
        Kind kind = Kind.of(path);
        if (kind == Kind.TEXT) {
            return new Text(path, name, false);
        }
        return kind == Kind.GZIP && mayUnpack
                ? openMade(path, new Keep(name, limits)::unpack, false)
                : refuse(kind.description(), kind.mend());
    }

    /// Opens what `step` makes of `from`; the made file stays only if it is what will be read.
    private Opened openMade(Path from, Step step, boolean mayUnpack) throws IOException {
        Path made = Files.createTempFile(limits.folder(), "recon-", ".txt");
        boolean read = false;
        try {
            Optional<Problem> problem = step.make(from, made);
            if (problem.isPresent()) {
                return new Refused(problem.get());
            }
            Opened opened = openFile(made, mayUnpack);
            read = opened instanceof Text readable && readable.path().equals(made);
            return read ? new Text(made, name, true) : opened;
        } finally {
            if (!read) {
                Files.delete(made);
            }
        }
    }

    private Opened refuse(String found, String mend) {
        return new Refused(new Problem(name, found, EXPECTED, mend));
    }

    @FunctionalInterface
    private interface Step {
        Optional<Problem> make(Path from, Path to) throws IOException;
    }
}
