package dev.recon.server.backup;

import dev.recon.server.settings.ShipSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.List;
import java.util.NavigableSet;
import software.amazon.awssdk.core.exception.SdkException;

/// The way back: says what the bucket has, whether it is whole, and brings a backup to the folder,
/// decrypted and compared, as the job that took it left it.
public final class Fetching {
    private static final String NEWEST = "newest";
    private static final String NEWEST_BASE = "newest-base";

    private final ShipSettings settings;
    private final BackupFolder folder;
    private final PrintStream out;

    public Fetching(ShipSettings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
        folder = new BackupFolder(settings.folder());
    }

    /// Prints every backup that is there, oldest first, and how far the log goes on from a copy of
    /// the cluster.
    ///
    /// @throws SdkException when the bucket refuses or does not answer
    public void list() throws IOException {
        try (Bucket bucket = new Bucket(settings)) {
            for (String name : Shipment.shipped(bucket, BackupKind.DUMP)) {
                var facts = ShippedBackup.read(bucket, name).facts();
                out.printf(
                        "%s  taken %s, schema %s, %s bytes%n",
                        name,
                        facts.path("startedAt").asString("unknown"),
                        facts.path("schemaVersion").asString("unknown"),
                        facts.path("bytes").asString("unknown"));
            }
            List<LogFile> log = bucket.log();
            for (String name : Shipment.shipped(bucket, BackupKind.BASE)) {
                var facts = ShippedBackup.read(bucket, name).facts();
                LogSpan span = LogSpan.of(facts, log);
                out.printf(
                        "%s  taken %s, %s bytes, log to %s%s%n",
                        name,
                        facts.path("finishedAt").asString("unknown"),
                        facts.path("bytes").asString("unknown"),
                        span.last().orElse("nowhere: its first segment is missing"),
                        span.isWhole() ? "" : ", behind which there is a gap");
            }
        }
    }

    /// Reads a backup again, without a key.
    ///
    /// @param asked its name, `newest`, or `newest-base`
    /// @throws IOException when it is not what was sent
    public void verify(String asked) throws IOException {
        try (Bucket bucket = new Bucket(settings)) {
            String name = find(bucket, asked);
            requireUndamaged(bucket, ShippedBackup.read(bucket, name));
            out.println(name + " is there and whole");
        }
    }

    /// Brings a backup to the folder; with a copy of the cluster, all of the log from there on. It
    /// gets its name last, when all of it is proved.
    ///
    /// @param asked its name, `newest`, or `newest-base`
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
            BackupKind kind = BackupKind.of(name).orElseThrow();
            if (Files.exists(folder.file(name, kind.main()))) {
                throw new IOException(
                        folder.file(name, kind.main()) + " is there already. Move it away first.");
            }
            ShippedBackup shipped = ShippedBackup.read(bucket, name);
            requireUndamaged(bucket, shipped);
            Arrival arrival = new Arrival(bucket, identity, folder);
            if (kind.equals(BackupKind.BASE)) {
                bringLog(arrival, LogSpan.of(shipped.facts(), bucket.log()));
            }
            for (String ending : kind.endings().reversed()) {
                if (shipped.objects().containsKey(name + "." + ending + ShippedBackup.ENCRYPTED)) {
                    arrival.bring(shipped, ending);
                }
            }
            out.println("fetched " + name + " to " + settings.folder());
        }
    }

    private void bringLog(Arrival arrival, LogSpan span) throws IOException {
        arrival.bring(span.files());
        out.println(
                "fetched "
                        + span.files().size()
                        + " files of the log, to "
                        + span.last().orElse("no segment: the first is missing"));
        if (!span.isWhole()) {
            out.println("Behind that there is a gap: no later moment can be reached.");
        }
    }

    private static void requireUndamaged(Bucket bucket, ShippedBackup shipped) throws IOException {
        List<String> damaged = shipped.damaged(bucket);
        if (!damaged.isEmpty()) {
            throw new IOException(String.join(", ", damaged) + " is not what was sent");
        }
    }

    private static String find(Bucket bucket, String asked) throws IOException {
        BackupKind kind =
                asked.equals(NEWEST)
                        ? BackupKind.DUMP
                        : asked.equals(NEWEST_BASE)
                                ? BackupKind.BASE
                                : BackupKind.of(asked).orElse(BackupKind.DUMP);
        NavigableSet<String> there = Shipment.shipped(bucket, kind);
        if (there.isEmpty()) {
            throw new IOException("the bucket has no " + kind.prefix() + "… at all");
        }
        String name = asked.startsWith(NEWEST) ? there.last() : asked;
        if (!there.contains(name)) {
            throw new IOException(
                    "the bucket has no backup \"" + name + "\"; the newest is " + there.last());
        }
        return name;
    }
}
