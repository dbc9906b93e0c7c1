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
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Files as UTF-8, the form whose positions a run's entries name. Most are UTF-8 already; another
/// one, and one behind carried lines, is copied at the first look, and the copy is kept for the
/// next ones.
@Component
final class Utf8Files {
    private static final int COPIES_MAX = 64;

    private final FileTables files;
    private final Home home;
    private final RunTexts texts;
    private final KeptCopies<Key> copies = new KeptCopies<>(COPIES_MAX);

    private record Key(UUID workspaceId, UUID textId, String form) {}

    Utf8Files(FileTables files, RunTexts texts, Home home) {
        this.files = files;
        this.texts = texts;
        this.home = home;
    }

    Bytes open(RunRow run, Side side, Layout layout) {
        if (run.follows() != null) {
            return copies.open(
                    new Key(run.workspaceId(), run.id(), side.word()),
                    () -> texts.open(run, side, layout));
        }
        Opening file = files.open(run.workspaceId(), run.file(side).id(), layout.choices());
        Charset encoding = file.encoding(layout.dialect().encoding());
        if (encoding.equals(StandardCharsets.UTF_8)) {
            return Encodings.toUtf8(file.bytes(), encoding, home.spool()); // no copy is made
        }
        return copies.open(
                new Key(run.workspaceId(), file.id(), encoding.name()),
                () -> Encodings.toUtf8(file.bytes(), encoding, home.spool()));
    }

    @PreDestroy
    void closeAll() {
        copies.closeAll();
    }
}
