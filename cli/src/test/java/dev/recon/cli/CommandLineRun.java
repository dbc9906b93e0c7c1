package dev.recon.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/// What one command said, and what it ended with.
record CommandLineRun(int code, String out, String err) {
    /// Runs the real command in this process, as `recon` would.
    static CommandLineRun recon(Object... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), false, false);
        String[] words = new String[arguments.length];
        for (int at = 0; at < words.length; at++) {
            words[at] = arguments[at].toString();
        }
        int code = Main.run(terminal, words);
        return new CommandLineRun(code, out.toString(), err.toString());
    }
}
