package dev.recon.server.run;

import dev.recon.server.platform.Conflict;
import dev.recon.server.platform.Money;
import dev.recon.server.platform.Person;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A decision that waits for another person, or waited, as it leaves the server. Nothing of it
/// counts before it is approved.
///
/// @param runNumber counts from 1 in the reconciliation
/// @param kind that of the decision, or undo
/// @param status waiting, approved, sent-back, withdrawn or overtaken
/// @param by who proposed it
/// @param values what its entries come to: a currency's larger side, without signs
/// @param decisionId the decision that it would undo, or that it became
/// @param settled who approved it, sent it back or withdrew it; null while it waits
/// @param changed the decision that changed what it is about, so that it cannot be approved any
///   more
public record Approval(
        UUID id,
        UUID runId,
        int runNumber,
        UUID reconciliationId,
        String reconciliationName,
        String kind,
        String status,
        Person by,
        Instant at,
        List<Integer> left,
        List<Integer> right,
        @Nullable String matchId,
        List<String> breaks,
        List<Money> values,
        @Nullable String text,
        @Nullable UUID decisionId,
        @Nullable Settled settled,
        @Nullable Conflict changed) {
    public static final String UNDO = "undo";
    public static final String WAITING = "waiting";
    public static final String APPROVED = "approved";
    public static final String SENT_BACK = "sent-back";
    public static final String WITHDRAWN = "withdrawn";
    public static final String OVERTAKEN = "overtaken";

    public Approval {
        left = List.copyOf(left);
        right = List.copyOf(right);
        breaks = List.copyOf(breaks);
        values = List.copyOf(values);
    }

    /// The same, with what stands in its way.
    Approval changed(Conflict by) {
        return new Approval(
                id,
                runId,
                runNumber,
                reconciliationId,
                reconciliationName,
                kind,
                status,
                this.by,
                at,
                left,
                right,
                matchId,
                breaks,
                values,
                text,
                decisionId,
                settled,
                by);
    }

    public boolean waits() {
        return status.equals(WAITING);
    }

    /// How it ended.
    ///
    /// @param by null where a later run left nothing to decide
    public record Settled(@Nullable Person by, Instant at, @Nullable String text) {}

    /// That something waits, as lists of breaks and matches show it.
    public record Waiting(UUID id, String kind, Person by, Instant at) {}
}
