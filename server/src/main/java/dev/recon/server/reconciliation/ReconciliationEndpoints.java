package dev.recon.server.reconciliation;

import dev.recon.server.access.OnceService;
import dev.recon.server.fleeting.Kept;
import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Checks;
import dev.recon.server.platform.Edits;
import dev.recon.server.platform.Page;
import dev.recon.server.platform.Paging;
import dev.recon.server.reconciliation.ReconciliationService.Members;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/// Reconciliations and their rule sets over HTTP.
@RestController
record ReconciliationEndpoints(
        ReconciliationService service, OnceService once, TransactionTemplate transaction) {
    private static final String ROOT = "/api/v1/reconciliations";

    @Kept
    @GetMapping(ROOT)
    Page<Reconciliation> list(Actor actor, Paging paging) {
        return service.list(actor, paging);
    }

    @GetMapping(ROOT + "/{reconciliationId}")
    ResponseEntity<Reconciliation> get(Actor actor, @PathVariable UUID reconciliationId) {
        return tagged(service.get(actor, reconciliationId));
    }

    @PostMapping(ROOT)
    ResponseEntity<byte[]> add(
            Actor actor, @RequestBody NewReconciliation wanted, HttpServletRequest http) {
        return once.answer(
                actor,
                OnceService.Request.of(http, wanted),
                () -> {
                    Reconciliation added = service.add(actor, wanted);
                    return ResponseEntity.created(URI.create(ROOT + "/" + added.id()))
                            .eTag(Integer.toString(added.version()))
                            .body(added);
                });
    }

    @PatchMapping(ROOT + "/{reconciliationId}")
    ResponseEntity<Reconciliation> rename(
            Actor actor,
            @PathVariable UUID reconciliationId,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody NewReconciliation.Change change) {
        int version = Edits.version(ifMatch);
        return tagged(
                Objects.requireNonNull(
                        transaction.execute(_ ->
                                service.rename(actor, reconciliationId, version, change.name()))));
    }

    @PutMapping(ROOT + "/{reconciliationId}/sources")
    ResponseEntity<Reconciliation> setSources(
            Actor actor,
            @PathVariable UUID reconciliationId,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody NewReconciliation.Sources wanted) {
        int version = Edits.version(ifMatch);
        return tagged(
                Objects.requireNonNull(
                        transaction.execute(_ ->
                                service.setSources(actor, reconciliationId, version, wanted))));
    }

    @GetMapping(ROOT + "/{reconciliationId}/rule-sets")
    Page<RuleSetVersion> listRuleSets(
            Actor actor, @PathVariable UUID reconciliationId, Paging paging) {
        return service.listRuleSets(actor, reconciliationId, paging);
    }

    @GetMapping(ROOT + "/{reconciliationId}/rule-sets/{version}")
    RuleSetVersion getRuleSet(
            Actor actor, @PathVariable UUID reconciliationId, @PathVariable int version) {
        return service.getRuleSet(actor, reconciliationId, version);
    }

    @PostMapping(ROOT + "/{reconciliationId}/rule-sets")
    ResponseEntity<byte[]> addRuleSet(
            Actor actor,
            @PathVariable UUID reconciliationId,
            @RequestBody NewReconciliation.Rules wanted,
            HttpServletRequest http) {
        return once.answer(
                actor,
                OnceService.Request.of(http, wanted),
                () -> {
                    var added = service.addRuleSet(actor, reconciliationId, wanted.rules());
                    RuleSetVersion version = added.version();
                    URI place =
                            URI.create(
                                    ROOT
                                            + "/"
                                            + reconciliationId
                                            + "/rule-sets/"
                                            + version.version());
                    return added.isNew()
                            ? ResponseEntity.created(place).body(version)
                            : ResponseEntity.ok(version);
                });
    }

    record MembersChange(List<UUID> people) {
        MembersChange {
            people = Checks.present("#/people", people).stream().distinct().toList();
        }
    }

    @GetMapping(ROOT + "/{reconciliationId}/members")
    ResponseEntity<Members> members(Actor actor, @PathVariable UUID reconciliationId) {
        return taggedMembers(service.members(actor, reconciliationId));
    }

    @PutMapping(ROOT + "/{reconciliationId}/members")
    ResponseEntity<Members> setMembers(
            Actor actor,
            @PathVariable UUID reconciliationId,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody MembersChange change) {
        int version = Edits.version(ifMatch);
        return taggedMembers(
                Objects.requireNonNull(
                        transaction.execute(_ ->
                                service.setMembers(
                                        actor, reconciliationId, version, change.people))));
    }

    private static ResponseEntity<Members> taggedMembers(Members of) {
        return ResponseEntity.ok().eTag(Integer.toString(of.version())).body(of);
    }

    private static ResponseEntity<Reconciliation> tagged(Reconciliation one) {
        return ResponseEntity.ok().eTag(Integer.toString(one.version())).body(one);
    }
}
