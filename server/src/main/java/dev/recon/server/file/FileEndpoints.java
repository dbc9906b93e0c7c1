package dev.recon.server.file;

import dev.recon.server.access.OnceService;
import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Page;
import dev.recon.server.platform.Paging;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Files over HTTP.
@RestController
record FileEndpoints(FileService service, OnceService once) {
    @GetMapping("/api/v1/files")
    Page<File> list(
            Actor actor,
            @RequestParam(required = false) @Nullable String sha256,
            @RequestParam(required = false) @Nullable UUID source,
            Paging paging) {
        if (sha256 == null) {
            return service.list(actor, source, paging);
        }
        return service.findByHash(actor, sha256);
    }

    @GetMapping("/api/v1/files/{fileId}")
    File get(Actor actor, @PathVariable UUID fileId) {
        return service.show(actor, fileId);
    }

    @GetMapping("/api/v1/files/{fileId}/table")
    FileTableView table(Actor actor, @PathVariable UUID fileId, GivenChoices choices) {
        return service.table(actor, fileId, choices);
    }

    @GetMapping("/api/v1/formats")
    Page<FormatRow> formats(Actor actor) {
        return service.formats(actor);
    }

    @GetMapping("/api/v1/files/{fileId}/content")
    void content(Actor actor, @PathVariable UUID fileId, HttpServletResponse response)
            throws IOException {
        File file = service.show(actor, fileId);
        response.setContentType(MediaType.APPLICATION_OCTET_STREAM_VALUE);
        response.setContentLengthLong(file.bytes());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(file.name(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        service.copy(actor.workspaceId(), file, response.getOutputStream());
    }

    @PostMapping(value = "/api/v1/files", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<byte[]> upload(
            Actor actor,
            @RequestParam String name,
            @RequestParam(required = false) @Nullable UUID source,
            HttpServletRequest http)
            throws IOException {
        try (FileService.Upload upload =
                service.receive(
                        actor,
                        new FileService.Arriving(
                                name,
                                source,
                                http.getInputStream(),
                                http.getContentLengthLong()))) {
            return once.answer(
                    actor,
                    OnceService.Request.of(http, upload.packed().sha256()),
                    () -> answer(service.keep(actor, upload)));
        }
    }

    private static ResponseEntity<File> answer(File file) {
        return file.known()
                ? ResponseEntity.ok(file)
                : ResponseEntity.created(URI.create("/api/v1/files/" + file.id())).body(file);
    }
}
