package dev.recon.server.backup;

import dev.recon.server.settings.ShipSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.exception.SdkException;

/// Brings the backups of a folder to the bucket: each is checked against its SHA-256, encrypted,
/// sent, read back and compared. Only when the newest one there is proved to be whole do those go
/// that need not be kept. A backup counts as shipped when its `.json` is there, which comes last.
public final class Shipping {
    private static final Pattern OBJECT = Pattern.compile("(backup-(\\d{8}))\\.([a-z0-9.]+)");

    private final ShipSettings settings;
    private final AgeRecipient recipient;
    private final BackupFolder folder;
    private final PrintStream out;

    /// @throws IllegalArgumentException when the recipient is none
    public Shipping(ShipSettings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
        recipient = AgeRecipient.parse(settings.recipient());
        folder = new BackupFolder(settings.folder());
    }

    /// Ships what is not shipped yet, and removes what is too old.
    ///
    /// @throws IOException when a backup is not what its checksum says, or did not arrive whole
    /// @throws SdkException when the bucket refuses or does not answer
    public void ship() throws IOException {
        List<String> here = folder.names();
        if (here.isEmpty()) {
            throw new IOException("there is no backup in " + settings.folder());
        }
        try (Bucket bucket = new Bucket(settings)) {
            bucket.abandonOldUploads();
            NavigableSet<String> there = shipped(bucket.names());
            boolean isNewestProved = false;
            for (String name : here) {
                if (!there.contains(name)) {
                    ship(bucket, name);
                    isNewestProved = there.isEmpty() || name.compareTo(there.last()) > 0;
                    there.add(name);
                }
            }
            if (!isNewestProved) {
                prove(bucket, there.last(), here);
            }
            remove(bucket, there);
        }
    }

    private void ship(Bucket bucket, String name) throws IOException {
        folder.requireWhole(name);
        TreeMap<String, byte[]> digests = new TreeMap<>();
        long bytes = 0;
        for (String ending : BackupFolder.ENDINGS) {
            Path file = folder.file(name, ending);
            if (Files.exists(file)) {
                String object = file.getFileName() + ShippedBackup.ENCRYPTED;
                digests.put(object, send(bucket, file, object));
                bytes += Files.size(file);
            }
        }
        byte[] facts = Files.readAllBytes(folder.file(name, "json"));
        bucket.put(name + ".json", ShippedBackup.of(name, facts, digests).json());
        out.println("shipped " + name + ", " + bytes + " bytes, and read it back");
    }

    private byte[] send(Bucket bucket, Path file, String object) throws IOException {
        PartUpload upload = bucket.begin(object);
        boolean done = false;
        byte[] sent;
        try {
            try (InputStream content = Files.newInputStream(file);
                    OutputStream sealed = recipient.seal(upload)) {
                content.transferTo(sealed);
            }
            sent = upload.complete();
            done = true;
        } finally {
            if (!done) {
                upload.abort();
            }
        }
        if (!Arrays.equals(sent, bucket.digest(object))) {
            throw new IOException(object + " came back other than it was sent");
        }
        return sent;
    }

    /// What was shipped on another day may have been lost since. While it is still here it is sent
    /// again; otherwise nothing older may go.
    private void prove(Bucket bucket, String name, List<String> here) throws IOException {
        List<String> damaged = ShippedBackup.read(bucket, name).damaged(bucket);
        if (damaged.isEmpty()) {
            out.println(name + " is there and whole");
        } else if (here.contains(name)) {
            out.println(String.join(", ", damaged) + " was damaged in the bucket: sent again");
            ship(bucket, name);
        } else {
            throw new IOException(
                    String.join(", ", damaged)
                            + " is not what was sent, and "
                            + name
                            + " is not in "
                            + settings.folder()
                            + " any more. Nothing older was removed."
                            + " Look who writes to the bucket.");
        }
    }

    private void remove(Bucket bucket, Collection<String> there) {
        Set<LocalDate> kept = Retention.USUAL.kept(there.stream().map(Shipping::day).toList());
        TreeMap<String, List<String>> objects =
                bucket.names().stream()
                        .filter(object -> OBJECT.matcher(object).matches())
                        .collect(
                                Collectors.groupingBy(
                                        Shipping::backup, TreeMap::new, Collectors.toList()));
        String newest = new TreeSet<>(there).last();
        // What has no `.json` is left of an upload that broke, and goes too once it is old.
        objects.headMap(newest)
                .forEach((name, its) -> {
                    if (!kept.contains(day(name)) || !there.contains(name)) {
                        // The `.json` first: what is half removed does not count any more.
                        its.stream().filter(one -> one.endsWith(".json")).forEach(bucket::delete);
                        its.stream().filter(one -> !one.endsWith(".json")).forEach(bucket::delete);
                        out.println("removed " + name);
                    }
                });
    }

    /// The backups that are in a bucket, by the names of its objects.
    static NavigableSet<String> shipped(List<String> names) {
        return names.stream()
                .filter(object -> object.endsWith(".json") && OBJECT.matcher(object).matches())
                .map(Shipping::backup)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String backup(String object) {
        Matcher name = OBJECT.matcher(object);
        if (!name.matches()) {
            throw new IllegalArgumentException(object);
        }
        return name.group(1);
    }

    private static LocalDate day(String name) {
        return LocalDate.parse(
                name.substring("backup-".length()), DateTimeFormatter.BASIC_ISO_DATE);
    }
}
