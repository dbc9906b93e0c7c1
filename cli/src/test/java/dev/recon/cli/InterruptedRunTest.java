package dev.recon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A run that is stopped in the middle leaves nothing.
@DisabledOnOs(OS.WINDOWS)
class InterruptedRunTest {
    @TempDir private Path folder;

    @Test
    void whatARunKeptForItselfGoesWhenItIsStopped() throws Exception {
        Path good = Files.writeString(folder.resolve("good.csv"), Ledger.text(Ledger.lines()));
        Path temporary = Files.createDirectory(folder.resolve("temporary"));
        Path out = folder.resolve("out");
        try (var watch = temporary.getFileSystem().newWatchService()) {
            temporary.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            Process process =
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-Djava.io.tmpdir=" + temporary,
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    "dev.recon.cli.Main",
                                    "match",
                                    good.toString(),
                                    "/dev/stdin",
                                    "--out",
                                    out.toString())
                            .start();
            OutputStream pipe = process.getOutputStream();
            pipe.write((Ledger.HEADER + "\n").getBytes(StandardCharsets.UTF_8));
            pipe.flush();
            assertThat(watch.poll(60, TimeUnit.SECONDS)).isNotNull();

            process.destroy();

            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isNotIn(0, 1, 2);
        }
        assertThat(temporary).isEmptyDirectory();
        assertThat(out).doesNotExist();
    }
}
