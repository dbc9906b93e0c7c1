package dev.recon.bench;

import dev.recon.engine.Outcome;
import dev.recon.engine.Reconciler;
import dev.recon.engine.read.FileBytes;
import dev.recon.engine.report.MatchesCsv;
import dev.recon.engine.table.Progress;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// A warm run on one thread: from the files to the breaks, and from the matches to their lines.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class RunBenchmark {
    /// Entries a side.
    @Param("100000")
    public int rows;

    private final Path folder = temporaryFolder();

    /// Generates the files once for all iterations.
    @Setup(Level.Trial)
    public void generate() throws IOException {
        Generator.generate(folder, rows, 1);
    }

    /// Reads, matches and classifies.
    @Benchmark
    public int run() {
        try (Outcome outcome = outcome()) {
            return outcome.breaks().count();
        }
    }

    /// The same, and writes the lines of the matches to nowhere.
    @Benchmark
    public int runAndWrite() throws IOException {
        try (Outcome outcome = outcome()) {
            MatchesCsv.write(outcome, OutputStream.nullOutputStream(), 1);
            return outcome.matching().count();
        }
    }

    private Outcome outcome() {
        Reconciler.Inputs inputs =
                new Reconciler.Inputs(
                        FileBytes.open(folder.resolve("ledger.csv"), "ledger.csv"),
                        FileBytes.open(folder.resolve("bank.csv"), "bank.csv"),
                        GeneratedRules.get(),
                        Reconciler.Decided.NOTHING);
        return Reconciler.run(inputs, Progress.NONE, 1);
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("recon-bench");
        } catch (IOException unwritable) {
            throw new java.io.UncheckedIOException(unwritable);
        }
    }
}
