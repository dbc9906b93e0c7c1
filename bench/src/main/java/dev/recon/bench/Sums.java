package dev.recon.bench;

import dev.recon.engine.match.Cascade;
import dev.recon.engine.match.Decisions;
import dev.recon.engine.match.Matching;
import dev.recon.engine.money.Currency;
import dev.recon.engine.rules.Ambiguity;
import dev.recon.engine.rules.DayWindow;
import dev.recon.engine.rules.Pass;
import dev.recon.engine.table.AmountColumn;
import dev.recon.engine.table.Column;
import dev.recon.engine.table.CurrencyColumn;
import dev.recon.engine.table.DateColumn;
import dev.recon.engine.table.Hash;
import dev.recon.engine.table.HashColumn;
import dev.recon.engine.table.Lines;
import dev.recon.engine.table.Progress;
import dev.recon.engine.table.Table;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/// How long the search for sums takes in a warm JVM, on one thread: a target among 30 candidates,
/// and all entries of one block of 2,000.
final class Sums {
    private static final int WARM_UPS = 5;
    private static final int DAYS = 30;
    private static final int UNITS_MAX = 1_000_000;
    private static final String ACCOUNT = "account";
    private static final double MILLI = 1e6;

    private final PrintStream out;
    private final int rounds;

    Sums(PrintStream out, int rounds) {
        this.out = out;
        this.rounds = rounds;
    }

    /// @param blocks how many accounts there are
    /// @param left left entries of each
    /// @param right right entries of each
    /// @param against see [Pass.Sum]
    private record Shape(int blocks, int left, int right, int against) {}

    /// Prints rows of a Markdown table: what, wall and CPU milliseconds, entries that were not
    /// searched whole.
    void run() {
        row("a target among 30 candidates, sizes to 5", new Shape(500, 1, 30, 1), 500);
        row("one block, 1,000 entries a side, sizes to 5", new Shape(1, 1_000, 1_000, 1), 1);
        row("one block, 2,000 entries a side, sizes to 5", new Shape(1, 2_000, 2_000, 1), 1);
        row("the same, 1,000 a side, and 3 against 3", new Shape(1, 1_000, 1_000, 3), 1);
    }

    private void row(String what, Shape shape, int parts) {
        Pass pass =
                new Pass.Sum(
                        "sums",
                        List.of(ACCOUNT),
                        DayWindow.ANY,
                        List.of(),
                        5,
                        shape.against(),
                        Ambiguity.SUGGEST);
        Random random = new Random(1);
        Cascade.Inputs inputs =
                new Cascade.Inputs(
                        table(shape.blocks(), shape.left(), 4, random),
                        table(shape.blocks(), shape.right(), 1, random),
                        List.of(pass),
                        Decisions.NONE,
                        row -> row,
                        row -> row);
        long[] nanos = new long[rounds];
        long[] cpu = new long[rounds];
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        Matching matching = Cascade.run(inputs, Progress.NONE, 1);
        for (int round = -WARM_UPS; round < rounds; round++) {
            long start = System.nanoTime();
            long startCpu = clock.getCurrentThreadCpuTime();
            matching = Cascade.run(inputs, Progress.NONE, 1);
            nanos[Math.max(0, round)] = System.nanoTime() - start;
            cpu[Math.max(0, round)] = clock.getCurrentThreadCpuTime() - startCpu;
        }
        double wall = median(nanos) / MILLI / parts;
        double busy = median(cpu) / MILLI / parts;
        long stopped = matching.stops(0).count();
        out.printf(Locale.ROOT, "| %s | %.3f · %.3f | %d |%n", what, wall, busy, stopped);
    }

    private static double median(long[] nanos) {
        Arrays.sort(nanos);
        return nanos[nanos.length / 2];
    }

    /// @param times how much larger its amounts are
    private static Table table(int blocks, int each, int times, Random random) {
        int rows = blocks * each;
        long[] units = new long[rows];
        short[] currencies = new short[rows];
        int[] days = new int[rows];
        long[] accounts = new long[rows];
        for (int row = 0; row < rows; row++) {
            units[row] = times * (1L + random.nextInt(UNITS_MAX)) + random.nextInt(times);
            currencies[row] = Currency.of("EUR").packed();
            days[row] = 20_000 + random.nextInt(DAYS);
            accounts[row] = Hash.pair(1, row / each + 1L);
        }
        Map<String, Column> texts = Map.of(ACCOUNT, new HashColumn(accounts));
        return new Table(
                2,
                new AmountColumn(units),
                new CurrencyColumn(currencies),
                new DateColumn(days),
                texts,
                Map.of(),
                new Lines(new int[rows], new int[] {0}, new long[] {0}, new int[0]));
    }
}
