package dev.recon.server.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.recon.server.platform.Person;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a person did in a run, as it leaves the server.
///
/// @param number counts from 1 in the run
/// @param status active or undone
/// @param breaks the breaks that it changed, made or commented on
/// @param approved who approved it; missing where nobody had to
public record Decision(
        UUID id,
        int number,
        UUID runId,
        String kind,
        String status,
        Person by,
        Instant at,
        List<Integer> left,
        List<Integer> right,
        @Nullable String matchId,
        List<String> breaks,
        @Nullable String text,
        @Nullable Undone undone,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Approved approved) {
    public static final String MATCH_BY_HAND = "match-by-hand";
    public static final String UNMATCH = "unmatch";
    public static final String ACCEPT = "accept";
    public static final String REJECT = "reject";
    public static final String COMMENT = "comment";
    public static final String ACTIVE = "active";

    public Decision {
        left = List.copyOf(left);
        right = List.copyOf(right);
        breaks = List.copyOf(breaks);
    }

    /// Who took it back.
    ///
    /// @param approvedBy missing where nobody had to approve that
    public record Undone(
            Person by,
            Instant at,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Person approvedBy) {}

    /// That another person said yes.
    ///
    /// @param proposedAt when it was proposed; the decision counts since it was approved
    public record Approved(Person by, Instant proposedAt) {}

    /// What a break was resolved by.
    public record Resolution(UUID decisionId, String kind, Person by, Instant at) {}

    /// What somebody wrote about a break.
    public record Comment(UUID id, String text, Person by, Instant at) {}
}
