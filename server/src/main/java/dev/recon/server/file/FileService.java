package dev.recon.server.file;

import dev.recon.engine.read.Choices;
import dev.recon.formats.format.Origin;
import dev.recon.server.audit.AuditEvent.Deed;
import dev.recon.server.audit.AuditStore;
import dev.recon.server.permission.Authorizer;
import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Checks;
import dev.recon.server.platform.Home;
import dev.recon.server.platform.Ids;
import dev.recon.server.platform.Page;
import dev.recon.server.platform.Paging;
import dev.recon.server.platform.Permission;
import dev.recon.server.platform.Problem;
import dev.recon.server.platform.ProblemKind;
import dev.recon.server.platform.Rows;
import dev.recon.server.settings.Settings;
import dev.recon.server.source.SourceStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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
        SegmentStore segments,
        FileTables tables,
        FileTableStore tableStore,
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
        Optional<File> found =
                isHash ? files.findByHash(actor.workspaceId(), sha256) : Optional.empty();
        return new Page<>(found.map(List::of).orElse(List.of()), null);
    }

    /// One file that somebody wants to see.
    public File show(Actor actor, UUID fileId) {
        authorizer.authorize(actor, Permission.READ_WORK);
        return get(actor.workspaceId(), fileId);
    }

    /// What a file is with some choices, and its first entries.
    FileTableView table(Actor actor, UUID fileId, GivenChoices given) {
        authorizer.authorize(actor, Permission.READ_WORK);
        Choices choices = given.choices();
        FileTable table = tables.get(actor.workspaceId(), fileId, choices);
        dev.recon.engine.read.Problem held = table.problem();
        FirstEntries first =
                held == null
                        ? FirstEntries.of(tables.open(actor.workspaceId(), fileId, choices))
                        : FirstEntries.none(held);
        return new FileTableView(
                choices.byName(),
                held == null ? FileDoor.READY : FileDoor.HELD,
                tableStore.findOrigin(actor.workspaceId(), fileId, choices).orElse(null),
                first.problem(),
                first.columns(),
                first.entries());
    }

    /// The formats that are read.
    Page<FormatRow> formats(Actor actor) {
        authorizer.authorize(actor, Permission.READ_WORK);
        return new Page<>(FormatRow.all(), null);
    }

    /// Receives the bytes of an upload and unfolds them; nothing is kept yet.
    Upload receive(Actor actor, Arriving arriving) {
        authorizer.authorize(actor, Permission.UPLOAD_FILES);
        long bytesMax = settings.bounds().uploadBytesMax();
        Packed.requireSize(arriving.bytesAnnounced, bytesMax);
        String label = Checks.text("name", arriving.name, NAME_CHARS_MAX);
        Packed packed = Packed.receive(arriving.body, home.spool(), bytesMax);
        try {
            return new Upload(
                    label,
                    arriving.source,
                    packed,
                    tables.unfold(actor.workspaceId(), packed, label));
        } catch (RuntimeException failure) {
            packed.close();
            throw failure;
        }
    }

    /// What somebody sends.
    ///
    /// @param bytesAnnounced how long it says that it is; -1 when it does not
    record Arriving(String name, @Nullable UUID source, InputStream body, long bytesAnnounced) {}

    /// What has arrived, on our disk.
    record Upload(
            String name, @Nullable UUID source, Packed packed, FileTables.UnfoldedUpload unfolded)
            implements AutoCloseable {
        @Override
        public void close() {
            try (packed) {
                unfolded.close();
            }
        }
    }

    /// Keeps an upload, in the database transaction of the caller, unless its bytes are known.
    File keep(Actor actor, Upload upload) {
        Kept kept = add(actor, upload);
        tell(actor, kept);
        return kept.isNew ? kept.file : kept.file.asKnown();
    }

    /// A file that is kept, but not yet told of.
    ///
    /// @param isNew were its bytes not there before?
    public record Kept(File file, boolean isNew) {}

    /// Tells the history of a file that is kept now, and fails where the workspace has no room for
    /// it. This locks the history until the database transaction ends, and everybody waits who does
    /// something in the workspace: tell last, when nothing is left to be read or packed.
    public void tell(Actor actor, Kept kept) {
        if (kept.isNew) {
            tell(actor, kept.file);
            requireRoom(actor);
        }
    }

    private Kept add(Actor actor, Upload upload) {
        authorizer.authorize(actor, Permission.UPLOAD_FILES);
        if (upload.source != null && sources.find(actor, upload.source).isEmpty()) {
            throw Problem.invalid("source", "is not a source of this workspace");
        }
        Packed packed = upload.packed;
        File file =
                new File(
                        Ids.next(),
                        upload.name,
                        packed.bytes(),
                        packed.sha256(),
                        false,
                        upload.source,
                        FileDoor.of(null, null),
                        Rows.now().toInstant(),
                        actor.person());
        boolean added = files.add(actor, file);
        File kept =
                added ? file : files.findByHash(actor.workspaceId(), packed.sha256()).orElseThrow();
        Unfolded made = upload.unfolded.made();
        if (added) {
            segments.add(Stored.of(actor.workspaceId(), kept), packed);
        }
        if (made != null) {
            tableStore.add(Stored.of(actor.workspaceId(), kept), Choices.NONE, made);
        }
        return new Kept(get(actor.workspaceId(), kept.id()), added);
    }

    /// Fails when the files of the workspace have more bytes than they may, this one included. The
    /// history of the workspace is locked until the database transaction ends: of two files that
    /// come at once, the second sees the first.
    private void requireRoom(Actor actor) {
        long bytesMax = settings.bounds().storageBytesMax();
        if (bytesMax > 0 && files.bytes(actor.workspaceId()) > bytesMax) {
            throw Problem.of(
                    ProblemKind.OVER_QUOTA,
                    "With this file the workspace would keep more than its "
                            + bytesMax
                            + " bytes. Nothing of it was kept. Ask whoever runs the server to raise"
                            + " RECON_STORAGE_BYTES_MAX.");
        }
    }

    private void tell(Actor actor, File file) {
        audit.append(
                actor,
                new Deed(
                        "file-uploaded",
                        "file",
                        file.id().toString(),
                        Map.of(
                                "name", file.name(),
                                "bytes", file.bytes(),
                                "sha256", file.sha256(),
                                "state", file.door().state())));
    }

    /// Keeps a file on our disk as an upload, through the door, in the database transaction of the
    /// caller, who tells of it by [#tell(Actor, Kept)].
    public Kept keepDelivered(Actor actor, Path delivered, String name) {
        try (Packed packed = Packed.of(delivered, home.spool());
                Upload upload =
                        new Upload(
                                name,
                                null,
                                packed,
                                tables.unfold(actor.workspaceId(), packed, name))) {
            return add(actor, upload);
        }
    }

    /// Keeps a delimited text that the server has made, in the database transaction of the caller,
    /// who tells of it by [#tell(Actor, Kept)].
    ///
    /// @param choices those of the rules that it is made for: it is what was chosen already
    public Kept keepMade(Actor actor, Path made, String name, Choices choices) {
        var text = new Unfolded.AsDelivered(Origin.text(List.of(), List.of()));
        try (var upload =
                new Upload(
                        name,
                        null,
                        Packed.of(made, home.spool()),
                        new FileTables.UnfoldedUpload(text, null))) {
            Kept kept = add(actor, upload);
            tableStore.add(Stored.of(actor.workspaceId(), kept.file), choices, text);
            return kept;
        }
    }

    /// One file of the workspace.
    public File get(UUID workspaceId, UUID fileId) {
        return files.find(workspaceId, fileId).orElseThrow(() -> Problem.notFound("file"));
    }

    /// Writes the bytes of a file as they were delivered.
    public void copy(UUID workspaceId, File file, OutputStream target) throws IOException {
        segments.copy(Stored.of(workspaceId, file), target);
    }
}
