package dev.recon.server.file;

import dev.recon.server.platform.Problem;
import dev.recon.server.platform.ProblemError;
import dev.recon.server.platform.ProblemKind;
import java.util.List;

/// Refuses work with a file that the door holds.
public final class HeldFile {
    private HeldFile() {}

    /// What the door found, for whoever wanted to work with the file.
    public static Problem problem(dev.recon.engine.read.Problem held) {
        return Problem.of(
                ProblemKind.FILE_HELD,
                held.sentence(),
                List.of(
                        ProblemError.at(
                                held.where(),
                                "found " + held.found() + "; expected " + held.expected())));
    }
}
