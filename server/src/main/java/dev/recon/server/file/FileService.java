package dev.recon.server.file;

import dev.recon.engine.table.Bytes;
import dev.recon.server.audit.AuditEvent.Deed;
import dev.recon.server.audit.AuditStore;
import dev.recon.server.permission.Authorizer;
import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Checks;
import dev.recon.server.platform.Home;
import dev.recon.server.platform.Ids;
import dev.recon.server.platform.Limits;
import dev.recon.server.platform.Page;
import dev.recon.server.platform.Paging;
import dev.recon.server.platform.Permission;
import dev.recon.server.platform.Problem;
import dev.recon.server.platform.Rows;
import dev.recon.server.settings.Settings;
import dev.recon.server.source.SourceStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Takes files in and gives their bytes out.
@Service
public record FileService(
        Authorizer authorizer,
        FileStore files,
        SourceStore sources,
        AuditStore audit,
        SegmentCache cache,
        Home home,
        Settings settings) {
    private static final int NAME_CHARS_MAX = 255;

    /// Files, newest first, of one source where it is given.
    Page<File> list(Actor actor, @Nullable UUID source, Paging paging) {
        authorizer.authorize(actor, Permission.READ_WORK);
        return files.list(actor, source, paging);
    }

    /// The file whose bytes have this hash, if there is one.
    Page<File> findByHash(Actor actor, String sha256) {
        authorizer.authorize(actor, Permission.READ_WORK);
        boolean isHash = sha256.matches("[0-9a-f]{64}");
        Optional<File> found = isHash ? files.findByHash(actor, sha256) : Optional.empty();
        return new Page<>(found.map(List::of).orElse(List.of()), null);
    }

    /// One file that somebody wants to see.
    public File show(Actor actor, UUID fileId) {
        authorizer.authorize(actor, Permission.READ_WORK);
        return get(actor.workspaceId(), fileId);
    }

    /// Receives the bytes of an upload; nothing is kept yet.
    Upload receive(Actor actor, InputStream body, long bytesAnnounced) {
        authorizer.authorize(actor, Permission.UPLOAD_FILES);
        Upload.requireSize(bytesAnnounced, settings.bounds().uploadBytesMax());
        return Upload.receive(body, home.spool(), settings.bounds().uploadBytesMax());
    }

    /// Keeps an upload, in the database transaction of the caller, unless its bytes are known.
    File keep(Actor actor, Upload upload, String name, @Nullable UUID sourceId) {
        authorizer.authorize(actor, Permission.UPLOAD_FILES);
        String label = Checks.text("name", name, NAME_CHARS_MAX);
        if (sourceId != null && sources.find(actor, sourceId).isEmpty()) {
            throw Problem.invalid("source", "is not a source of this workspace");
        }
        File file =
                new File(
                        Ids.next(),
                        label,
                        upload.bytes(),
                        upload.sha256(),
                        false,
                        sourceId,
                        Rows.now().toInstant(),
                        actor.person());
        if (!files.add(actor, file)) {
            return files.findByHash(actor, upload.sha256()).orElseThrow().asKnown();
        }
        upload.forEach((segment, position) ->
                files.addSegment(actor.workspaceId(), file.id(), segment, position));
        audit.append(
                actor,
                new Deed(
                        "file-uploaded",
                        "file",
                        file.id().toString(),
                        Map.of("name", label, "bytes", file.bytes(), "sha256", file.sha256())));
        return file;
    }

    /// Keeps a file that the server has on its disk, in the database transaction of the caller.
    public File keepMade(Actor actor, Path made, String name) throws IOException {
        try (InputStream in = Files.newInputStream(made);
                Upload upload = Upload.receive(in, home.spool(), Long.MAX_VALUE)) {
            return keep(actor, upload, name, null);
        }
    }

    /// One file of the workspace.
    public File get(UUID workspaceId, UUID fileId) {
        return files.find(workspaceId, fileId).orElseThrow(() -> Problem.notFound("file"));
    }

    /// The bytes of a file, readable from anywhere; close it or not, it holds nothing.
    public Bytes open(UUID workspaceId, File file) {
        return new StoredBytes(cache, workspaceId, file);
    }

    /// Writes the bytes of a file, one segment after the other, each verified.
    public void copy(UUID workspaceId, File file, OutputStream target) throws IOException {
        long segments = Math.ceilDiv(file.bytes(), (long) Limits.FILE_SEGMENT_BYTES);
        for (int position = 0; position < segments; position++) {
            target.write(files.getSegment(workspaceId, file.id(), position).unpack());
        }
    }
}
