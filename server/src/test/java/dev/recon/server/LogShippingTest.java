package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/// The log archive goes to the bucket as it is written, is never mixed with that of another
/// cluster, and comes back with the copy that it goes on from.
class LogShippingTest {
    private static final String CLUSTER = "7713348894902271851";
    private static final String COPY = "base-20261122-030000";

    @TempDir private Path folder;
    @TempDir private Path elsewhere;
    private LogSample log;
    private BackupBucket bucket;

    @BeforeEach
    void prepare(TestInfo test) {
        log = new LogSample(folder, CLUSTER);
        bucket = new BackupBucket(S3Process.shared(), test.getDisplayName() + "/", folder);
    }

    @Test
    void theLogComesBackWithTheCopyThatItGoesOnFrom() throws IOException {
        log.segments(250, 258).file("00000002.history").copy(COPY, 254);
        assertThat(bucket.run("log")).as(bucket.said()).isZero();
        assertThat(bucket.said())
                .contains("shipped " + COPY)
                .contains("shipped " + CLUSTER + "/" + LogSample.segment(258) + ".gz");
        assertThat(bucket.objects())
                .contains("wal/" + CLUSTER + "/000000010000000100000000.gz.age")
                .contains(COPY + ".json", COPY + ".tar.gz.age");
        assertThat(bucket.run("log")).isZero();
        assertThat(bucket.said()).as("nothing is sent twice").isEmpty();

        log.segments(259, 259);
        assertThat(bucket.run("log")).isZero();
        assertThat(bucket.said()).hasLineCount(1);
        assertThat(bucket.run("list")).isZero();
        assertThat(bucket.said())
                .startsWith(COPY + "  taken 2026-11-22T03:01:00Z, ")
                .endsWith(" bytes, log to " + LogSample.segment(259) + "\n");
        fetch("newest-base");

        LogSample fetched = new LogSample(elsewhere, CLUSTER);
        for (int number = 254; number <= 259; number++) {
            assertThat(fetched.path(LogSample.segment(number)))
                    .hasSameBinaryContentAs(log.path(LogSample.segment(number)));
        }
        assertThat(fetched.path("00000002.history")).exists();
        assertThat(fetched.path(LogSample.segment(253))).doesNotExist();
        for (String ending : List.of(".tar.gz", ".sha256", ".json")) {
            assertThat(elsewhere.resolve(COPY + ending))
                    .hasSameBinaryContentAs(folder.resolve(COPY + ending));
        }
    }

    @Test
    void aGapIsToldWhereverSomebodyLooks() throws IOException {
        log.segments(1, 4).copy(COPY, 2);
        log.segments(6, 7);
        BackupSample.make(folder, "backup-20261128", 1000);
        assertThat(bucket.run("log")).isZero();

        assertThat(bucket.run("list")).isZero();
        assertThat(bucket.said())
                .contains("log to " + LogSample.segment(4) + ", behind which there is a gap");
        assertThat(bucket.run("ship")).isEqualTo(1);
        assertThat(bucket.said())
                .contains("the log in the bucket has a gap after " + LogSample.segment(4))
                .contains("Take a copy of the cluster now");
        fetch(COPY);
        assertThat(bucket.said()).contains("no later moment can be reached");

        log.segments(5, 5);
        assertThat(bucket.run("log")).isZero();
        assertThat(bucket.run("ship")).as(bucket.said()).isZero();
        assertThat(bucket.said())
                .contains(COPY + " is there and whole")
                .contains("the log goes on from there, to " + LogSample.segment(7));
    }

    @Test
    void anotherClustersLogIsNeitherMixedInNorRemovedBeforeItHasACopy() throws IOException {
        log.segments(1, 3).copy(COPY, 1);
        LogSample other = new LogSample(folder, "42").segments(1, 2);
        assertThat(bucket.run("log")).as(bucket.said()).isZero();

        // Three weeks of copies: the first goes, and with it the log that it alone needed.
        for (int week = 1; week <= 3; week++) {
            String name = "base-2026" + List.of("1129", "1206", "1213").get(week - 1) + "-030000";
            log.segments(3 + week, 3 + week).copy(name, 3 + week);
            assertThat(bucket.run("log")).as(bucket.said()).isZero();
        }
        assertThat(bucket.said())
                .contains("removed " + COPY)
                .contains("removed 3 files of the log that no copy needs");
        assertThat(bucket.objects())
                .doesNotContain(COPY + ".json", COPY + ".tar.gz.age")
                .noneMatch(it -> it.startsWith("wal/" + CLUSTER + "/" + LogSample.segment(3)))
                .contains("wal/42/" + LogSample.segment(1) + ".gz.age")
                .contains("base-20261129-030000.json");
        fetch("base-20261129-030000");
        assertThat(new LogSample(elsewhere, CLUSTER).path(LogSample.segment(6))).exists();
        assertThat(elsewhere.resolve("wal/42")).doesNotExist();

        Files.delete(other.path(LogSample.segment(1)));
        Files.delete(other.path(LogSample.segment(2)));
        log.copy("base-20261220-030000", 6);
        assertThat(bucket.run("log")).isZero();
        assertThat(bucket.objects()).noneMatch(it -> it.startsWith("wal/42/"));
    }

    @Test
    void aSegmentThatIsDamagedIsNotShippedAndOneInTheBucketIsNotFetched() throws IOException {
        log.segments(1, 2).copy(COPY, 1);
        byte[] whole = Files.readAllBytes(log.path(LogSample.segment(2)));
        byte[] cut = Arrays.copyOf(whole, whole.length - 10);
        Files.write(log.path(LogSample.segment(2)), cut);
        assertThat(bucket.run("log")).isEqualTo(1);
        assertThat(bucket.said()).contains(LogSample.segment(2) + ".gz is damaged");
        assertThat(bucket.objects())
                .contains("wal/" + CLUSTER + "/" + LogSample.segment(1) + ".gz.age")
                .noneMatch(it -> it.contains(LogSample.segment(2)));

        Files.write(log.path(LogSample.segment(2)), whole);
        assertThat(bucket.run("log")).isZero();
        bucket.put("wal/" + CLUSTER + "/" + LogSample.segment(2) + ".gz.age", cut);
        bucket.set("BACKUP_FOLDER", elsewhere.toString());
        bucket.set("BACKUP_IDENTITY", BackupBucket.IDENTITY);
        assertThat(bucket.run("fetch", "newest-base")).isEqualTo(1);
        assertThat(bucket.said()).contains(LogSample.segment(2) + ".gz.age");
        assertThat(elsewhere.resolve(COPY + ".tar.gz")).doesNotExist();
    }

    private void fetch(String name) {
        bucket.set("BACKUP_FOLDER", elsewhere.toString());
        bucket.set("BACKUP_IDENTITY", BackupBucket.IDENTITY);
        assertThat(bucket.run("fetch", name)).as(bucket.said()).isZero();
        bucket.set("BACKUP_FOLDER", folder.toString());
    }
}
