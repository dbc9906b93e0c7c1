package dev.recon.formats;

import dev.recon.engine.read.Choices;
import dev.recon.engine.read.InputProblem;
import dev.recon.engine.read.Problem;
import dev.recon.formats.Opened.Refused;
import dev.recon.formats.Opened.Text;
import dev.recon.formats.format.Delivery;
import dev.recon.formats.format.Format;
import dev.recon.formats.format.Head;
import dev.recon.formats.format.Limits;
import dev.recon.formats.format.Origin;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipException;

/// The door: every file passes here before the engine reads it.
///
/// A file is recognised by its content. Delimited text goes through as it is; what gzip packed, and
/// what a pipe gives, becomes a temporary file; a [Format] unfolds its own files into one table;
/// everything else is refused with a [Problem].
public final class Formats {
    private final Delivery delivery;
    private final List<Format> known;

    private Formats(Delivery delivery, List<Format> known) {
        this.delivery = delivery;
        this.known = known;
    }

    /// The formats that are known beside delimited text.
    public static List<Format> known() {
        return KnownFormats.ALL;
    }

    /// Opens a file under its own name and with the standard limits.
    ///
    /// @throws IOException when the disk fails
    public static Opened open(Path path) throws IOException {
        return open(new Delivery(path, path.toString(), Limits.standard(), Choices.NONE));
    }

    /// Opens a file.
    ///
    /// @throws IOException when the disk fails
    public static Opened open(Delivery delivery) throws IOException {
        return new Formats(delivery, KnownFormats.ALL).openAny();
    }

    /// Is a file that begins so delimited text, which goes through the door as it is?
    ///
    /// @param head its first bytes: one more than [Head#BYTES_MAX], or the whole file
    public static boolean isText(byte[] head) {
        return Kind.of(head) == Kind.TEXT
                && KnownFormats.ALL.stream().noneMatch(each -> each.recognises(Head.of(head)));
    }

    /// Opens a file that must be text for people, plain or gzipped.
    ///
    /// @throws IOException when the disk fails
    public static Opened openText(Path path) throws IOException {
        var delivery = new Delivery(path, path.toString(), Limits.standard(), Choices.NONE);
        return new Formats(delivery, List.of()).openAny();
    }

    private Opened openAny() throws IOException {
        Path path = delivery.path();
        try {
            if (Files.isDirectory(path)) {
                return refuse("a folder", "Name one file in it. " + Folder.listing(path));
            }
            boolean pipe = Files.exists(path) && !Files.isRegularFile(path);
            return pipe ? openMade(path, keep()::keep, true) : openFile(path, true);
        } catch (NoSuchFileException _) {
            return refuse(
                    "no such file",
                    "Check the spelling. " + Folder.listing(path.toAbsolutePath().getParent()));
        } catch (AccessDeniedException _) {
            return refuse(
                    "a file that the user " + System.getProperty("user.name") + " may not read",
                    "Give that user the right to read it (chmod), or give a copy that it owns.");
        } catch (EOFException | ZipException damaged) {
            return refuse(
                    "a damaged file: " + damaged.getMessage(),
                    "Fetch it again; nothing of it was used.");
        } catch (InputProblem refused) {
            return new Refused(refused.problem());
        }
    }

    private Opened openFile(Path path, boolean mayUnpack) throws IOException {
        Kind kind = Kind.of(path);
        Optional<Format> format = format(path, kind);
        if (format.isPresent()) {
            return unfold(path, format.get());
        }
        if (kind == Kind.TEXT) {
            return new Text(path, delivery.name(), false, Origin.text(List.of(), List.of()));
        }
        if (kind == Kind.GZIP && mayUnpack) {
            return openMade(path, keep()::unpack, false);
        }
        return kind == Kind.ZIP && mayUnpack
                ? openArchive(new Archive(delivery, path))
                : refuse(kind.description(), kind.mend());
    }

    /// An archive whose files are no one table says which of them can be chosen.
    private Opened openArchive(Archive archive) throws IOException {
        try {
            return archive.open(member -> openFile(member, false));
        } catch (InputProblem refused) {
            return new Refused(refused.problem(), archive.findOrigin().orElse(null));
        }
    }

    private Optional<Format> format(Path path, Kind kind) throws IOException {
        if (known.isEmpty()) {
            return Optional.empty();
        }
        if (kind == Kind.TEXT && delivery.choices().widths().isPresent()) {
            return Optional.of(TableFormats.FIXED);
        }
        Head head = Head.of(path, kind.isArchive() ? Zip.members(path) : Set.of());
        return known.stream().filter(format -> format.recognises(head)).findFirst();
    }

    /// Opens what `step` makes of `from`; the made file stays only if it is what will be read.
    private Opened openMade(Path from, Step step, boolean mayUnpack) throws IOException {
        Path made = temporary();
        boolean read = false;
        try {
            Optional<Problem> problem = step.make(from, made);
            if (problem.isPresent()) {
                return new Refused(problem.get());
            }
            Opened opened = openFile(made, mayUnpack);
            read = opened instanceof Text text && text.path().equals(made);
            return opened instanceof Text text && read
                    ? new Text(made, delivery.name(), true, text.origin())
                    : opened;
        } finally {
            if (!read) {
                Files.delete(made);
            }
        }
    }

    private Opened unfold(Path path, Format format) throws IOException {
        Path table = temporary();
        boolean made = false;
        try (var file = new TableFile(delivery, table)) {
            var here = new Delivery(path, delivery.name(), delivery.limits(), delivery.choices());
            Origin origin = format.unfold(here, file);
            made = true;
            return new Text(table, delivery.name(), true, origin);
        } catch (CharacterCodingException _) {
            return refuse(
                    "bytes that are no text in " + delivery.encoding(),
                    "Save it in one encoding, UTF-8 if you can.");
        } finally {
            if (!made) {
                Files.delete(table);
            }
        }
    }

    private Path temporary() throws IOException {
        return Files.createTempFile(delivery.limits().folder(), "recon-", ".txt");
    }

    private Keep keep() {
        return new Keep(delivery);
    }

    private Opened refuse(String found, String mend) {
        return new Refused(new Problem(delivery.name(), found, KnownFormats.expected(), mend));
    }

    @FunctionalInterface
    private interface Step {
        Optional<Problem> make(Path from, Path to) throws IOException;
    }
}
