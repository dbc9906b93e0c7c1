package dev.recon.server.comparison;

import dev.recon.engine.read.Layout;
import dev.recon.engine.rules.RuleSet;
import dev.recon.engine.table.Side;
import dev.recon.server.audit.AuditEvent.Deed;
import dev.recon.server.audit.AuditStore;
import dev.recon.server.permission.Authorizer;
import dev.recon.server.permission.Authorizer.Target;
import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Ids;
import dev.recon.server.platform.Page;
import dev.recon.server.platform.Paging;
import dev.recon.server.platform.Permission;
import dev.recon.server.platform.Problem;
import dev.recon.server.platform.ProblemKind;
import dev.recon.server.platform.Rows;
import dev.recon.server.reconciliation.Reconciliation;
import dev.recon.server.reconciliation.ReconciliationStore;
import dev.recon.server.reconciliation.RuleSetStore;
import dev.recon.server.reconciliation.RuleSets;
import dev.recon.server.run.RunFailure;
import dev.recon.server.run.RunRow;
import dev.recon.server.run.RunService;
import dev.recon.server.run.WorkerCalls;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/// Queues comparisons, cancels them, and shows them.
@Service
record ComparisonService(
        Authorizer authorizer,
        ComparisonStore comparisons,
        RunService runs,
        ReconciliationStore reconciliations,
        RuleSetStore ruleSets,
        WorkerCalls calls,
        AuditStore audit,
        JsonMapper json) {
    /// Queues a comparison, in the database transaction of the caller.
    Comparison queue(Actor actor, UUID reconciliationId, NewComparison wanted) {
        Reconciliation question = question(actor, reconciliationId);
        authorizer.authorize(actor, Permission.RUN_RECONCILIATIONS, target(reconciliationId));
        RunRow run = runs.getDone(actor, wanted.checked().runId());
        if (!run.reconciliationId().equals(reconciliationId)) {
            throw Problem.invalid("#/runId", "is no run of this reconciliation");
        }
        int before = Objects.requireNonNullElse(wanted.before(), question.ruleSet());
        String rules =
                wanted.after() == null
                        ? Objects.requireNonNull(wanted.rules())
                        : text(actor, reconciliationId, "#/after", wanted.after());
        requireSameLines(
                RuleSets.parse(text(actor, reconciliationId, "#/before", before)),
                RuleSets.parse(rules));
        ComparisonRow queued = row(actor, run, new Asked(before, wanted.after(), rules));
        comparisons.dropOld(actor, reconciliationId);
        comparisons.add(actor, queued);
        tell(actor, "comparison-queued", queued);
        calls.afterCommit();
        return show(actor, queued.id());
    }

    private Reconciliation question(Actor actor, UUID id) {
        return reconciliations
                .find(actor, id)
                .orElseThrow(() -> Problem.notFound("reconciliation"));
    }

    private record Asked(int before, @Nullable Integer after, String rules) {}

    private static ComparisonRow row(Actor actor, RunRow run, Asked asked) {
        return new ComparisonRow(
                actor.workspaceId(),
                Ids.next(),
                run.reconciliationId(),
                run.id(),
                run.number(),
                asked.before,
                asked.after,
                asked.rules,
                RunRow.QUEUED,
                0,
                Rows.now().toInstant(),
                actor.person(),
                null,
                null,
                null);
    }

    /// Lines are compared by their numbers.
    private static void requireSameLines(RuleSet before, RuleSet after) {
        for (Side side : Side.values()) {
            Layout one = before.layout(side);
            Layout other = after.layout(side);
            if (!one.dialect().equals(other.dialect()) || !one.choices().equals(other.choices())) {
                throw Problem.invalid(
                        "#/rules",
                        "splits the "
                                + side.word()
                                + " file into other lines (delimiter, quote, encoding, header, skip"
                                + " or a choice of the file); lines are compared by their numbers");
            }
        }
    }

    private String text(Actor actor, UUID reconciliationId, String pointer, int version) {
        return ruleSets.find(actor.workspaceId(), reconciliationId, version)
                .orElseThrow(
                        () -> Problem.invalid(pointer, "is not a version of this reconciliation"))
                .rules();
    }

    /// One comparison of the workspace.
    Comparison show(Actor actor, UUID id) {
        ComparisonRow row = row(actor, id);
        authorizer.authorize(actor, Permission.READ_WORK, target(row));
        return view(row);
    }

    /// Comparisons of a reconciliation, newest first; old ones are dropped.
    List<Comparison> list(Actor actor, UUID reconciliationId) {
        question(actor, reconciliationId);
        authorizer.authorize(actor, Permission.READ_WORK, target(reconciliationId));
        return comparisons.list(actor, reconciliationId).stream().map(this::view).toList();
    }

    /// Cancels a comparison, in the database transaction of the caller.
    Comparison cancel(Actor actor, UUID id) {
        ComparisonRow before = row(actor, id);
        authorizer.authorize(actor, Permission.RUN_RECONCILIATIONS, target(before));
        if (!comparisons.cancel(actor, id)) {
            throw Problem.of(
                    ProblemKind.RUN_ENDED,
                    "The comparison is " + before.status() + "; there is nothing to cancel.");
        }
        tell(actor, "comparison-cancelled", before);
        calls.cancelAfterCommit(id);
        return show(actor, id);
    }

    /// The lines that change.
    Page<Comparison.Line> lines(Actor actor, UUID id, LineFilter filter, Paging paging) {
        ComparisonRow row = row(actor, id);
        authorizer.authorize(actor, Permission.READ_WORK, target(row));
        if (!row.status().equals(Comparison.DONE)) {
            throw Problem.of(ProblemKind.RUN_NOT_DONE, "The comparison is " + row.status() + ".");
        }
        return comparisons.lines(row, filter.checked(), paging);
    }

    private ComparisonRow row(Actor actor, UUID id) {
        return comparisons
                .find(actor.workspaceId(), id)
                .orElseThrow(() -> Problem.notFound("comparison"));
    }

    private static Target target(ComparisonRow row) {
        return new Target("comparison", row.reconciliationId());
    }

    private Comparison view(ComparisonRow row) {
        return new Comparison(
                row.id(),
                row.reconciliationId(),
                row.runId(),
                row.run(),
                row.before(),
                row.after(),
                row.rules(),
                row.status(),
                row.progressPermille() / 1000.0,
                row.createdAt(),
                row.createdBy(),
                row.finishedAt(),
                read(row.failure(), RunFailure.class).orElse(null),
                read(row.totals(), Comparison.Totals.class).orElse(null));
    }

    private <T> Optional<T> read(@Nullable String text, Class<T> type) {
        return Optional.ofNullable(text).map(one -> json.readValue(one, type));
    }

    private static Target target(UUID reconciliationId) {
        return new Target("reconciliation", reconciliationId);
    }

    private void tell(Actor actor, String action, ComparisonRow of) {
        audit.append(
                actor,
                new Deed(
                        action,
                        "comparison",
                        of.id().toString(),
                        Map.of("run", of.run(), "before", of.before())));
    }
}
