package dev.recon.server.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Backups of one kind on their way from the folder to the bucket.
///
/// @param out what was done, a line each
record Shipment(BackupKind kind, BackupFolder folder, AgeRecipient recipient, PrintStream out) {
    /// Those in a bucket: a backup counts once its `.json` is there.
    static NavigableSet<String> shipped(Bucket bucket, BackupKind kind) {
        return bucket.names(kind.prefix()).stream()
                .filter(object -> object.endsWith(".json"))
                .map(kind::backup)
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// Ships what is not shipped yet. What is there is never replaced, also not by another of that
    /// name: a cluster that was built anew may hold less than the one that was lost.
    ///
    /// @return the names of what was shipped
    NavigableSet<String> shipNew(Bucket bucket, NavigableSet<String> there) throws IOException {
        NavigableSet<String> sent = new TreeSet<>();
        for (String name : folder.names(kind)) {
            if (!there.contains(name)) {
                ship(bucket, name);
                there.add(name);
                sent.add(name);
            }
        }
        return sent;
    }

    /// @throws IOException when the bucket has another backup under the name of one that is here
    void requireSame(Bucket bucket, NavigableSet<String> there) throws IOException {
        for (String name : folder.names(kind)) {
            if (there.contains(name) && isAnother(bucket, name)) {
                throw new IOException(
                        name
                                + " in the bucket is another than the one in "
                                + folder.path()
                                + ". It stays; the one here was not sent."
                                + " Take a backup with a name of its own (backup).");
            }
        }
    }

    private boolean isAnother(Bucket bucket, String name) throws IOException {
        String here = Files.readString(folder.file(name, "json"));
        return !here.contains(
                ShippedBackup.read(bucket, name).facts().path("sha256").asString("-"));
    }

    private void ship(Bucket bucket, String name) throws IOException {
        folder.requireWhole(kind, name);
        TreeMap<String, byte[]> digests = new TreeMap<>();
        long bytes = 0;
        for (String ending : kind.endings()) {
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

    /// Encrypts a file, sends it, reads it back and compares.
    ///
    /// @return the SHA-256 of what was sent
    byte[] send(Bucket bucket, Path file, String object) throws IOException {
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
    void prove(Bucket bucket, String name) throws IOException {
        List<String> damaged = ShippedBackup.read(bucket, name).damaged(bucket);
        if (damaged.isEmpty()) {
            out.println(name + " is there and whole");
        } else if (folder.names(kind).contains(name) && !isAnother(bucket, name)) {
            out.println(String.join(", ", damaged) + " was damaged in the bucket: sent again");
            ship(bucket, name);
        } else {
            throw new IOException(
                    String.join(", ", damaged)
                            + " is not what was sent, and "
                            + name
                            + " is not in "
                            + folder.path()
                            + " as it was. Nothing older was removed."
                            + " Look who writes to the bucket.");
        }
    }

    /// Removes what need not be kept, of which the newest is proved to be whole.
    void remove(Bucket bucket, NavigableSet<String> there) {
        var kept = kind.retention().kept(there.stream().map(kind::day).toList());
        TreeMap<String, List<String>> objects =
                bucket.names(kind.prefix()).stream()
                        .filter(object -> kind.backup(object).isPresent())
                        .collect(
                                Collectors.groupingBy(
                                        object -> kind.backup(object).orElseThrow(),
                                        TreeMap::new,
                                        Collectors.toList()));
        // What has no `.json` is left of an upload that broke, and goes too once it is old.
        objects.headMap(there.last())
                .forEach((name, its) -> {
                    if (!kept.contains(kind.day(name)) || !there.contains(name)) {
                        remove(bucket, its);
                        there.remove(name);
                        out.println("removed " + name);
                    }
                });
    }

    /// The `.json` first: what is half removed does not count any more.
    private static void remove(Bucket bucket, Collection<String> objects) {
        objects.stream().filter(one -> one.endsWith(".json")).forEach(bucket::delete);
        objects.stream().filter(one -> !one.endsWith(".json")).forEach(bucket::delete);
    }
}
