package dev.recon.server.run;

import dev.recon.engine.read.RejectedLine;
import dev.recon.engine.table.Side;
import org.jspecify.annotations.Nullable;

/// A line that could not become an entry, as it leaves the server.
record RejectedRow(
        String side,
        int line,
        @Nullable String column,
        String found,
        String expected,
        String detail,
        String raw) {
    static RejectedRow of(Side side, RejectedLine line) {
        String column = line.column().isEmpty() ? null : line.column();
        return new RejectedRow(
                side.word(),
                line.line(),
                column,
                line.found(),
                line.expected(),
                "line "
                        + line.physicalLine()
                        + (column == null ? "" : ", column " + column)
                        + ": found "
                        + line.found()
                        + "; expected "
                        + line.expected(),
                line.text());
    }
}
