package dev.recon.server.run;

import dev.recon.server.file.FileRef;
import dev.recon.server.fleeting.Ongoing;
import dev.recon.server.platform.Person;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A run as it leaves the server.
public record Run(
        UUID id,
        int number,
        UUID reconciliationId,
        String reconciliationName,
        String status,
        String stage,
        double progress,
        @Nullable Long rowsPerSecond,
        FileRef leftFile,
        FileRef rightFile,
        @Nullable Follows follows,
        @Nullable Follower followedBy,
        int ruleSet,
        Instant createdAt,
        Person createdBy,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable RunFailure failure,
        @Nullable RunSummary summary)
        implements Ongoing {
    @Override
    public boolean ongoing() {
        return finishedAt == null;
    }

    /// What a run carries on.
    ///
    /// @param run the number of the run that it follows
    /// @param addsLeft does the left file bring lines?
    /// @param left how many left lines are carried; null before there is a result
    record Follows(
            UUID runId,
            int run,
            boolean addsLeft,
            boolean addsRight,
            @Nullable Integer left,
            @Nullable Integer right) {
        static Follows of(RunRow.Follows of, @Nullable Counts carried) {
            return new Follows(
                    of.run(),
                    of.number(),
                    of.addsLeft(),
                    of.addsRight(),
                    carried == null ? null : carried.left,
                    carried == null ? null : carried.right);
        }
    }

    /// How many lines of each side are carried.
    record Counts(int left, int right) {}

    /// The run that carries on what this one left.
    record Follower(UUID runId, int run) {}

    /// What comes before a run and after it.
    record Neighbours(@Nullable Counts carried, @Nullable Follower follower) {}

    static Run of(
            RunRow row,
            Neighbours neighbours,
            @Nullable RunFailure failure,
            @Nullable RunSummary summary) {
        return new Run(
                row.id(),
                row.number(),
                row.reconciliationId(),
                row.reconciliationName(),
                row.status(),
                row.stage(),
                row.progressPermille() / 1000.0,
                row.rowsPerSecond(),
                row.left(),
                row.right(),
                row.follows() == null ? null : Follows.of(row.follows(), neighbours.carried),
                neighbours.follower,
                row.ruleSet(),
                row.createdAt(),
                row.createdBy(),
                row.startedAt(),
                row.finishedAt(),
                failure,
                summary);
    }
}
