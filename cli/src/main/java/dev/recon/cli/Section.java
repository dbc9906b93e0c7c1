package dev.recon.cli;

import dev.recon.cli.Terminal.Style;

/// A part of the result: lines with the name of the part before the first.
record Section(Terminal terminal) {
    private static final int NAME_WIDTH = 7;

    /// Prints nothing for a part without lines.
    void print(String name, Grid grid) {
        String before = terminal.styled(Style.BOLD, name) + " ".repeat(NAME_WIDTH - name.length());
        for (String line : grid.lines()) {
            terminal.out().println((before + line).stripTrailing());
            before = " ".repeat(NAME_WIDTH);
        }
    }
}
