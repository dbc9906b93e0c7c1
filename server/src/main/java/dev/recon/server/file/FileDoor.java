package dev.recon.server.file;

import dev.recon.engine.read.Problem;
import org.jspecify.annotations.Nullable;

/// What the door says of a file that nobody has chosen anything of.
///
/// @param state `ready` or `held`
/// @param format the name of its format; null when it is held
/// @param problem why it is held, and what to do
public record FileDoor(String state, @Nullable String format, @Nullable Problem problem) {
    static final String READY = "ready";
    static final String HELD = "held";

    static FileDoor of(@Nullable String format, @Nullable Problem problem) {
        return new FileDoor(problem == null ? READY : HELD, format, problem);
    }
}
