package dev.recon.server.fetch;

import dev.recon.engine.read.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What came of trying a place, which delivers nothing.
///
/// @param outcome `reached`, `host-key` where a person has to confirm one, or `unreachable`
/// @param hostKey the key that the server showed
/// @param files the first ones that would be fetched
/// @param filesMore how many more there are
/// @param lines the first rows of a query
/// @param problem why it was not reached
record Trial(
        String outcome,
        @Nullable String hostKey,
        List<Tried> files,
        int filesMore,
        List<String> lines,
        @Nullable Problem problem) {
    /// A file that is there.
    ///
    /// @param isKnown was it fetched before?
    record Tried(String name, long bytes, boolean isKnown) {}

    static Trial unreachable(Problem problem) {
        return new Trial("unreachable", null, List.of(), 0, List.of(), problem);
    }

    static Trial unconfirmed(String hostKey) {
        return new Trial("host-key", hostKey, List.of(), 0, List.of(), null);
    }

    static Trial reached(List<Tried> files, int filesMore) {
        return new Trial("reached", null, files, filesMore, List.of(), null);
    }

    static Trial answered(List<String> lines) {
        return new Trial("reached", null, List.of(), 0, lines, null);
    }
}
