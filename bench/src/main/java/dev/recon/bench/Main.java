package dev.recon.bench;

import dev.recon.bench.brought.Brought;
import java.io.IOException;
import java.nio.file.Path;

/// What the benchmarks need beside what they measure: data, scores, fingerprints, warm runs.
public final class Main {
    private static final long SEED = 1;
    private static final String USAGE =
            """
            generate DIR ROWS [SEED [usual|one-account|one-day]]
            score TRUTH LEFT RIGHT RESULTS
            fingerprint LEFT RIGHT RESULTS [swapped]
            warm LEFT RIGHT OUT ROUNDS THREADS
            likely DATA_DIR
            sums ROUNDS
            generate-payments DIR ROWS
            generate-people DIR ROWS
            workbook FILE ROWS
            brought [NAME]
            brought NAME DIR\
            """;

    private Main() {}

    public static void main(String[] args) throws IOException {
        String form = args.length == 0 ? "" : args[0] + " " + (args.length - 1);
        switch (form) {
            case "generate 2", "generate 3", "generate 4" -> generate(args);
            case "score 4" ->
                    System.out.print(
                            Score.of(path(args, 1), path(args, 2), path(args, 3), path(args, 4)));
            case "fingerprint 3", "fingerprint 4" ->
                    System.out.println(
                            Fingerprint.of(
                                    path(args, 1), path(args, 2), path(args, 3), args.length > 4));
            case "likely 1" ->
                    new Likely(System.out, Runtime.getRuntime().availableProcessors())
                            .run(path(args, 1));
            case "sums 1" -> new Sums(System.out, Integer.parseInt(args[1])).run();
            case "brought 0" -> Brought.print(System.out, "");
            case "brought 1" -> Brought.print(System.out, args[1]);
            case "brought 2" -> Brought.write(path(args, 2), args[1]);
            case "generate-payments 2" ->
                    Lookalikes.payments(path(args, 1), Integer.parseInt(args[2]), SEED);
            case "generate-people 2" ->
                    Lookalikes.people(path(args, 1), Integer.parseInt(args[2]), SEED);
            case "workbook 2" -> Workbook.write(path(args, 1), Integer.parseInt(args[2]), SEED);
            case "warm 5" ->
                    new Warm(path(args, 1), path(args, 2), path(args, 3), Integer.parseInt(args[5]))
                            .run(Integer.parseInt(args[4]));
            default -> {
                System.err.println(USAGE);
                System.exit(2);
            }
        }
    }

    private static void generate(String[] args) throws IOException {
        long seed = args.length > 3 ? Long.parseLong(args[3]) : SEED;
        Shape shape = args.length > 4 ? Shape.of(args[4]) : Shape.USUAL;
        System.out.println(
                Generator.generate(path(args, 1), Integer.parseInt(args[2]), seed, shape));
    }

    private static Path path(String[] args, int at) {
        return Path.of(args[at]);
    }
}
