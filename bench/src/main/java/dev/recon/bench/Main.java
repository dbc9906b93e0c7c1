package dev.recon.bench;

import java.io.IOException;
import java.nio.file.Path;

/// Generated data and scores: `generate DIR ROWS [SEED]` and `score TRUTH LEFT RIGHT RESULTS`.
public final class Main {
    private static final long SEED = 1;

    private Main() {}

    public static void main(String[] args) throws IOException {
        if (args.length >= 3 && args[0].equals("generate")) {
            long seed = args.length > 3 ? Long.parseLong(args[3]) : SEED;
            System.out.println(
                    Generator.generate(Path.of(args[1]), Integer.parseInt(args[2]), seed));
        } else if (args.length == 5 && args[0].equals("score")) {
            Path truth = Path.of(args[1]);
            System.out.print(Score.of(truth, Path.of(args[2]), Path.of(args[3]), Path.of(args[4])));
        } else {
            System.err.println("generate DIR ROWS [SEED] | score TRUTH LEFT RIGHT RESULTS");
            System.exit(2);
        }
    }
}
