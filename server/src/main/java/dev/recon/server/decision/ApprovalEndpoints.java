package dev.recon.server.decision;

import dev.recon.server.access.OnceService;
import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Checks;
import dev.recon.server.platform.Page;
import dev.recon.server.platform.Paging;
import dev.recon.server.platform.Problem;
import dev.recon.server.run.Approval;
import dev.recon.server.run.ApprovalLog;
import dev.recon.server.run.WaitingStore;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What waits for another person, over HTTP.
@RestController
record ApprovalEndpoints(ApprovalService service, ManyApprovals many, OnceService once) {
    private static final String ROOT = "/api/v1/approvals";
    private static final String ONE = ROOT + "/{approvalId}";

    @GetMapping(ROOT)
    Page<Approval> list(
            Actor actor, @RequestParam(required = false) @Nullable String queue, Paging paging) {
        return service.list(actor, queue(queue), paging);
    }

    private static ApprovalLog.Queue queue(@Nullable String word) {
        for (ApprovalLog.Queue queue : ApprovalLog.Queue.values()) {
            String name = queue.name().toLowerCase(Locale.ROOT).replace('_', '-');
            if (word == null || name.equals(word)) {
                return queue;
            }
        }
        throw Problem.badRequest("queue is \"" + word + "\"; give one of all, to-check, mine.");
    }

    @GetMapping("/api/v1/approval-counts")
    WaitingStore.Counts count(Actor actor) {
        return service.count(actor);
    }

    @GetMapping(ONE)
    Approval get(Actor actor, @PathVariable UUID approvalId) {
        return service.get(actor, approvalId);
    }

    @PostMapping(ONE + "/approve")
    ResponseEntity<byte[]> approve(
            Actor actor, @PathVariable UUID approvalId, HttpServletRequest http) {
        return once(actor, http, "", () -> service.approve(actor, approvalId));
    }

    /// What somebody says who does not approve.
    record SendBack(String text) {
        SendBack {
            text = Checks.text("#/text", text, NewDecision.TEXT_CHARS_MAX);
        }
    }

    @PostMapping(ONE + "/send-back")
    ResponseEntity<byte[]> sendBack(
            Actor actor,
            @PathVariable UUID approvalId,
            @RequestBody SendBack said,
            HttpServletRequest http) {
        return once(actor, http, said, () -> service.sendBack(actor, approvalId, said.text));
    }

    @PostMapping(ONE + "/withdraw")
    ResponseEntity<byte[]> withdraw(
            Actor actor, @PathVariable UUID approvalId, HttpServletRequest http) {
        return once(actor, http, "", () -> service.withdraw(actor, approvalId));
    }

    /// Several at once.
    record Several(List<UUID> approvals) {
        Several {
            approvals = Checks.present("#/approvals", approvals).stream().distinct().toList();
            if (approvals.isEmpty() || approvals.size() > ManyApprovals.MAX) {
                throw Problem.invalid(
                        "#/approvals", "must have 1 to " + ManyApprovals.MAX + " of them");
            }
        }
    }

    @PostMapping(ROOT + "/approve")
    ResponseEntity<byte[]> approveSeveral(
            Actor actor, @RequestBody Several wanted, HttpServletRequest http) {
        return once(actor, http, wanted, () -> many.approve(actor, wanted.approvals));
    }

    private ResponseEntity<byte[]> once(
            Actor actor, HttpServletRequest http, Object said, Supplier<Object> act) {
        return once.answer(
                actor, OnceService.Request.of(http, said), () -> ResponseEntity.ok(act.get()));
    }
}
