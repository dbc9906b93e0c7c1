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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/// The door as tests use it: a folder for given files, and one for what is made of them.
public final class TestDoor {
    private static final long BYTES_MAX = 1 << 26;

    private final Path folder;
    private final Path temporary;

    public TestDoor(Path folder) throws IOException {
        this.folder = folder;
        this.temporary = Files.createDirectory(folder.resolve("temporary"));
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
