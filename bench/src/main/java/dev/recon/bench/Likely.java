package dev.recon.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The benchmark of likely matches: every data set that is there, without rules, as a table.
///
/// Generated sets always; real ones from a folder that holds them (`payments`, `people`, `papers`,
/// `restaurants`), each with a left file, a right file and the truth, and the payments once more
/// with a tenth and with three tenths of each side removed.
final class Likely {
    private static final int ROWS = 10_000;
    private static final List<String> REAL = List.of("payments", "people", "papers", "restaurants");
    private static final List<String> LEFT = List.of("left.csv", "origin.csv");
    private static final List<String> RIGHT = List.of("right.csv", "destination.csv");
    private static final String HEAD =
            """
            | data | F1 | precision | recall | matched | their precision | calibration error | s |
            |---|---:|---:|---:|---:|---:|---:|---:|\
            """;

    private final PrintStream out;
    private final int threads;

    Likely(PrintStream out, int threads) {
        this.out = out;
        this.threads = threads;
    }

    /// Runs all sets and prints a line for each.
    ///
    /// @param real the folder with the real data sets
    void run(Path real) throws IOException {
        Path folder = Files.createTempDirectory("likely");
        try {
            out.println(HEAD);
            for (Trial trial : trials(real, folder)) {
                Trial.Result result = trial.run(Optional.empty(), threads);
                out.println(result.accuracy().row(trial.name(), result.seconds()));
            }
        } finally {
            deleteAll(folder);
        }
    }

    private List<Trial> trials(Path real, Path folder) throws IOException {
        Lookalikes.payments(folder.resolve("sent"), ROWS, 1);
        Lookalikes.people(folder.resolve("registers"), ROWS, 1);
        List<Trial> trials = new ArrayList<>();
        trials.add(in("generated payments", folder.resolve("sent")));
        trials.add(in("generated people", folder.resolve("registers")));
        for (String name : REAL) {
            if (Files.isDirectory(real.resolve(name))) {
                trials.add(in(name, real.resolve(name)));
            } else {
                out.println("| " + name + " | skipped: not in " + real + " |");
            }
        }
        if (Files.isDirectory(real.resolve("payments"))) {
            Trial payments = in("payments", real.resolve("payments"));
            trials.add(payments.thinned(10, folder.resolve("less-10")));
            trials.add(payments.thinned(30, folder.resolve("less-30")));
        }
        return trials;
    }

    private static Trial in(String name, Path folder) {
        return new Trial(
                name, first(folder, LEFT), first(folder, RIGHT), folder.resolve("truth.csv"));
    }

    private static Path first(Path folder, List<String> names) {
        return names.stream()
                .map(folder::resolve)
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no " + names + " in " + folder));
    }

    private static void deleteAll(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
