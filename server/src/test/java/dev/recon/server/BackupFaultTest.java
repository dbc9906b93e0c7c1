package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// On its way to the bucket a backup arrives whole or not at all, and whoever sent it is told.
class BackupFaultTest {
    private static final String NAME = "backup-20261128";
    private static final String BEFORE = "backup-20261127";
    private static final int MEGABYTE = 1 << 20;
    private static final S3Process S3 = S3Process.shared();

    @TempDir private Path folder;

    @Test
    void aConnectionThatIsCutInTheMiddleOfAPartCostsThatPartOnly() throws IOException {
        BackupSample.make(folder, NAME, 22 * MEGABYTE);
        try (FaultProxy proxy = FaultProxy.before(S3.port(), 1)) {
            BackupBucket bucket = new BackupBucket(S3, "cut/", folder).through(proxy.port());
            proxy.resetAfter(9L * MEGABYTE, 2);

            assertThat(bucket.run("ship")).as(bucket.said()).isZero();
            assertThat(proxy.resets()).isEqualTo(2);
            assertThat(bucket.run("verify")).isZero();
        }
    }

    @Test
    void aLineThatBreaksAgainAndAgainLeavesNothingThatCounts() throws IOException {
        BackupSample.make(folder, BEFORE, 1000);
        BackupBucket bucket = new BackupBucket(S3, "broken/", folder);
        assertThat(bucket.run("ship")).isZero();
        BackupSample.make(folder, NAME, 22 * MEGABYTE);
        try (FaultProxy proxy = FaultProxy.before(S3.port(), 2)) {
            bucket.through(proxy.port());
            proxy.resetAfter(9L * MEGABYTE, 1000);

            assertThat(bucket.run("ship")).isEqualTo(1);
            assertThat(bucket.said()).startsWith("backup ship failed: ");
            assertThat(proxy.resets()).as("it was tried again").isGreaterThan(2);
        }
        assertThat(bucket.open()).as("parts that stay behind").isZero();
        assertThat(bucket.objects())
                .noneMatch(object -> object.startsWith(NAME))
                .contains(BEFORE + ".json");
        assertThat(bucket.through(S3.port()).run("ship")).as(bucket.said()).isZero();
        assertThat(bucket.run("verify", NAME)).isZero();
    }

    @Test
    void aServiceThatIsNotThereIsTold() throws IOException {
        BackupSample.make(folder, NAME, 1000);
        int port;
        try (FaultProxy proxy = FaultProxy.before(S3.port(), 3)) {
            port = proxy.port();
        }
        BackupBucket bucket = new BackupBucket(S3, "nowhere/", folder).through(port);

        assertThat(bucket.run("ship")).isEqualTo(1);
        assertThat(bucket.said()).startsWith("backup ship failed: ").contains("127.0.0.1");
    }

    @Test
    void aKeyThatTheServiceRefusesIsTold() throws IOException {
        BackupSample.make(folder, NAME, 1000);
        HttpServer door =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        // Word for word what a service of S3 says to a signature that is none of the key's.
        byte[] refusal =
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <Error><Code>SignatureDoesNotMatch</Code><Message>The request signature we \
                calculated does not match the signature you provided.</Message></Error>
                """
                        .getBytes(StandardCharsets.UTF_8);
        door.createContext(
                "/",
                exchange -> {
                    exchange.getRequestBody().readAllBytes();
                    exchange.sendResponseHeaders(403, refusal.length);
                    exchange.getResponseBody().write(refusal);
                    exchange.close();
                });
        door.start();
        try {
            BackupBucket bucket =
                    new BackupBucket(S3, "refused/", folder).through(door.getAddress().getPort());

            assertThat(bucket.run("ship")).isEqualTo(1);
            assertThat(bucket.said())
                    .contains("403 SignatureDoesNotMatch")
                    .contains("S3_BUCKET")
                    .doesNotContain(S3Process.SECRET);
            bucket.set("S3_BUCKET", "nobodys").through(S3.port());
            assertThat(bucket.run("ship")).isEqualTo(1);
            assertThat(bucket.said()).contains("404 NoSuchBucket");
        } finally {
            door.stop(0);
        }
    }

    @Test
    void aFullBucketIsToldAndKeepsWhatItHas() throws IOException {
        try (SmallDisk disk = SmallDisk.mount(22);
                S3Process small = S3Process.startIn(disk.folder())) {
            BackupSample.make(folder, BEFORE, MEGABYTE);
            BackupBucket bucket = new BackupBucket(small, "full/", folder);
            assertThat(bucket.run("ship")).as(bucket.said()).isZero();
            BackupSample.make(folder, NAME, 22 * MEGABYTE);

            assertThat(bucket.run("ship")).isEqualTo(1);
            assertThat(bucket.said()).contains("the space that is left");
            assertThat(bucket.objects()).doesNotContain(NAME + ".json");
            assertThat(bucket.run("verify", BEFORE)).as(bucket.said()).isZero();

            disk.resize(200);
            assertThat(bucket.run("ship")).as(bucket.said()).isZero();
            assertThat(bucket.run("verify", NAME)).as(bucket.said()).isZero();
        }
    }
}
