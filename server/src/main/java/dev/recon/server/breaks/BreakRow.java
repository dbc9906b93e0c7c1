package dev.recon.server.breaks;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.recon.server.platform.Money;
import dev.recon.server.run.Approval;
import dev.recon.server.run.Decision;
import dev.recon.server.run.Entry;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A break as lists show it.
///
/// @param number counts from 1 in the run
/// @param entries how many entries it is about
/// @param difference left minus right; for an open entry its amount, a right one's negated
/// @param matchId the match that it lies in; null when its entry is open
/// @param firstSeen the run that first left one of its entries unsettled
/// @param later where its entry stands in the last run that carried it on; null when none did
/// @param version grows with each decision about it
/// @param approval what waits for another person; missing where nothing does
public record BreakRow(
        String id,
        int number,
        UUID runId,
        String kind,
        String status,
        Entry.@Nullable Listed left,
        Entry.@Nullable Listed right,
        int entries,
        Money difference,
        @Nullable String matchId,
        String reason,
        int comments,
        FirstSeen firstSeen,
        @Nullable Later later,
        int version,
        Decision.@Nullable Resolution resolution,
        @JsonInclude(JsonInclude.Include.NON_NULL) Approval.@Nullable Waiting approval) {
    /// Since when something is known.
    ///
    /// @param run the number of a run of the reconciliation
    /// @param at when it ended
    public record FirstSeen(int run, Instant at) {}

    /// The same break with where its entry stands now.
    BreakRow at(@Nullable Later now) {
        return with(now, approval);
    }

    /// The same break with what waits for another person.
    BreakRow waiting(Approval.@Nullable Waiting what) {
        return with(later, what);
    }

    private BreakRow with(@Nullable Later now, Approval.@Nullable Waiting waiting) {
        return new BreakRow(
                id,
                number,
                runId,
                kind,
                status,
                left,
                right,
                entries,
                difference,
                matchId,
                reason,
                comments,
                firstSeen,
                now,
                version,
                resolution,
                waiting);
    }

    public static final String OPEN = "open";
    public static final String RESOLVED = "resolved";
    public static final String MISSING_ON_LEFT = "missing-on-left";
    public static final String MISSING_ON_RIGHT = "missing-on-right";
}
