package dev.recon.server.mend;

import dev.recon.engine.table.Side;
import dev.recon.server.access.OnceService;
import dev.recon.server.file.Received;
import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Words;
import dev.recon.server.run.Run;
import dev.recon.server.run.RunRow;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Rejected lines out and mended lines in, over HTTP.
@RestController
record MendEndpoints(MendService service, OnceService once) {
    @GetMapping("/api/v1/runs/{runId}/rejected-lines/{side}")
    void content(
            Actor actor,
            @PathVariable UUID runId,
            @PathVariable String side,
            HttpServletResponse response)
            throws IOException {
        Side of = Words.side(side);
        RunRow run = service.get(actor, runId);
        response.setContentType(MediaType.APPLICATION_OCTET_STREAM_VALUE);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(service.nameOf(run, of, "-rejected"), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        service.write(run, of, response.getOutputStream());
    }

    @PostMapping(
            value = "/api/v1/runs/{runId}/rejected-lines/{side}",
            consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<byte[]> mend(
            Actor actor,
            @PathVariable UUID runId,
            @PathVariable String side,
            HttpServletRequest http)
            throws IOException {
        Side of = Words.side(side);
        try (Received mended = service.receive(actor, runId, http)) {
            return once.answer(
                    actor,
                    OnceService.Request.of(http, mended.sha256()),
                    () -> {
                        Run queued = service.mend(actor, runId, of, mended);
                        return ResponseEntity.accepted()
                                .location(URI.create("/api/v1/runs/" + queued.id()))
                                .body(queued);
                    });
        }
    }
}
