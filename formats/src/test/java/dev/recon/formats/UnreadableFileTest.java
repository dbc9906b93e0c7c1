package dev.recon.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.engine.read.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What only another process can show: pipes, and a user with fewer rights.
@DisabledOnOs(OS.WINDOWS)
class UnreadableFileTest {
    @TempDir private Path folder;

    /// Opens its argument and prints what came of it.
    static final class Door {
        private Door() {}

        static void main(String[] arguments) throws IOException {
            System.out.println(
                    switch (Formats.open(Path.of(arguments[0]))) {
                        case Opened.Text text -> {
                            try (text) {
                                yield Files.readString(text.path());
                            }
                        }
                        case Opened.Refused(Problem problem, _) -> problem.sentence();
                    });
        }
    }

    @Test
    void aFileThatTheUserMayNotReadIsRefused() throws Exception {
        Path file = Files.writeString(folder.resolve("secret.csv"), "a,b\n1,2\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));

        assertThat(door("exec setpriv --inh-caps=-all --bounding-set=-all \"$@\" " + file))
                .contains(file + ": found a file that the user ", "may not read", "chmod");
    }

    @Test
    void whatAPipeGivesIsKeptAndRead() throws Exception {
        Path file = Files.writeString(folder.resolve("entries.csv"), "a,b\n1,2\n");

        assertThat(door("cat " + file + " | \"$@\" /dev/stdin")).isEqualTo("a,b\n1,2\n\n");
        assertThat(door("gzip -c " + file + " | \"$@\" /dev/stdin")).isEqualTo("a,b\n1,2\n\n");
    }

    private String door(String script) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        var command =
                List.of(
                        "bash",
                        "-c",
                        script,
                        "bash",
                        java.toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Door.class.getName());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return said;
    }
}
