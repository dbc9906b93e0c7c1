package dev.recon.server.file;

import dev.recon.engine.read.Problem;
import dev.recon.formats.format.Origin;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the door made of a file with some choices, as it is kept.
///
/// @param file what was delivered
/// @param table where its table is; null when the file itself is the text
/// @param format the name of its format; null when it is held
/// @param problem why it is held
record FileTable(
        Stored file, @Nullable Stored table, @Nullable String format, @Nullable Problem problem) {
    /// A file that the door does not let through with these choices; nothing of that is kept.
    static FileTable held(Stored file, Problem problem) {
        return new FileTable(file, null, null, problem);
    }

    /// Where the text stands that is read.
    Stored text() {
        return table == null ? file : table;
    }

    /// Is it delimited text, whose dialect is still to be found out?
    boolean isText() {
        return Origin.TEXT.equals(format);
    }

    UUID workspaceId() {
        return file.workspaceId();
    }
}
