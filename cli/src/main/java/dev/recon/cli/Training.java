package dev.recon.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// Several commands one after the other in one JVM, for the cache that this JVM writes when it
/// ends: what any of them needed, the next process has from its start (JEP 483, 514).
final class Training {
    private static final String NEXT = "--";

    private Training() {}

    /// @param arguments the commands, with `--` between them
    static void main(String[] arguments) throws IOException {
        for (String argument : arguments) {
            if (Files.isRegularFile(Path.of(argument))) {
                Hashes.byLibrary(argument, Path.of(argument)); // as large files are
            }
        }
        Terminal terminal = Terminal.ofProcess();
        List<String> rest = Arrays.asList(arguments);
        while (!rest.isEmpty()) {
            int next = rest.indexOf(NEXT);
            int end = next < 0 ? rest.size() : next;
            int code = Main.run(terminal, rest.subList(0, end).toArray(String[]::new));
            if (code > 1) {
                System.exit(code);
            }
            rest = rest.subList(Math.min(end + 1, rest.size()), rest.size());
        }
    }
}
