package dev.recon.server.run;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a run found, added up; kept with the run and never changed.
///
/// @param decimals how many decimals one unit stands for
/// @param passes the passes in order, also those that found nothing
/// @param buckets every entry is in exactly one of them
/// @param matches how many matches each pass made
/// @param sides what the files come to, added up from the files and not from the buckets
/// @param converted what matches count in another currency
/// @param breaks how many breaks there are of each kind; null in runs of older programs
/// @param seconds how long each stage took
record RunTotals(
        int decimals,
        List<PassName> passes,
        List<Bucket> buckets,
        List<PassMatches> matches,
        List<SideTotal> sides,
        List<Converted> converted,
        @Nullable List<BreakTotal> breaks,
        long rejectedLeft,
        long rejectedRight,
        List<StageSeconds> seconds) {
    static final String BY_HAND = "by-hand";
    static final String OPEN = "open";
    static final String MATCHED = "matched";
    static final String SUGGESTED = "suggested";

    RunTotals {
        passes = List.copyOf(passes);
        buckets = List.copyOf(buckets);
        matches = List.copyOf(matches);
        sides = List.copyOf(sides);
        // Runs of older programs have none.
        converted = List.copyOf(Objects.requireNonNullElse(converted, List.of()));
        breaks = breaks == null ? null : List.copyOf(breaks);
        seconds = List.copyOf(seconds);
    }

    /// The same with what its breaks came to.
    RunTotals with(@Nullable List<BreakTotal> found) {
        return new RunTotals(
                decimals,
                passes,
                buckets,
                matches,
                sides,
                converted,
                found,
                rejectedLeft,
                rejectedRight,
                seconds);
    }

    /// Is each entry of the files, and each of their units, in exactly one place?
    boolean isConserved() {
        return sides.stream()
                .allMatch(side -> {
                    List<Bucket> there =
                            buckets.stream()
                                    .filter(bucket ->
                                            bucket.side.equals(side.side)
                                                    && bucket.currency.equals(side.currency))
                                    .toList();
                    return there.stream().mapToLong(Bucket::entries).sum() == side.entries
                            && there.stream().mapToLong(Bucket::units).sum() == side.units;
                });
    }

    /// A pass and its kind.
    record PassName(String name, String kind) {}

    /// Entries that stand in the same place.
    ///
    /// @param status matched, suggested or open
    /// @param pass the pass of their match; empty when they are open
    /// @param units their amounts with signs
    /// @param absoluteUnits their amounts without signs
    record Bucket(
            String status,
            String pass,
            String side,
            String currency,
            long entries,
            long units,
            long absoluteUnits) {
        Bucket minus(Bucket other) {
            return plus(
                    new Bucket(
                            status,
                            pass,
                            side,
                            currency,
                            -other.entries,
                            -other.units,
                            -other.absoluteUnits));
        }

        Bucket plus(Bucket other) {
            return new Bucket(
                    status,
                    pass,
                    side,
                    currency,
                    Math.addExact(entries, other.entries),
                    Math.addExact(units, other.units),
                    Math.addExact(absoluteUnits, other.absoluteUnits));
        }
    }

    /// How many matches of a status a pass made.
    record PassMatches(String pass, String status, long matches) {}

    /// What one file comes to in one currency.
    record SideTotal(String side, String currency, long entries, long units) {}

    /// Breaks of a kind and a currency, as the run found them.
    ///
    /// @param units the sum of what they come to, without signs
    record BreakTotal(String kind, String currency, long breaks, long units) {}

    /// What leaves a currency because matches count it in another one; below zero what comes in.
    record Converted(String currency, long units) {}

    /// How long a stage took.
    record StageSeconds(String stage, double seconds, @Nullable Long rowsPerSecond) {}
}
