package dev.recon.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// How many threads a command may take.
final class ThreadOption {
    /// More than that is a mistake.
    private static final int MAX = 256;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "At most this many threads (default: half of the processors).")
    private int threads = usual();

    /// What was asked for.
    ///
    /// @throws ParameterException that is no number of threads
    int count() {
        if (threads < 1 || threads > MAX) {
            throw new ParameterException(
                    Objects.requireNonNull(command).commandLine(),
                    "--threads is " + threads + "; give a number from 1 to " + MAX);
        }
        return threads;
    }

    /// Half of the processors: on most machines two of them are one core, which reading and joining
    /// keep busy alone (two threads of one core took a quarter more processor time than one, for a
    /// sixth less time), and the other half compiles and collects.
    static int usual() {
        return Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    }
}
