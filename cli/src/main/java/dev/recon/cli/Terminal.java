package dev.recon.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/// Where results and messages go, and whether a person watches there.
///
/// @param out results
/// @param err progress and problems
/// @param color may results be coloured?
/// @param live may messages be written over?
record Terminal(PrintWriter out, PrintWriter err, boolean color, boolean live) {
    /// The process's own streams. The launcher says which of them are terminals
    /// (`recon.terminal.out`, `recon.terminal.err`), because Java cannot ask for each.
    static Terminal ofProcess() {
        boolean plain = System.getenv("NO_COLOR") != null;
        return new Terminal(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                Boolean.getBoolean("recon.terminal.out") && !plain,
                Boolean.getBoolean("recon.terminal.err"));
    }

    /// How a piece of the result looks where colours are shown.
    enum Style {
        BOLD("1"),
        DIM("2"),
        GOOD("32"),
        BAD("31"),
        NUMBER("36");

        private final String code;

        Style(String code) {
            this.code = code;
        }
    }

    String styled(Style style, String text) {
        return color ? "\u001B[" + style.code + "m" + text + "\u001B[0m" : text;
    }
}
