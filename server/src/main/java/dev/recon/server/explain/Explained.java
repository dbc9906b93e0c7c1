package dev.recon.server.explain;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.recon.server.platform.Money;
import dev.recon.server.run.Entry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Explanations as they leave the server.
///
/// @param conditions what the pass asked, and by how much it holds
/// @param evidence field by field; of amounts that are added up, the sums
/// @param score the sum of the evidence
/// @param alternatives the nearest other entries
/// @param sums which other entries come to its one entry, or nearly, where its pass adds them up
public record Explained(
        List<Condition> conditions,
        List<Evidence> evidence,
        double score,
        List<Candidate> alternatives,
        List<SumSearch> sums) {
    /// What one field says for or against two entries belonging together.
    ///
    /// @param weight above 0 speaks for it, below 0 against it
    public record Evidence(
            String field,
            @Nullable String left,
            @Nullable String right,
            double weight,
            String text) {}

    /// One thing that a pass asks.
    public record Condition(
            String field, boolean holds, String text, @Nullable Measured distance) {}

    /// How far two entries are from what is asked.
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Measured.Amount.class, name = "amount"),
        @JsonSubTypes.Type(value = Measured.Days.class, name = "days"),
        @JsonSubTypes.Type(value = Measured.Seconds.class, name = "seconds"),
        @JsonSubTypes.Type(value = Measured.Characters.class, name = "characters")
    })
    public sealed interface Measured {
        record Amount(Money apart, Money allowed) implements Measured {}

        record Days(int days, int allowed, @Nullable String calendar) implements Measured {}

        record Seconds(int seconds, int allowed, @Nullable Long next) implements Measured {}

        record Characters(int edits, int allowed) implements Measured {}
    }

    /// The first condition of a pass that failed.
    ///
    /// @param failing how many of its conditions failed
    /// @param field what the first of them is about; null when all hold
    public record WhyNot(
            String pass,
            int failing,
            @Nullable String field,
            String text,
            @Nullable Measured distance) {}

    /// An entry of the other side that could belong to another one.
    ///
    /// @param nearest which of `whyNot` came nearest; null when there is no pass
    public record Candidate(
            int rank,
            Entry entry,
            double score,
            double confidence,
            List<Evidence> evidence,
            List<WhyNot> whyNot,
            @Nullable Integer nearest,
            @Nullable Taken taken) {}

    /// Which entries come to one entry, or nearly: what a pass for sums had to choose from.
    ///
    /// @param candidates how many entries were tried
    /// @param complete was every subset of them looked at?
    public record SumSearch(
            String pass, int candidates, boolean complete, List<Combination> nearest) {}

    /// Several entries that are added up.
    ///
    /// @param difference how much they are above the entry, below zero when they are less
    public record Combination(List<Part> entries, Money difference) {}

    /// One of them.
    public record Part(int line, @Nullable String reference, Money amount) {}

    /// Who took a candidate, and by how much.
    ///
    /// @param field what speaks most for the one that took it
    public record Taken(
            String matchId,
            int number,
            String pass,
            boolean byHand,
            List<Integer> lines,
            double lead,
            @Nullable String field,
            String text) {}

    /// An entry of the same side that could cancel an open one (`contra`), or say it once more
    /// (`twin`).
    ///
    /// @param pass the pass that comes nearest; null where no pass looks for it
    public record Own(
            String kind,
            Entry entry,
            @Nullable String pass,
            List<Condition> conditions,
            String text,
            @Nullable String matchId) {}

    /// The smallest change of the rules that would match an open entry.
    ///
    /// @param candidate the rank of the candidate that it would match
    /// @param others how many other open entries it would match; null when it was not counted
    public record RuleChange(int candidate, String text, @Nullable Integer others, String rules) {}
}
