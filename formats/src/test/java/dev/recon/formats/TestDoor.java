package dev.recon.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.engine.read.Choices;
import dev.recon.engine.read.Problem;
import dev.recon.formats.Opened.Refused;
import dev.recon.formats.Opened.Text;
import dev.recon.formats.format.Delivery;
import dev.recon.formats.format.Limits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// The door as tests use it: a folder for given files, and one for what is made of them. After each
/// test that registers it nothing is left in the second.
public final class TestDoor implements AfterEachCallback {
    private static final long BYTES_MAX = 1 << 26;

    private final Path folder;
    private final Path temporary;

    /// A door over a folder of its own.
    public TestDoor() {
        this(newFolder());
    }

    /// A door over a folder that the caller removes.
    public TestDoor(Path folder) {
        this.folder = folder;
        try {
            this.temporary = Files.createDirectory(folder.resolve("temporary"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("recon-door-");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void afterEach(ExtensionContext test) throws IOException {
        requireNothingTemporary();
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /// Where given files stand.
    public Path folder() {
        return folder;
    }

    public Path temporary() {
        return temporary;
    }

    public Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("file"), bytes);
    }

    public Opened open(Path path, Choices choices) throws IOException {
        return Formats.open(
                new Delivery(path, "given.csv", new Limits(BYTES_MAX, temporary), choices));
    }

    public Text text(Path path) throws IOException {
        return text(path, Choices.NONE);
    }

    public Text text(Path path, Choices choices) throws IOException {
        Opened opened = open(path, choices);
        assertThat(opened).isInstanceOf(Text.class);
        return (Text) opened;
    }

    /// The table that a file unfolds to.
    public String table(byte[] bytes, Choices choices) throws IOException {
        try (Text text = text(file(bytes), choices)) {
            assertThat(text.origin().isText()).isFalse();
            return Files.readString(text.path());
        }
    }

    public String table(byte[] bytes) throws IOException {
        return table(bytes, Choices.NONE);
    }

    public Problem refused(Path path) throws IOException {
        Opened opened = open(path, Choices.NONE);
        if (opened instanceof Text text) {
            text.close();
        }
        assertThat(opened).isInstanceOf(Refused.class);
        return ((Refused) opened).problem();
    }

    public Problem refused(byte[] bytes) throws IOException {
        return refused(file(bytes));
    }

    public void requireNothingTemporary() {
        assertThat(temporary).isEmptyDirectory();
    }

    public static byte[] gzip(byte[] plain) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        }
        return packed.toByteArray();
    }

    public static byte[] join(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }
}
