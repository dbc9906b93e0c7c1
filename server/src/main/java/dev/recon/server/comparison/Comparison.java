package dev.recon.server.comparison;

import dev.recon.server.platform.Money;
import dev.recon.server.platform.Person;
import dev.recon.server.run.RunFailure;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What another rule set does to the lines of a run, as it leaves the server.
///
/// @param run the number of the run
/// @param before the version that it is compared with
/// @param after the version that decides; null for a draft
/// @param rules its text
public record Comparison(
        UUID id,
        UUID reconciliationId,
        UUID runId,
        int run,
        int before,
        @Nullable Integer after,
        String rules,
        String status,
        double progress,
        Instant createdAt,
        Person createdBy,
        @Nullable Instant finishedAt,
        @Nullable RunFailure failure,
        @Nullable Totals totals) {
    static final String DONE = "done";

    /// @param lines all lines of both files
    /// @param changed those that another rule set places elsewhere
    /// @param kept how many of them are listed, the first ones of each change first
    record Totals(long lines, long changed, int kept, List<Change> changes) {
        Totals {
            changes = List.copyOf(changes);
        }
    }

    /// The lines that change in one way, and where their money was and would be.
    record Change(String change, long left, long right, Placed before, Placed after) {}

    /// Amounts of both sides without signs, by currency.
    record Placed(List<Money> matched, List<Money> suggested, List<Money> open) {}

    /// A line that changes.
    record Line(
            int number,
            String change,
            String side,
            int line,
            @Nullable LocalDate date,
            @Nullable String reference,
            @Nullable String party,
            Where before,
            Where after) {}

    /// Where a rule set puts a line.
    ///
    /// @param status matched, suggested, open or rejected
    /// @param amount what is read; null for a rejected line
    /// @param partners the first entries of its match beside itself
    /// @param breakKind the break that it is or lies in
    record Where(
            String status,
            @Nullable Money amount,
            @Nullable String pass,
            List<Partner> partners,
            int morePartners,
            @Nullable String breakKind) {}

    /// An entry by its side and line.
    record Partner(String side, int line) {}
}
