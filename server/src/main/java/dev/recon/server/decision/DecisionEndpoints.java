package dev.recon.server.decision;

import dev.recon.server.access.OnceService;
import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Page;
import dev.recon.server.platform.Paging;
import dev.recon.server.run.Approval;
import dev.recon.server.run.Decision;
import dev.recon.server.run.DecisionLog;
import dev.recon.server.run.RunService;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Decisions over HTTP.
@RestController
record DecisionEndpoints(
        DecisionService service,
        UndoService undoing,
        DecisionLog log,
        RunService runs,
        OnceService once) {
    @GetMapping("/api/v1/runs/{runId}/decisions")
    Page<Decision> list(Actor actor, @PathVariable UUID runId, Paging paging) {
        return log.list(runs.get(actor, runId), paging);
    }

    @PostMapping("/api/v1/runs/{runId}/decisions")
    ResponseEntity<byte[]> decide(
            Actor actor,
            @PathVariable UUID runId,
            @RequestBody NewDecision wanted,
            HttpServletRequest http) {
        return once.answer(
                actor,
                OnceService.Request.of(http, wanted),
                () -> answer(service.decide(actor, runId, wanted), HttpStatus.CREATED));
    }

    @PostMapping("/api/v1/decisions/{decisionId}/undo")
    ResponseEntity<byte[]> undo(
            Actor actor, @PathVariable UUID decisionId, HttpServletRequest http) {
        return once.answer(
                actor,
                OnceService.Request.of(http, ""),
                () -> answer(undoing.undo(actor, decisionId), HttpStatus.OK));
    }

    private static ResponseEntity<?> answer(Answered answered, HttpStatus done) {
        return switch (answered) {
            case Answered.Done(Decision decision) -> ResponseEntity.status(done).body(decision);
            case Answered.Waits(Approval approval) ->
                    ResponseEntity.status(HttpStatus.ACCEPTED)
                            .location(URI.create("/api/v1/approvals/" + approval.id()))
                            .body(approval);
        };
    }
}
