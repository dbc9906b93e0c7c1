package dev.recon.server.backup;

import dev.recon.server.settings.ShipSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.util.NavigableSet;
import software.amazon.awssdk.core.exception.SdkException;

/// Brings the dumps of a folder to the bucket: each is checked against its SHA-256, encrypted,
/// sent, read back and compared. Only when the newest one there is proved to be whole do those go
/// that need not be kept. A backup counts as shipped when its `.json` is there, which comes last.
///
/// Then it proves what [LogShipping] brought: the newest copy of the cluster, and that the log goes
/// on from there without a gap.
public final class Shipping {
    private final ShipSettings settings;
    private final Shipment dumps;
    private final Shipment copies;
    private final PrintStream out;

    /// @throws IllegalArgumentException when the recipient is none
    public Shipping(ShipSettings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
        AgeRecipient recipient = AgeRecipient.parse(settings.recipient());
        BackupFolder folder = new BackupFolder(settings.folder());
        dumps = new Shipment(BackupKind.DUMP, folder, recipient, out);
        copies = new Shipment(BackupKind.BASE, folder, recipient, out);
    }

    /// Ships what is not shipped yet, and removes what is too old.
    ///
    /// @throws IOException when a backup is not what its checksum says, or did not arrive whole
    /// @throws SdkException when the bucket refuses or does not answer
    public void ship() throws IOException {
        if (dumps.folder().names(BackupKind.DUMP).isEmpty()) {
            throw new IOException("there is no backup in " + settings.folder());
        }
        try (Bucket bucket = new Bucket(settings)) {
            bucket.abandonOldUploads();
            NavigableSet<String> there = Shipment.shipped(bucket, BackupKind.DUMP);
            NavigableSet<String> sent = dumps.shipNew(bucket, there);
            if (!sent.contains(there.last())) {
                dumps.prove(bucket, there.last());
            }
            dumps.remove(bucket, there);
            proveLog(bucket);
            dumps.requireSame(bucket, there);
        }
    }

    private void proveLog(Bucket bucket) throws IOException {
        NavigableSet<String> there = Shipment.shipped(bucket, BackupKind.BASE);
        if (there.isEmpty()) {
            return;
        }
        copies.prove(bucket, there.last());
        LogSpan span = LogSpan.of(ShippedBackup.read(bucket, there.last()).facts(), bucket.log());
        if (!span.isWhole()) {
            throw new IOException(
                    "the log in the bucket has a gap after "
                            + span.last().orElse("the copy " + there.last())
                            + ": no moment later than that can be reached."
                            + " Take a copy of the cluster now (backup base).");
        }
        out.println("the log goes on from there, to " + span.last().orElse("no segment yet"));
    }
}
