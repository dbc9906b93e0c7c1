package dev.recon.server.run;

import dev.recon.engine.table.Side;
import dev.recon.server.file.FileRef;
import dev.recon.server.platform.Person;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A run as the database has it.
///
/// @param number counts from 1 in its reconciliation
/// @param follows what it carries on; null when it reads its files alone
/// @param follower the newest run with a result that carries on what this one left
/// @param epoch grows with each worker that takes it
/// @param failure why it failed or is held, as JSON
/// @param decimals how many decimals one unit of its amounts stands for; 0 before there is a result
/// @param matchCount how many matches there are, those by hand included
/// @param totals what it found, as JSON
public record RunRow(
        UUID workspaceId,
        UUID id,
        UUID reconciliationId,
        String reconciliationName,
        int number,
        int ruleSet,
        FileRef left,
        FileRef right,
        @Nullable Follows follows,
        @Nullable UUID follower,
        String status,
        String stage,
        int progressPermille,
        @Nullable Long rowsPerSecond,
        long epoch,
        Instant createdAt,
        Person createdBy,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String failure,
        int decimals,
        int matchCount,
        @Nullable String totals,
        @Nullable String digest) {
    public static final String QUEUED = "queued";
    public static final String RUNNING = "running";
    public static final String DONE = "done";
    public static final String FAILED = "failed";
    public static final String CANCELLED = "cancelled";
    public static final String HELD = "held";

    /// The run whose unsettled entries this one carries on.
    ///
    /// @param number that of the run in its reconciliation
    /// @param addsLeft does the left file bring lines, or only the names of the columns?
    public record Follows(UUID run, int number, boolean addsLeft, boolean addsRight) {
        /// Does the file of a side bring lines?
        public boolean adds(Side side) {
            return side == Side.LEFT ? addsLeft : addsRight;
        }
    }

    public FileRef file(Side side) {
        return side == Side.LEFT ? left : right;
    }

    /// The run that would come after all others over the same lines.
    RunRow next() {
        return new RunRow(
                workspaceId,
                id,
                reconciliationId,
                reconciliationName,
                Integer.MAX_VALUE,
                ruleSet,
                left,
                right,
                follows,
                follower,
                status,
                stage,
                progressPermille,
                rowsPerSecond,
                epoch,
                createdAt,
                createdBy,
                startedAt,
                finishedAt,
                failure,
                decimals,
                matchCount,
                totals,
                digest);
    }

    /// Is there a result to look at?
    public boolean hasResult() {
        return totals != null;
    }
}
