package dev.recon.server.platform;

import org.jspecify.annotations.Nullable;

/// One place in a body, a rule set or a file that is wrong.
public record ProblemError(
        @Nullable String pointer, String detail, @Nullable Long line, @Nullable Long column) {
    /// A place in a JSON body.
    public static ProblemError at(String pointer, String detail) {
        return new ProblemError(pointer, detail, null, null);
    }
}
