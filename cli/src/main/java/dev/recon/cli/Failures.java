package dev.recon.cli;

import static java.util.Objects.requireNonNull;

import dev.recon.engine.read.InputProblem;
import dev.recon.engine.read.Problem;
import dev.recon.engine.rules.RuleFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;

/// The one place that catches what a command throws, and says it so that it can be mended.
record Failures(Terminal terminal) {
    /// Tells what happened and returns what the process ends with.
    int tell(Exception failure) {
        return switch (failure) {
            case InputProblem problem -> tell(problem.problem());
            case FaultyFile rules -> tell(rules);
            case UncheckedIOException disk -> tellDisk(requireNonNull(disk.getCause()));
            case IOException disk -> tellDisk(disk);
            default -> tellFault(failure);
        };
    }

    private int tell(Problem problem) {
        Grid grid =
                new Grid("ll")
                        .row("found", problem.found())
                        .row("expected", problem.expected())
                        .row("mend", problem.mend());
        terminal.err().println("recon: " + problem.where());
        grid.lines().forEach(line -> terminal.err().println("  " + line));
        return ExitCode.WRONG_INPUT;
    }

    private int tell(FaultyFile rules) {
        int count = rules.faults().size();
        terminal.err()
                .println(
                        "recon: "
                                + rules.path()
                                + " has "
                                + count
                                + (count == 1 ? " fault" : " faults"));
        for (RuleFault fault : rules.faults()) {
            String place = fault.path().isEmpty() ? "" : "  (" + fault.path() + ")";
            terminal.err()
                    .printf("  %s:%d:%d%s%n", rules.path(), fault.line(), fault.column(), place);
            new Grid("ll")
                    .row("found", fault.found())
                    .row("expected", fault.expected())
                    .lines()
                    .forEach(line -> terminal.err().println("      " + line));
        }
        return ExitCode.WRONG_INPUT;
    }

    private int tellDisk(IOException failure) {
        String where = failure instanceof FileSystemException file ? file.getFile() : "the disk";
        String reason =
                failure instanceof FileSystemException file
                        ? file.getReason()
                        : failure.getMessage();
        return tell(
                new Problem(
                        String.valueOf(where),
                        failure.getClass().getSimpleName()
                                + (reason == null ? "" : " (" + reason + ")"),
                        "a disk that can be read and written",
                        "Check free space and rights. Nothing was written."));
    }

    private int tellFault(Exception failure) {
        terminal.err().println("recon: this is a fault of Recon, not of your files.");
        terminal.err().println("  Please report it with the lines below.");
        failure.printStackTrace(terminal.err());
        return ExitCode.FAULT;
    }
}
