package dev.recon.cli;

import dev.recon.engine.table.Progress;
import java.io.PrintWriter;
import java.util.Locale;

/// One line on the terminal that says how far a run is, written over again and again.
final class Meter implements Progress, AutoCloseable {
    private static final long NANOS_BETWEEN = 100_000_000;
    private static final int WIDTH = 30;

    private final Terminal terminal;
    private long shownNanos = System.nanoTime();
    private boolean shown;

    Meter(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public synchronized void report(String stage, long done, long total) {
        long now = System.nanoTime();
        if (terminal.live() && now - shownNanos >= NANOS_BETWEEN) {
            shownNanos = now;
            shown = true;
            write("\r" + line(stage, done, total) + "\u001B[K");
        }
    }

    @Override
    public boolean isCancelled() {
        return false;
    }

    /// Wipes the line away.
    synchronized void wipe() {
        if (shown) {
            shown = false;
            write("\r\u001B[K");
        }
    }

    static String line(String stage, long done, long total) {
        long all = Math.max(total, 1);
        int filled = (int) (WIDTH * Math.min(done, all) / all);
        String bar = "█".repeat(filled) + "░".repeat(WIDTH - filled);
        long percent = 100 * Math.min(done, all) / all;
        return String.format(Locale.ROOT, "%-24s %s %3d %%", stage, bar, percent);
    }

    private void write(String text) {
        PrintWriter err = terminal.err();
        err.print(text);
        err.flush();
    }

    @Override
    public void close() {
        wipe();
    }
}
