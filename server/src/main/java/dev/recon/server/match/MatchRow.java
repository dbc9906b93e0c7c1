package dev.recon.server.match;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.recon.server.platform.Money;
import dev.recon.server.run.Approval;
import dev.recon.server.run.Entry;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A match as lists show it.
///
/// @param difference left minus right, per currency, where it is not nothing
/// @param approval what waits for another person; missing where nothing does
public record MatchRow(
        String id,
        int number,
        UUID runId,
        String pass,
        String status,
        double confidence,
        boolean byHand,
        List<Entry.Listed> left,
        List<Entry.Listed> right,
        List<Money> difference,
        int version,
        @JsonInclude(JsonInclude.Include.NON_NULL) Approval.@Nullable Waiting approval) {
    /// The same match with what waits for another person.
    MatchRow waiting(Approval.@Nullable Waiting what) {
        return new MatchRow(
                id,
                number,
                runId,
                pass,
                status,
                confidence,
                byHand,
                left,
                right,
                difference,
                version,
                what);
    }
}
