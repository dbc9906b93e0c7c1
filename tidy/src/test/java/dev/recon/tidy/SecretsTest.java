package dev.recon.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Nothing secret is in the repository: every file that git knows, or would take in, is read.
class SecretsTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final String SERVER_TESTS = "server/src/test/java/dev/recon/server/";

    /// What looks like a secret and is none, so many times in that file, with the reason.
    private static final Map<String, String> ALLOWED =
            Map.of(
                    "infrastructure/docker/train.sh address 1",
                    "a database that lives as long as the build of an image, on its loopback",
                    "scripts/test/deploy.bats named 1",
                    "planted, to see that it is never shown",
                    SERVER_TESTS + "settings/SettingsTest.java address 2",
                    "planted, to see that it is never shown",
                    SERVER_TESTS + "BackupBucket.java age 1",
                    "encrypts noise in a folder of the test",
                    SERVER_TESTS + "backup/AgeTest.java age 2",
                    "encrypt noise in memory");

    @Test
    void nothingSecretIsInTheRepository() throws IOException, InterruptedException {
        Map<String, Integer> found = new TreeMap<>();
        List<String> files = files();
        for (String file : files) {
            List<String> lines = lines(ROOT.resolve(file));
            for (int at = 0; at < lines.size(); at++) {
                for (String kind : SecretRules.found(lines.get(at))) {
                    found.merge(file + " " + kind, 1, Integer::sum);
                }
            }
        }

        assertThat(files).hasSizeGreaterThan(500);
        assertThat(found.entrySet().stream().map(one -> one.getKey() + " " + one.getValue()))
                .containsExactlyInAnyOrderElementsOf(ALLOWED.keySet());
    }

    @Test
    void whatIsPlantedIsSeen() {
        String random = "q7Zf0Lk2" + "VbN9xW4e" + "RtY8uH3s" + "Dc5G";
        Stream.of(
                        "-----BEGIN RSA PRIVATE" + " KEY-----",
                        "AGE-SECRET-" + "KEY-1" + "Q".repeat(58),
                        "aws_access_key_id = AK" + "IA" + "ABCDEFGHIJKLMNOP",
                        "token: gh" + "p_" + "a".repeat(36),
                        "xox" + "b-123456789012-abc",
                        "//registry/:_authToken=np" + "m_" + "a1".repeat(18),
                        "key=AI" + "za" + "b".repeat(35),
                        "ey" + "JhbGciOiJIUzI1NiJ9.ey" + "JzdWIiOiIxMjM0NSJ9.c2lnbmF0dXJl",
                        "jdbc:postgresql" + "://recon:" + "hunter22@db/recon",
                        "JWT_SECRET=" + random,
                        "\"password\": \"" + random + "\",",
                        "String apiKey = \"" + random + "\";")
                .forEach(line -> assertThat(SecretRules.found(line)).as(line).isNotEmpty());
        Stream.of(
                        "DATABASE_URL=postgresql://host:5432/database",
                        "JWT_SECRET=0123456789abcdef0123456789abcdef",
                        "tokenOfTheSecondServerThatIsNotThere = readTokenFrom(request)",
                        "https://user@example.com/path")
                .forEach(line -> assertThat(SecretRules.found(line)).as(line).isEmpty());
    }

    private static List<String> files() throws IOException, InterruptedException {
        Process git =
                new ProcessBuilder(
                                "git",
                                "ls-files",
                                "-z",
                                "--cached",
                                "--others",
                                "--exclude-standard")
                        .directory(ROOT.toFile())
                        .start();
        String all = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(git.waitFor()).isZero();
        return Stream.of(all.split("\0", -1))
                .filter(name -> !name.isEmpty() && Files.isRegularFile(ROOT.resolve(name)))
                .toList();
    }

    /// None of a file that is no text.
    private static List<String> lines(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        for (byte one : content) {
            if (one == 0) {
                return new ArrayList<>();
            }
        }
        return new String(content, StandardCharsets.ISO_8859_1).lines().toList();
    }
}
