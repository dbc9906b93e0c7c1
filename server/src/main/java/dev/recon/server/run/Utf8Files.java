package dev.recon.server.run;

import dev.recon.engine.read.Encodings;
import dev.recon.engine.read.Layout;
import dev.recon.engine.table.Bytes;
import dev.recon.engine.table.Side;
import dev.recon.server.file.FileTables;
import dev.recon.server.file.Opening;
import dev.recon.server.platform.Home;
import jakarta.annotation.PreDestroy;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/// Files as UTF-8, the form whose positions a run's entries name. Most are UTF-8 already; another
/// one, and one behind carried lines, is copied at the first look, and the copy is kept until the
/// server stops.
@Component
final class Utf8Files {
    private static final int COPIES_MAX = 64;

    private final FileTables files;
    private final Home home;
    private final Map<Key, Bytes> copies = new HashMap<>();

    private final RunTexts texts;

    private record Key(UUID workspaceId, UUID textId, String form) {}

    Utf8Files(FileTables files, RunTexts texts, Home home) {
        this.files = files;
        this.texts = texts;
        this.home = home;
    }

    Bytes open(RunRow run, Side side, Layout layout) {
        if (run.follows() != null) {
            return copy(
                    new Key(run.workspaceId(), run.id(), side.word()),
                    () -> texts.open(run, side, layout));
        }
        Opening file = files.open(run.workspaceId(), run.file(side).id(), layout.choices());
        Charset encoding = file.encoding(layout.dialect().encoding());
        if (encoding.equals(StandardCharsets.UTF_8)) {
            return file.bytes();
        }
        return copy(
                new Key(run.workspaceId(), file.id(), encoding.name()),
                () -> Encodings.toUtf8(file.bytes(), encoding, home.spool()));
    }

    private Bytes copy(Key key, Supplier<Bytes> make) {
        synchronized (copies) {
            if (copies.size() > COPIES_MAX) {
                closeAll();
            }
            return copies.computeIfAbsent(key, _ -> make.get());
        }
    }

    @PreDestroy
    void closeAll() {
        synchronized (copies) {
            copies.values().forEach(Bytes::close);
            copies.clear();
        }
    }
}
