package dev.recon.server.run;

import dev.recon.server.file.FileRef;
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
        int ruleSet,
        Instant createdAt,
        Person createdBy,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable RunFailure failure,
        @Nullable RunSummary summary) {
    static Run of(RunRow row, @Nullable RunFailure failure, @Nullable RunSummary summary) {
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
                row.ruleSet(),
                row.createdAt(),
                row.createdBy(),
                row.startedAt(),
                row.finishedAt(),
                failure,
                summary);
    }
}
