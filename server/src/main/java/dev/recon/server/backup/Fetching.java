package dev.recon.server.backup;

import dev.recon.server.settings.ShipSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.NavigableSet;
import software.amazon.awssdk.core.exception.SdkException;

/// The way back: says what the bucket has, whether it is whole, and brings a backup to the folder,
/// decrypted and compared, as the job that took it left it.
public final class Fetching {
    private static final String NEWEST = "newest";

    private final ShipSettings settings;
    private final BackupFolder folder;
    private final PrintStream out;

    public Fetching(ShipSettings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
        folder = new BackupFolder(settings.folder());
    }

    /// Prints every backup that is there, oldest first.
    ///
    /// @throws SdkException when the bucket refuses or does not answer
    public void list() throws IOException {
        try (Bucket bucket = new Bucket(settings)) {
            for (String name : Shipping.shipped(bucket.names())) {
                var facts = ShippedBackup.read(bucket, name).facts();
                out.printf(
                        "%s  taken %s, schema %s, %s bytes%n",
                        name,
                        facts.path("startedAt").asString("unknown"),
                        facts.path("schemaVersion").asString("unknown"),
                        facts.path("bytes").asString("unknown"));
            }
        }
    }

    /// Reads a backup again, without a key.
    ///
    /// @param asked its name, or `newest`
    /// @throws IOException when it is not what was sent
    public void verify(String asked) throws IOException {
        try (Bucket bucket = new Bucket(settings)) {
            String name = find(bucket, asked);
            List<String> damaged = ShippedBackup.read(bucket, name).damaged(bucket);
            if (!damaged.isEmpty()) {
                throw new IOException(String.join(", ", damaged) + " is not what was sent");
            }
            out.println(name + " is there and whole");
        }
    }

    /// Brings a backup to the folder. The dump gets its name last, when all of it is proved.
    ///
    /// @param asked its name, or `newest`
    /// @throws IOException when it is not what was sent, or the identity is another's
    public void fetch(String asked) throws IOException {
        AgeIdentity identity =
                AgeIdentity.parse(
                        settings.identity()
                                .orElseThrow(() ->
                                        new IllegalArgumentException(
                                                "BACKUP_IDENTITY is not set; expected the private"
                                                        + " key that age-keygen wrote.")));
        try (Bucket bucket = new Bucket(settings)) {
            String name = find(bucket, asked);
            if (Files.exists(folder.file(name, "dump"))) {
                throw new IOException(
                        folder.file(name, "dump") + " is there already. Move it away first.");
            }
            ShippedBackup shipped = ShippedBackup.read(bucket, name);
            List<String> damaged = shipped.damaged(bucket);
            if (!damaged.isEmpty()) {
                throw new IOException(String.join(", ", damaged) + " is not what was sent");
            }
            for (String ending : BackupFolder.ENDINGS.reversed()) {
                if (shipped.objects().containsKey(name + "." + ending + ShippedBackup.ENCRYPTED)) {
                    bring(bucket, shipped, ending, identity);
                }
            }
            out.println("fetched " + name + " to " + settings.folder());
        }
    }

    private void bring(Bucket bucket, ShippedBackup shipped, String ending, AgeIdentity identity)
            throws IOException {
        Path target = folder.file(shipped.name(), ending);
        String object = target.getFileName() + ShippedBackup.ENCRYPTED;
        Path part = target.resolveSibling("." + target.getFileName() + ".part");
        try {
            try (InputStream content = identity.open(bucket.read(object));
                    OutputStream file = Files.newOutputStream(part)) {
                content.transferTo(file);
            } catch (IOException broken) {
                throw new IOException(object + ": " + broken.getMessage(), broken);
            }
            if (ending.equals("dump")) {
                requireSame(part, shipped);
                Files.writeString(
                        folder.file(shipped.name(), "json"), shipped.facts().toString() + "\n");
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void requireSame(Path dump, ShippedBackup shipped) throws IOException {
        String expected = shipped.facts().path("sha256").asString("");
        String found = BackupFolder.digest(dump);
        if (!found.equals(expected)) {
            throw new IOException(
                    shipped.name()
                            + ".dump is not what was dumped: its SHA-256 is "
                            + found
                            + ", expected "
                            + expected);
        }
    }

    private static String find(Bucket bucket, String asked) throws IOException {
        NavigableSet<String> there = Shipping.shipped(bucket.names());
        if (there.isEmpty()) {
            throw new IOException("the bucket has no backup");
        }
        String name = asked.equals(NEWEST) ? there.last() : asked;
        if (!there.contains(name)) {
            throw new IOException(
                    "the bucket has no backup \"" + name + "\"; the newest is " + there.last());
        }
        return name;
    }
}
