package dev.recon.server.file;

import dev.recon.engine.read.Choices;
import dev.recon.engine.read.InputProblem;
import dev.recon.engine.read.Problem;
import dev.recon.server.platform.Limits;
import dev.recon.server.platform.Recent;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The one way from a file to the text that its entries are read from.
///
/// What the door makes of a file is kept for its choices and made once, also when many ask at the
/// same time; other servers that make the same meanwhile keep what was there first.
@Component
public final class FileTables {
    private static final int LOCKS = 64;
    private static final int LET_MAX = 500;

    private final FileStore files;
    private final FileTableStore tables;
    private final SegmentStore segments;
    private final SegmentCache cache;
    private final Door door;
    private final TransactionTemplate transaction;

    /// What the door let through is kept as it was made, so it need not be looked up for each page.
    private final Recent<Key, FileTable> let = new Recent<>(LET_MAX);

    private record Key(UUID workspaceId, UUID fileId, Choices choices) {}

    private final ReentrantLock[] making =
            Stream.generate(ReentrantLock::new).limit(LOCKS).toArray(ReentrantLock[]::new);

    FileTables(FileStore files, FileTableStore tables, Making making) {
        this.files = files;
        this.tables = tables;
        this.segments = making.segments;
        this.cache = making.cache;
        this.door = making.door;
        this.transaction = making.transaction;
    }

    /// What tables are made with.
    @Component
    record Making(
            SegmentStore segments,
            SegmentCache cache,
            Door door,
            TransactionTemplate transaction) {}

    /// Opens a file with choices, unfolding it if nobody has yet.
    ///
    /// @throws InputProblem when the door holds it
    public Opening open(UUID workspaceId, UUID fileId, Choices choices) {
        var key = new Key(workspaceId, fileId, choices);
        FileTable table = let.find(key).orElseGet(() -> let(key));
        Stored text = table.text();
        return new Opening(
                text.id(),
                new StoredBytes(cache, text),
                table.isText(),
                target -> segments.copy(text, target));
    }

    private FileTable let(Key key) {
        FileTable table = get(key.workspaceId, key.fileId, key.choices);
        Problem problem = table.problem();
        if (problem != null) {
            throw new InputProblem(problem);
        }
        let.put(key, table);
        return table;
    }

    /// Why the door is known to hold a file with these choices; nothing is unfolded.
    public Optional<Problem> findProblem(UUID workspaceId, UUID fileId, Choices choices) {
        return tables.find(workspaceId, fileId, choices).map(FileTable::problem);
    }

    /// How many bytes of text are read of a file with these choices; its own, where nobody knows.
    public long bytes(UUID workspaceId, UUID fileId, Choices choices) {
        return findTable(workspaceId, fileId, choices)
                .map(table -> table.text().bytes())
                .or(() -> files.find(workspaceId, fileId).map(File::bytes))
                .orElse(0L);
    }

    /// Is the text that is read a table of our own, not the file as it was delivered?
    public boolean isUnfolded(UUID workspaceId, UUID fileId, Choices choices) {
        return findTable(workspaceId, fileId, choices)
                .filter(table -> table.table() != null)
                .isPresent();
    }

    private Optional<FileTable> findTable(UUID workspaceId, UUID fileId, Choices choices) {
        return let.find(new Key(workspaceId, fileId, choices))
                .or(() -> tables.find(workspaceId, fileId, choices));
    }

    /// What the door makes of an upload; nothing is kept yet. Whoever closes it lets the next one
    /// go on that has the same bytes.
    UnfoldedUpload unfold(UUID workspaceId, Packed upload, String name) {
        if (Door.isAsDelivered(upload.head(), Choices.NONE)) {
            return new UnfoldedUpload(unfoldNow(upload, name), null);
        }
        ReentrantLock lock = lock(workspaceId, upload.sha256());
        lock.lock();
        boolean made = false;
        try {
            boolean known =
                    files.findByHash(workspaceId, upload.sha256())
                            .flatMap(file -> tables.find(workspaceId, file.id(), Choices.NONE))
                            .isPresent();
            var unfolded = new UnfoldedUpload(known ? null : unfoldNow(upload, name), lock);
            made = true;
            return unfolded;
        } finally {
            if (!made) {
                lock.unlock();
            }
        }
    }

    private Unfolded unfoldNow(Packed upload, String name) {
        return door.unfold(new Door.Delivered(name, upload.head(), upload::copy), Choices.NONE);
    }

    /// @param made what the door made; null where it is kept already
    /// @param lock held by this thread until it is closed; null where nothing was locked
    record UnfoldedUpload(@Nullable Unfolded made, @Nullable ReentrantLock lock)
            implements AutoCloseable {
        @Override
        public void close() {
            try {
                if (made != null) {
                    made.close();
                }
            } finally {
                if (lock != null) {
                    lock.unlock();
                }
            }
        }
    }

    /// What the door makes of a file with these choices, kept if it lets it through.
    FileTable get(UUID workspaceId, UUID fileId, Choices choices) {
        return tables.find(workspaceId, fileId, choices)
                .orElseGet(() -> make(workspaceId, file(workspaceId, fileId), choices));
    }

    private File file(UUID workspaceId, UUID fileId) {
        return files.find(workspaceId, fileId)
                .orElseThrow(() -> dev.recon.server.platform.Problem.notFound("file"));
    }

    private FileTable make(UUID workspaceId, File file, Choices choices) {
        ReentrantLock lock = lock(workspaceId, file.sha256());
        lock.lock();
        try {
            return tables.find(workspaceId, file.id(), choices)
                    .orElseGet(() -> makeNow(Stored.of(workspaceId, file), choices));
        } finally {
            lock.unlock();
        }
    }

    private FileTable makeNow(Stored file, Choices choices) {
        if (tables.count(file.workspaceId(), file.id()) >= Limits.FILE_TABLES_MAX) {
            throw dev.recon.server.platform.Problem.invalid(
                    "choices", "are more than " + Limits.FILE_TABLES_MAX + " of one file");
        }
        byte[] head = new StoredBytes(cache, file).read(0, Packed.HEAD_BYTES);
        var delivered = new Door.Delivered(file.name(), head, out -> segments.copy(file, out));
        try (Unfolded made = door.unfold(delivered, choices)) {
            if (made instanceof Unfolded.Held(var problem, _) && !choices.equals(Choices.NONE)) {
                return FileTable.held(file, problem);
            }
            transaction.executeWithoutResult(_ -> tables.add(file, choices, made));
        }
        return tables.find(file.workspaceId(), file.id(), choices).orElseThrow();
    }

    private ReentrantLock lock(UUID workspaceId, String sha256) {
        return making[Math.floorMod(Objects.hash(workspaceId, sha256), LOCKS)];
    }
}
