package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Backups go to a bucket encrypted, are proved there, and come back as they were.
class BackupTest {
    private static final String NAME = "backup-20261128";
    private static final int MEGABYTE = 1 << 20;
    private static final S3Process S3 = S3Process.shared();

    @TempDir private Path folder;
    @TempDir private Path elsewhere;

    @Test
    void aBackupOfSeveralPartsComesBackAsItWas() throws IOException {
        BackupSample.make(folder, NAME, 17 * MEGABYTE);
        BackupBucket bucket = new BackupBucket(S3, "whole/", folder);

        assertThat(bucket.run("ship")).as(bucket.said()).isZero();
        assertThat(bucket.said()).startsWith("shipped " + NAME).contains("read it back");
        assertThat(bucket.objects())
                .containsExactlyInAnyOrder(
                        NAME + ".dump.age",
                        NAME + ".facts.age",
                        NAME + ".roles.age",
                        NAME + ".sha256.age",
                        NAME + ".json");
        assertThat(new String(bucket.get(NAME + ".roles.age"), StandardCharsets.ISO_8859_1))
                .startsWith("age-encryption.org/v1\n")
                .doesNotContain("recon_web");

        assertThat(bucket.run("ship")).isZero();
        assertThat(bucket.said()).isEqualTo(NAME + " is there and whole\n");
        assertThat(bucket.run("list")).isZero();
        assertThat(bucket.said())
                .isEqualTo(NAME + "  taken 2026-11-28T02:00:00Z, schema 064, 17825792 bytes\n");

        bucket.set("BACKUP_FOLDER", elsewhere.toString());
        bucket.set("BACKUP_IDENTITY", BackupBucket.IDENTITY);
        assertThat(bucket.run("fetch", NAME)).as(bucket.said()).isZero();
        assertThat(BackupSample.content(elsewhere, NAME))
                .isEqualTo(BackupSample.content(folder, NAME));
        assertThat(bucket.run("fetch")).isEqualTo(1);
        assertThat(bucket.said()).contains("is there already");
    }

    @Test
    void theOldGoesWhenTheNewIsProvedAndNotBefore() throws IOException {
        LocalDate last = LocalDate.of(2026, 11, 28);
        for (int day = 0; day < 20; day++) {
            BackupSample.make(folder, name(last.minusDays(day)), 1000);
        }
        BackupBucket bucket = new BackupBucket(S3, "old/", folder);
        assertThat(bucket.run("ship")).as(bucket.said()).isZero();
        // Seven days, of which one is the end of a week, and the end of the week before.
        List<String> kept = dumps(bucket);
        assertThat(kept).hasSize(8).contains(NAME, "backup-20261122", "backup-20261115");

        bucket.put(NAME + ".dump.age", BackupSample.text("something else"));
        keepOnly("backup-20261101");
        bucket.put("backup-20200101.json", bucket.get("backup-20261122.json"));
        assertThat(bucket.run("ship")).isEqualTo(1);
        assertThat(bucket.said())
                .contains(NAME + ".dump.age is not what was sent")
                .contains("Nothing older was removed");
        assertThat(dumps(bucket)).containsAll(kept);
        assertThat(bucket.objects()).contains("backup-20200101.json");
    }

    @Test
    void whatWasDamagedInTheBucketIsSentAgainWhileItIsHere() throws IOException {
        BackupSample.make(folder, NAME, 1000);
        BackupBucket bucket = new BackupBucket(S3, "again/", folder);
        assertThat(bucket.run("ship")).isZero();
        bucket.put(NAME + ".facts.age", BackupSample.text("something else"));

        assertThat(bucket.run("verify")).isEqualTo(1);
        assertThat(bucket.said()).contains(NAME + ".facts.age is not what was sent");
        assertThat(bucket.run("ship")).isZero();
        assertThat(bucket.said()).contains(".facts.age was damaged in the bucket: sent again");
        assertThat(bucket.run("verify", NAME)).isZero();
        assertThat(bucket.said()).isEqualTo(NAME + " is there and whole\n");
    }

    @Test
    void whatIsInTheBucketIsNeverReplacedByAnotherOfThatName() throws IOException {
        BackupSample.make(folder, NAME, 1000);
        BackupBucket bucket = new BackupBucket(S3, "another/", folder);
        assertThat(bucket.run("ship")).isZero();
        byte[] sent = bucket.get(NAME + ".dump.age");
        BackupSample.make(folder, NAME, 2000);
        BackupSample.make(folder, NAME + "-101500", 3000);

        assertThat(bucket.run("ship")).isEqualTo(1);
        assertThat(bucket.said())
                .contains("shipped " + NAME + "-101500")
                .contains(NAME + " in the bucket is another than the one in " + folder);
        assertThat(bucket.get(NAME + ".dump.age")).isEqualTo(sent);
        assertThat(bucket.run("list")).isZero();
        assertThat(bucket.said()).contains(" 1000 bytes\n").contains(" 3000 bytes\n");
        assertThat(bucket.run("verify")).isZero();
        assertThat(bucket.said()).isEqualTo(NAME + "-101500 is there and whole\n");
    }

    @Test
    void oneThatIsDamagedThereIsNotMendedByAnother() throws IOException {
        BackupSample.make(folder, NAME, 1000);
        BackupBucket bucket = new BackupBucket(S3, "mended/", folder);
        assertThat(bucket.run("ship")).isZero();
        byte[] facts = BackupSample.text("something else");
        bucket.put(NAME + ".facts.age", facts);
        BackupSample.make(folder, NAME, 2000);

        assertThat(bucket.run("ship")).isEqualTo(1);
        assertThat(bucket.said()).contains("is not what was sent");
        assertThat(bucket.get(NAME + ".facts.age")).isEqualTo(facts);
    }

    @Test
    void aDamagedObjectIsNotFetchedAndLeavesNothing() throws IOException {
        BackupSample.make(folder, NAME, 200_000);
        BackupBucket bucket = new BackupBucket(S3, "damaged/", folder);
        assertThat(bucket.run("ship")).isZero();
        byte[] changed = bucket.get(NAME + ".dump.age");
        changed[100_000] ^= 1;
        bucket.put(NAME + ".dump.age", changed);
        bucket.set("BACKUP_FOLDER", elsewhere.toString());
        bucket.set("BACKUP_IDENTITY", BackupBucket.IDENTITY);

        assertThat(bucket.run("fetch")).isEqualTo(1);
        assertThat(bucket.said()).contains(NAME + ".dump.age is not what was sent");
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void aDumpThatWasDamagedHereIsNotShipped() throws IOException {
        BackupSample.make(folder, NAME, 1000);
        Files.writeString(folder.resolve(NAME + ".dump"), "something else");
        BackupBucket bucket = new BackupBucket(S3, "here/", folder);

        assertThat(bucket.run("ship")).isEqualTo(1);
        assertThat(bucket.said()).contains("is not what was dumped").contains("expected ");
        assertThat(bucket.objects()).isEmpty();
    }

    @Test
    void wrongUseIsTwoAndNamesEveryFault() {
        BackupBucket bucket = new BackupBucket(S3, "use/", folder);

        assertThat(bucket.run()).isEqualTo(2);
        assertThat(bucket.run("shipp")).isEqualTo(2);
        assertThat(bucket.said()).startsWith("Usage: backup ship");
        assertThat(bucket.run("ship", "newest")).isEqualTo(2);
        assertThat(bucket.run("fetch")).isEqualTo(2);
        assertThat(bucket.said()).contains("BACKUP_IDENTITY is not set");
        assertThat(bucket.run("ship")).isEqualTo(1);
        assertThat(bucket.said()).contains("there is no backup in " + folder);
        assertThat(bucket.set("BACKUP_RECIPIENT", "age1oops").run("ship")).isEqualTo(2);
        assertThat(bucket.said()).contains("BACKUP_RECIPIENT is no public key");
        assertThat(Backup.run(new String[] {"ship"}, Map.of(), System.out)).isEqualTo(2);
    }

    private void keepOnly(String name) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        BackupSample.make(folder, name, 1000);
    }

    private static String name(LocalDate day) {
        return "backup-" + day.format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    private static List<String> dumps(BackupBucket bucket) {
        return bucket.objects().stream()
                .filter(object -> object.endsWith(".dump.age"))
                .map(object -> object.replace(".dump.age", ""))
                .toList();
    }
}
