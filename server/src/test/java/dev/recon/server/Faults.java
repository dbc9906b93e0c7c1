package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// What tests of faults share. `RECON_FAULTS=nightly` makes them long; without it they are short
/// enough for every check.
final class Faults {
    private static final boolean NIGHTLY = "nightly".equals(System.getenv("RECON_FAULTS"));

    private Faults() {}

    /// How much of something: little in every check, much at night.
    static int count(int few, int many) {
        return NIGHTLY ? many : few;
    }

    /// Waits until something is so; four times as long at night, when there is so much more of it.
    static void await(String what, Duration max, BooleanSupplier isSo) {
        long until = System.nanoTime() + max.multipliedBy(count(1, 4)).toNanos();
        while (!isSo.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it takes too long until " + what).isLessThan(until);
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    /// Runs a program to its end.
    static void run(String... command) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String said =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.onExit().join().exitValue())
                    .as(String.join(" ", command) + ": " + said)
                    .isZero();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Stops a process where it stands, or lets it go on: `STOP`, `CONT`, `KILL`.
    static void signal(String signal, long pid) {
        run("kill", "-" + signal, Long.toString(pid));
    }
}
