package dev.recon.server.backup;

import dev.recon.server.settings.ShipSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import software.amazon.awssdk.core.exception.SdkException;

/// Brings the log archive to the bucket, segment by segment as PostgreSQL finishes them, and each
/// copy of the cluster that a recovery starts from. So a cluster that is lost with all its disks
/// can be brought back to the last minute.
public final class LogShipping {
    private final Shipment copies;
    private final BackupFolder folder;
    private final PrintStream out;
    private final ShipFigures figures;
    private NavigableSet<String> shippedCopies = new TreeSet<>();
    private Set<LogFile> shippedFiles = new TreeSet<>();

    /// Of each cluster that has copies in the bucket, where the oldest of them begins.
    private Map<String, Long> firstNeeded = Map.of();

    private boolean isKnown;

    /// @throws IllegalArgumentException when the recipient is none
    public LogShipping(ShipSettings settings, ShipFigures figures, PrintStream out) {
        this.figures = figures;
        this.out = out;
        folder = new BackupFolder(settings.folder());
        copies =
                new Shipment(
                        BackupKind.BASE, folder, AgeRecipient.parse(settings.recipient()), out);
    }

    /// Ships all that is here and not there, and, after a new copy, removes what no copy that is
    /// kept needs.
    ///
    /// @throws IOException when something is damaged here, or did not arrive whole
    /// @throws SdkException when the bucket refuses or does not answer
    public void catchUp(Bucket bucket) throws IOException {
        if (!isKnown) {
            shippedCopies = Shipment.shipped(bucket, BackupKind.BASE);
            shippedFiles = new TreeSet<>(bucket.log());
            firstNeeded = firstNeeded(bucket);
            isKnown = true;
        }
        if (isCopyMissing() && !copies.shipNew(bucket, shippedCopies).isEmpty()) {
            copies.remove(bucket, shippedCopies);
            firstNeeded = firstNeeded(bucket);
            removeLog(bucket);
        }
        List<LogFile> missing =
                folder.log().stream()
                        .filter(file -> !shippedFiles.contains(file))
                        .filter(file -> isNeeded(file, true))
                        .toList();
        figures.waiting(missing.size());
        for (LogFile file : missing) {
            requireWhole(file);
            copies.send(bucket, folder.file(file), file.object());
            shippedFiles.add(file);
            figures.shipped();
            out.println("shipped " + file.packed());
        }
        figures.caughtUp(shippedCopies.isEmpty() ? "" : shippedCopies.last());
    }

    /// What is in the bucket is looked up again, after something went wrong.
    public void forget() {
        isKnown = false;
    }

    private boolean isCopyMissing() throws IOException {
        return !shippedCopies.containsAll(folder.names(BackupKind.BASE));
    }

    /// Packed files carry a checksum of their own.
    private void requireWhole(LogFile file) throws IOException {
        try (InputStream content = new GZIPInputStream(Files.newInputStream(folder.file(file)))) {
            content.transferTo(OutputStream.nullOutputStream());
        } catch (IOException damaged) {
            throw new IOException(
                    folder.file(file)
                            + " is damaged ("
                            + damaged.getMessage()
                            + "). Take a copy of the cluster now (backup base); what comes before"
                            + " it cannot be reached from the bucket.",
                    damaged);
        }
    }

    private Map<String, Long> firstNeeded(Bucket bucket) throws IOException {
        Map<String, Long> first = new HashMap<>();
        for (String name : shippedCopies) {
            var facts = ShippedBackup.read(bucket, name).facts();
            first.merge(
                    facts.path("cluster").asString(""), LogSpan.firstPosition(facts), Math::min);
        }
        return first;
    }

    /// The log of a cluster that has no copy yet waits for its first, while that cluster is here.
    private boolean isNeeded(LogFile file, boolean isClusterHere) {
        Long first = firstNeeded.get(file.cluster());
        return first == null ? isClusterHere : file.isHistory() || file.position() >= first;
    }

    private void removeLog(Bucket bucket) throws IOException {
        Set<String> here = folder.log().stream().map(LogFile::cluster).collect(Collectors.toSet());
        int removed = 0;
        for (LogFile file : List.copyOf(shippedFiles)) {
            if (!isNeeded(file, here.contains(file.cluster()))) {
                bucket.delete(file.object());
                shippedFiles.remove(file);
                removed++;
            }
        }
        if (removed > 0) {
            out.println("removed " + removed + " files of the log that no copy needs");
        }
    }
}
