package dev.recon.server.reconciliation;

import dev.recon.engine.evidence.Sha256;
import dev.recon.server.audit.AuditEvent.Deed;
import dev.recon.server.audit.AuditStore;
import dev.recon.server.permission.Authorizer;
import dev.recon.server.permission.Authorizer.Target;
import dev.recon.server.permission.MemberStore;
import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Hex;
import dev.recon.server.platform.Ids;
import dev.recon.server.platform.Page;
import dev.recon.server.platform.Paging;
import dev.recon.server.platform.Permission;
import dev.recon.server.platform.Person;
import dev.recon.server.platform.Problem;
import dev.recon.server.platform.ProblemKind;
import dev.recon.server.platform.Rows;
import dev.recon.server.platform.Segment;
import dev.recon.server.reconciliation.Standings.Runs;
import dev.recon.server.source.SourceStore;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Adds reconciliations and versions of their rule sets.
@Service
record ReconciliationService(
        Authorizer authorizer,
        MemberStore members,
        ReconciliationStore reconciliations,
        RuleSetStore ruleSets,
        SourceStore sources,
        Standings standings,
        AuditStore audit) {
    Page<Reconciliation> list(Actor actor, Paging paging) {
        authorizer.authorize(actor, Permission.READ_WORK);
        Page<Reconciliation> page = reconciliations.list(actor, paging);
        List<UUID> ids = page.items().stream().map(Reconciliation::id).toList();
        Map<UUID, Runs> runs = standings.of(actor, ids);
        return page.map(one -> one.with(runs.getOrDefault(one.id(), Runs.NONE)));
    }

    Reconciliation get(Actor actor, UUID id) {
        Reconciliation found = plain(actor, id);
        authorizer.authorize(actor, Permission.READ_WORK, target(id));
        return withRuns(actor, found);
    }

    /// Adds a reconciliation with version 1 of its rule set.
    Reconciliation add(Actor actor, NewReconciliation wanted) {
        authorizer.authorize(actor, Permission.WRITE_RECONCILIATIONS);
        RuleSets.parse(wanted.rules());
        requireSource(actor, "#/leftSource", wanted.leftSource());
        requireSource(actor, "#/rightSource", wanted.rightSource());
        Reconciliation added =
                new Reconciliation(
                        Ids.next(),
                        wanted.name(),
                        1,
                        wanted.leftSource(),
                        wanted.rightSource(),
                        false,
                        1,
                        Rows.now().toInstant(),
                        actor.person(),
                        0,
                        null,
                        null);
        reconciliations.add(actor, added);
        ruleSets.add(actor.workspaceId(), version(actor, added.id(), 1, wanted.rules()));
        tell(
                actor,
                "reconciliation-added",
                added.id(),
                Map.of("name", added.name(), "rules", Sha256.hex(wanted.rules())));
        return added;
    }

    /// Changes the name, if nobody else changed it since `version`.
    Reconciliation rename(Actor actor, UUID id, int version, String name) {
        Reconciliation before = plain(actor, id);
        authorizer.authorize(actor, Permission.WRITE_RECONCILIATIONS, target(id));
        requireEdited(reconciliations.rename(actor, id, version, name));
        tell(actor, "reconciliation-renamed", id, Map.of("from", before.name(), "to", name));
        return get(actor, id);
    }

    /// Says where its sides come from, if nobody else changed it since `version`.
    Reconciliation setSources(Actor actor, UUID id, int version, NewReconciliation.Sources wanted) {
        plain(actor, id);
        authorizer.authorize(actor, Permission.WRITE_RECONCILIATIONS, target(id));
        requireSource(actor, "#/leftSource", wanted.leftSource());
        requireSource(actor, "#/rightSource", wanted.rightSource());
        requireEdited(reconciliations.setSources(actor, id, version, wanted));
        tell(
                actor,
                "reconciliation-sources-set",
                id,
                Map.of(
                        "left", String.valueOf(wanted.leftSource()),
                        "right", String.valueOf(wanted.rightSource()),
                        "runsByItself", wanted.runsByItself()));
        return get(actor, id);
    }

    private static void requireEdited(boolean isEdited) {
        if (!isEdited) {
            throw Problem.of(
                    ProblemKind.EDIT_CONFLICT,
                    "It was changed since you read it. Read it again, then change it.");
        }
    }

    /// What adding a rule set came to.
    record Added(RuleSetVersion version, boolean isNew) {}

    /// Adds the next version; the text of the newest one again is that version.
    Added addRuleSet(Actor actor, UUID id, String rules) {
        plain(actor, id);
        authorizer.authorize(actor, Permission.PUBLISH_RULES, target(id));
        RuleSets.parse(rules);
        int newest =
                reconciliations
                        .lockRuleSetVersion(actor, id)
                        .orElseThrow(() -> Problem.notFound("reconciliation"));
        RuleSetVersion before = getRuleSet(actor, id, newest);
        RuleSetVersion next = version(actor, id, newest + 1, rules);
        if (next.sha256().equals(before.sha256())) {
            return new Added(before, false);
        }
        ruleSets.add(actor.workspaceId(), next);
        reconciliations.setRuleSetVersion(actor, id, next.version());
        tell(
                actor,
                "rule-set-added",
                id,
                Map.of("version", next.version(), "sha256", next.sha256()));
        return new Added(next, true);
    }

    RuleSetVersion getRuleSet(Actor actor, UUID id, int version) {
        authorizer.authorize(actor, Permission.READ_WORK, target(id));
        return ruleSets.find(actor.workspaceId(), id, version)
                .orElseThrow(() -> Problem.notFound("rule set"));
    }

    Page<RuleSetVersion> listRuleSets(Actor actor, UUID id, Paging paging) {
        plain(actor, id);
        authorizer.authorize(actor, Permission.READ_WORK, target(id));
        return ruleSets.list(actor.workspaceId(), id, paging);
    }

    /// Who sees a reconciliation; nobody means everybody in the workspace.
    ///
    /// @param version that of the reconciliation
    record Members(List<Person> people, int version) {}

    /// The version is read first: with what comes in between it is too old, never too new.
    Members members(Actor actor, UUID id) {
        Reconciliation one = plain(actor, id);
        authorizer.authorize(actor, Permission.READ_WORK, target(id));
        return new Members(members.list(actor.workspaceId(), id), one.version());
    }

    /// Says who sees it, in the database transaction of the caller, if nobody else changed it since
    /// `version`; nobody means everybody.
    Members setMembers(Actor actor, UUID id, int version, List<UUID> people) {
        plain(actor, id);
        authorizer.authorize(actor, Permission.WRITE_MEMBERS, target(id));
        requireEdited(reconciliations.edit(actor, id, version));
        if (members.replace(actor.workspaceId(), id, people) < people.size()) {
            throw Problem.invalid("#/people", "names somebody who is not in this workspace");
        }
        tell(
                actor,
                "members-set",
                id,
                Map.of("people", people.stream().map(UUID::toString).toList()));
        return new Members(members.list(actor.workspaceId(), id), version + 1);
    }

    private static Target target(UUID id) {
        return new Target("reconciliation", id);
    }

    private Reconciliation plain(Actor actor, UUID id) {
        return reconciliations
                .find(actor, id)
                .orElseThrow(() -> Problem.notFound("reconciliation"));
    }

    private Reconciliation withRuns(Actor actor, Reconciliation one) {
        Map<UUID, Runs> runs = standings.of(actor, List.of(one.id()));
        return one.with(runs.getOrDefault(one.id(), Runs.NONE));
    }

    private static RuleSetVersion version(Actor actor, UUID id, int number, String rules) {
        byte[] hash = Segment.digest().digest(rules.getBytes(StandardCharsets.UTF_8));
        return new RuleSetVersion(
                id, number, rules, Hex.of(hash), Rows.now().toInstant(), actor.person());
    }

    private void requireSource(Actor actor, String pointer, @Nullable UUID source) {
        if (source != null && sources.find(actor, source).isEmpty()) {
            throw Problem.invalid(pointer, "is not a source of this workspace");
        }
    }

    private void tell(Actor actor, String action, UUID id, Map<String, Object> details) {
        audit.append(actor, new Deed(action, "reconciliation", id.toString(), details));
    }
}
