package dev.recon.bench;

import dev.recon.engine.Outcome;
import dev.recon.engine.Reconciler;
import dev.recon.engine.propose.Proposer;
import dev.recon.engine.read.Encodings;
import dev.recon.engine.read.FileBytes;
import dev.recon.engine.read.Inspection;
import dev.recon.engine.report.BreaksCsv;
import dev.recon.engine.report.MatchesCsv;
import dev.recon.engine.rules.RuleSet;
import dev.recon.engine.table.Bytes;
import dev.recon.engine.table.Progress;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/// The first job again and again in one JVM, as a server does it: propose, read, match, classify,
/// and write the lines of all matches and breaks.
///
/// @param out a folder for what is written
record Warm(Path left, Path right, Path out, int threads) {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final double NANOS = 1e9;

    /// Prints the wall and the CPU seconds of each round.
    void run(int rounds) throws IOException {
        Files.createDirectories(out);
        for (int round = 0; round < rounds; round++) {
            Duration cpu = cpu();
            long start = System.nanoTime();
            once();
            double wall = (System.nanoTime() - start) / NANOS;
            System.out.printf(Locale.ROOT, "%.3f %.3f%n", wall, cpu().minus(cpu).toNanos() / NANOS);
        }
    }

    private void once() throws IOException {
        Bytes leftText = text(left);
        Bytes rightText = text(right);
        RuleSet rules = Proposer.propose(inspect(leftText), inspect(rightText), Map.of()).rules();
        var inputs = new Reconciler.Inputs(leftText, rightText, rules, Reconciler.Decided.NOTHING);
        try (Outcome outcome = Reconciler.run(inputs, Progress.NONE, threads);
                OutputStream matches = open("matches.csv");
                OutputStream breaks = open("breaks.csv")) {
            MatchesCsv.write(outcome, matches, threads);
            BreaksCsv.write(outcome, breaks, threads);
        }
    }

    private OutputStream open(String name) throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(out.resolve(name)), BUFFER_BYTES);
    }

    private Bytes text(Path file) {
        Bytes bytes = FileBytes.open(file, file.toString());
        return Encodings.toUtf8(bytes, Encodings.detect(bytes), out);
    }

    private static Inspection inspect(Bytes text) {
        return Inspection.of(text, Charset.forName("UTF-8"));
    }

    private static Duration cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    }
}
