package dev.recon.server.backup;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the bucket says of a backup: the facts that were written when it was taken, and the SHA-256
/// of each encrypted object, so that whoever has no key can tell whether it is still whole. It is
/// the last object of a backup to be written, and the first to be removed.
///
/// @param name such as `backup-20261128`
/// @param facts `startedAt`, `bytes`, `sha256`; of a dump also `schemaVersion` and `lsn`; of a copy
///   of the cluster `cluster`, `firstSegment` and `finishedAt`
/// @param objects the names of the encrypted objects, each with its SHA-256
record ShippedBackup(String name, JsonNode facts, Map<String, String> objects) {
    static final String ENCRYPTED = ".age";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    ShippedBackup {
        objects = Map.copyOf(objects);
    }

    static ShippedBackup of(String name, byte[] facts, Map<String, byte[]> digests)
            throws IOException {
        Map<String, String> objects = new TreeMap<>();
        digests.forEach((object, sum) -> objects.put(object, HexFormat.of().formatHex(sum)));
        return new ShippedBackup(name, parse(name, facts), objects);
    }

    static ShippedBackup read(Bucket bucket, String name) throws IOException {
        JsonNode all = parse(name, bucket.get(name + ".json"));
        List<String> known = objects(name);
        Map<String, String> objects = new TreeMap<>();
        for (Map.Entry<String, JsonNode> one : all.path("objects").properties()) {
            if (!known.contains(one.getKey())) {
                throw new IOException(name + ".json names an object that is none of a backup's");
            }
            objects.put(one.getKey(), one.getValue().asString());
        }
        if (known.isEmpty() || !objects.containsKey(known.getFirst())) {
            throw new IOException(
                    name + ".json names no backup: it was not written by backup ship");
        }
        return new ShippedBackup(name, all.path("facts"), objects);
    }

    /// What a backup of that name may consist of, the backup itself first.
    private static List<String> objects(String name) {
        return BackupKind.of(name).map(BackupKind::endings).orElse(List.of()).stream()
                .map(ending -> name + "." + ending + ENCRYPTED)
                .toList();
    }

    private static JsonNode parse(String name, byte[] content) throws IOException {
        try {
            return JSON.readTree(content);
        } catch (JacksonException wrong) {
            throw new IOException(name + ".json is no JSON: " + wrong.getOriginalMessage(), wrong);
        }
    }

    byte[] json() {
        return JSON.writeValueAsBytes(Map.of("facts", facts, "objects", new TreeMap<>(objects)));
    }

    /// Reads every object again.
    ///
    /// @return those that are not what they were, or gone
    List<String> damaged(Bucket bucket) throws IOException {
        List<String> there = bucket.names(name);
        List<String> damaged = new ArrayList<>();
        for (Map.Entry<String, String> one : new TreeMap<>(objects).entrySet()) {
            boolean isWhole =
                    there.contains(one.getKey())
                            && HexFormat.of()
                                    .formatHex(bucket.digest(one.getKey()))
                                    .equals(one.getValue());
            if (!isWhole) {
                damaged.add(one.getKey());
            }
        }
        return damaged;
    }
}
