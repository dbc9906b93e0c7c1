package dev.recon.server.decision;

import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Money;
import dev.recon.server.platform.Problem;
import dev.recon.server.run.Approval;
import dev.recon.server.run.Decision;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Service;

/// Approves several things at once: each that can be, and says of the others why not. What cannot
/// be approved is refused before anything of it is written, so the others stand.
@Service
record ManyApprovals(ApprovalService approvals) {
    static final int MAX = 200;

    /// What came of it.
    ///
    /// @param values what those that were approved come to, one a currency
    record Result(List<Decision> approved, List<Refused> refused, List<Money> values) {}

    /// One that goes on waiting, or does not wait any more.
    record Refused(UUID approvalId, String type, String detail) {}

    /// In the database transaction of the caller, in the order in which they were proposed.
    Result approve(Actor actor, List<UUID> ids) {
        List<Approval> wanted = ids.stream().sorted().map(id -> approvals.get(actor, id)).toList();
        TreeSet<UUID> runs = new TreeSet<>();
        wanted.forEach(one -> runs.add(one.runId()));
        approvals.lockRuns(actor, runs);
        List<Decision> approved = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (Approval one : wanted) {
            try {
                approved.add(approvals.approve(actor, one.id()));
                one.values()
                        .forEach(value ->
                                sums.merge(
                                        value.currency(),
                                        new BigDecimal(value.value()),
                                        BigDecimal::add));
            } catch (Problem problem) {
                refused.add(new Refused(one.id(), problem.kind().type(), problem.detail()));
            }
        }
        List<Money> values = new ArrayList<>();
        sums.forEach((currency, sum) -> values.add(Money.of(currency, sum)));
        return new Result(approved, refused, values);
    }
}
