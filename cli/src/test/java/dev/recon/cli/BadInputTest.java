package dev.recon.cli;

import static dev.recon.cli.CommandLineRun.recon;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Files that cannot be reconciled: code 2, a message that says what and where and how to mend it,
/// and not one file left behind.
class BadInputTest {
    @TempDir private Path folder;
    private Path good;
    private Path bad;
    private Path out;

    @BeforeEach
    void writeAGoodFile() throws IOException {
        good = Files.writeString(folder.resolve("good.csv"), Ledger.text(Ledger.lines()));
        bad = folder.resolve("bad.csv");
        out = folder.resolve("out");
    }

    @AfterEach
    void nothingIsHalfWritten() throws IOException {
        assertThat(out).doesNotExist();
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .noneMatch(name -> name.startsWith(".recon-"));
        }
    }

    @Test
    void anEmptyFileIsNamed() throws IOException {
        Files.createFile(bad);

        isRefused("found     an empty file", "mend      Check the export");
    }

    @Test
    void twoFilesWithAHeaderAloneAreNamed() throws IOException {
        Files.writeString(bad, Ledger.HEADER + "\n");

        var run = recon("match", bad, bad, "--out", out);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .contains("bad.csv", "found     a header, but no line behind it")
                .contains("expected  at least one entry");
    }

    @Test
    void aBinaryFileIsNamed() throws IOException {
        Files.write(bad, new byte[] {0, 1, 2, 3, 0, (byte) 200, 7, 0, 9});

        isRefused("found     bytes that no text has", "expected  a text file");
    }

    @Test
    void anExcelWorkbookIsNamed() throws IOException {
        Files.write(
                bad,
                new byte[] {
                    (byte) 0xD0,
                    (byte) 0xCF,
                    0x11,
                    (byte) 0xE0,
                    (byte) 0xA1,
                    (byte) 0xB1,
                    0x1A,
                    (byte) 0xE1,
                    0,
                    0
                });

        isRefused("found     a damaged workbook", "mend      Open it in a spreadsheet program");
    }

    @Test
    void aFolderIsNamed() throws IOException {
        Files.createDirectory(bad);

        isRefused("found     a folder", "mend      Name one file in it");
    }

    @Test
    void aMissingFileIsNamed() {
        isRefused("found     no such file", "The folder has good.csv.");
    }

    @Test
    void filesWithNothingInCommonAreNamed() throws IOException {
        Files.writeString(bad, "colour,shape\nred,round\nblue,square\ngreen,flat\n");

        isRefused("right: colour, shape", "mend      Check that the files belong together");
    }

    @Test
    void aColumnThatTheRulesNameAndTheFileLacksIsNamed() throws IOException {
        Path rules = folder.resolve("rules.yaml");
        Path other = folder.resolve("other");
        assertThat(recon("match", good, good, "--save-rules", rules, "--out", other).code())
                .isZero();
        Files.writeString(bad, Files.readString(good).replaceFirst("amount", "value"));

        var run = recon("match", good, bad, "--rules", rules, "--out", out);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("bad.csv", "amount", "value", "mend");
    }

    @Test
    void badRulesAreToldAllAtOnceWithTheirPlaces() throws IOException {
        Path rules = folder.resolve("rules.yaml");
        Files.writeString(rules, "version: 2\nleft:\n  delimeter: ';'\n  fields: {}\npasses: []\n");

        var run = recon("match", good, good, "--rules", rules, "--out", out);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .contains("rules.yaml has")
                .contains("rules.yaml:1:10  (/version)")
                .contains("rules.yaml:3:3  (/left/delimeter)")
                .contains("did you mean \"delimiter\"?")
                .contains("(/passes)");
    }

    @Test
    void rulesThatAreNoTextAreNamed() throws IOException {
        Path rules = Files.write(folder.resolve("rules.yaml"), new byte[] {0, 1, 2, 3});

        var run = recon("match", good, good, "--rules", rules, "--out", out);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("rules.yaml", "expected  a rule set (YAML)");
    }

    @Test
    void aWrongCommandLineIsTold() {
        assertThat(recon("match", good).code()).isEqualTo(2);
        assertThat(recon("match", good, good, "--threads", "0", "--out", out).err())
                .contains("--threads is 0; give a number from 1 to");
        assertThat(recon("match", good, good, "--colour").code()).isEqualTo(2);
        assertThat(recon("mtach", good, good).err()).contains("mtach");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFileThatTheUserMayNotReadIsNamed() throws Exception {
        Files.copy(good, bad);
        Files.setPosixFilePermissions(bad, PosixFilePermissions.fromString("---------"));

        Process process =
                new ProcessBuilder(
                                "setpriv",
                                "--inh-caps=-all",
                                "--bounding-set=-all",
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                "dev.recon.cli.Main",
                                "match",
                                good.toString(),
                                bad.toString(),
                                "--out",
                                out.toString())
                        .start();
        String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(2);
        assertThat(said).contains("bad.csv", "may not read", "mend      Give that user the right");
    }

    /// On either side, with the same words.
    private void isRefused(String... words) {
        for (List<Path> files : List.of(List.of(good, bad), List.of(bad, good))) {
            var run = recon("match", files.getFirst(), files.getLast(), "--out", out);

            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err()).contains("bad.csv").contains(mirrored(words, files));
            assertThat(run.out()).doesNotContain("files ");
        }
    }

    private String[] mirrored(String[] words, List<Path> files) {
        String[] mirrored = words.clone();
        if (files.getFirst().equals(bad)) {
            for (int at = 0; at < mirrored.length; at++) {
                mirrored[at] = mirrored[at].replace("right: colour", "left: colour");
            }
        }
        return mirrored;
    }
}
