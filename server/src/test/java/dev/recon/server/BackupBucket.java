package dev.recon.server;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/// The command `backup` against a real server of S3, and what is in its bucket then.
final class BackupBucket {
    static final String IDENTITY =
            "AGE-SECRET-KEY-1ARJ0ASSA6RYTWTKG0UN4CWV425S7AQZX6MT4PFDGUKACUGYEP7QS73KNJW";
    static final String RECIPIENT =
            "age1d5va0xpaaaunj3npapzx3y3yzsv9gz0vc9dt9z889g8pnldc3vps80kd3t";

    private final S3Process s3;
    private final String prefix;
    private final Map<String, String> environment;
    private String said = "";

    /// @param prefix of this test alone
    BackupBucket(S3Process s3, String prefix, Path folder) {
        this.s3 = s3;
        this.prefix = prefix;
        environment =
                new HashMap<>(
                        Map.of(
                                "BACKUP_FOLDER",
                                folder.toString(),
                                "BACKUP_RECIPIENT",
                                RECIPIENT,
                                "S3_ENDPOINT",
                                s3.endpoint(),
                                "S3_BUCKET",
                                S3Process.BUCKET,
                                "S3_PREFIX",
                                prefix,
                                "S3_ACCESS_KEY",
                                S3Process.KEY_ID,
                                "S3_SECRET_KEY",
                                S3Process.SECRET));
    }

    /// The same with another value.
    BackupBucket set(String name, String value) {
        environment.put(name, value);
        return this;
    }

    BackupBucket through(int port) {
        return set("S3_ENDPOINT", "http://127.0.0.1:" + port);
    }

    int run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        int code = Backup.run(arguments, environment, print);
        said = out.toString(StandardCharsets.UTF_8);
        return code;
    }

    String said() {
        return said;
    }

    List<String> objects() {
        try (S3Client client = s3.client()) {
            return client
                    .listObjectsV2(one -> one.bucket(S3Process.BUCKET).prefix(prefix))
                    .contents()
                    .stream()
                    .map(S3Object::key)
                    .map(key -> key.substring(prefix.length()))
                    .toList();
        }
    }

    /// How many uploads were begun and neither completed nor given up.
    int open() {
        try (S3Client client = s3.client()) {
            return client.listMultipartUploads(one -> one.bucket(S3Process.BUCKET).prefix(prefix))
                    .uploads()
                    .size();
        }
    }

    byte[] get(String object) {
        try (S3Client client = s3.client()) {
            return client.getObjectAsBytes(one -> one.bucket(S3Process.BUCKET).key(prefix + object))
                    .asByteArray();
        }
    }

    void put(String object, byte[] content) {
        try (S3Client client = s3.client()) {
            client.putObject(
                    one -> one.bucket(S3Process.BUCKET).key(prefix + object),
                    RequestBody.fromBytes(content));
        }
    }
}
