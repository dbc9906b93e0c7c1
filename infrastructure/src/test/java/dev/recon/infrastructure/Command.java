package dev.recon.infrastructure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Runs programs of the machine.
final class Command {
    private static final int SECONDS_MAX = 60;

    private Command() {}

    /// What a program left behind.
    record Result(int exitCode, String output, String errors) {
        /// Both, for messages.
        String all() {
            return output + errors;
        }
    }

    /// Is the program on the PATH?
    static boolean exists(String program) {
        return List.of(System.getenv("PATH").split(":", -1)).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /// Runs a program in the root of the repository and waits for its end.
    static Result run(String... words) {
        try {
            Path output = Files.createTempFile("out", ".txt");
            Path errors = Files.createTempFile("err", ".txt");
            Process process =
                    new ProcessBuilder(words)
                            .directory(Repository.ROOT.toFile())
                            .redirectInput(
                                    ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                            .redirectOutput(output.toFile())
                            .redirectError(errors.toFile())
                            .start();
            if (!process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(words[0] + " did not end");
            }
            Result result =
                    new Result(
                            process.exitValue(),
                            Files.readString(output),
                            Files.readString(errors));
            Files.delete(output);
            Files.delete(errors);
            return result;
        } catch (IOException failed) {
            throw new IllegalStateException(String.join(" ", words), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
